"""One record of a seed file: plain text values that know the line they came from."""

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from tracker.services.seeding.problems import Problem

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
    place: yaml.Node | int
    """Its YAML node, or its line in a CSV file."""

    def line(self, path: FieldPath = ()) -> int:
        """Return the line of the field at ``path``, or of the nearest thing around it."""
        if isinstance(self.place, int):
            return self.place
        return _mark(self.place, path) + 1

    def problem(self, message: str, path: FieldPath = ()) -> Problem:
        """Say what is wrong with the field at ``path``."""
        field = "/".join([self.collection, self.key, *map(str, path)])
        return Problem(self.file, self.line(path), field, message)


def _mark(node: yaml.Node, path: FieldPath) -> int:
    """Walk down to the field as far as it is there; return the line counted from 0."""
    line: int = node.start_mark.line
    for step in path:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == step), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line
    return line
