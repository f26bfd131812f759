"""One record of a seed file: plain text values that know the line they came from."""

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from tracker.seeding.problems import SeedProblem

FieldPath = Sequence[str | int]
"""Where a field stands in a record, such as ``("parties", 0, "country")``."""


@dataclass(frozen=True)
class Entry:
    """One record as written, not validated yet."""

    seed_set: str
    file: str
    collection: str
    key: str
    data: object
    position: int
    begins: int
    """The line on which it begins, counted from 1."""
    node: yaml.Node | None = None
    """What YAML holds for it."""

    def line(self, path: FieldPath = ()) -> int:
        """Return the line of the field at ``path``, or of the nearest thing around it."""
        line, node = self.begins, self.node
        for step in path:
            if isinstance(node, yaml.MappingNode):
                pair = next((pair for pair in node.value if pair[0].value == step), None)
                if pair is None:
                    break
                line, node = pair[0].start_mark.line + 1, pair[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                node = node.value[step]
                line = node.start_mark.line + 1
        return line

    def problem(self, message: str, path: FieldPath = ()) -> SeedProblem:
        """Say what is wrong with the field at ``path``."""
        field = "/".join([self.collection, self.key, *map(str, path)])
        return SeedProblem(self.file, self.line(path), field, message)
