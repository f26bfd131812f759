"""YAML seed files into entries: mappings of collections to records by key."""

from pathlib import Path

import yaml

from tracker.seeding.entries import Entry
from tracker.seeding.problems import SeedProblem

# Without implicit types: NO is Norway, 2025-11 stays text. The C parser is ten times as quick.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_yaml(seed_set: str, file: str, path: Path) -> tuple[list[Entry], list[SeedProblem]]:
    """Read one file; ``file`` is how messages call it."""
    try:
        document = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return [], [SeedProblem(file, line, "", f"this is not YAML: {error.problem}")]
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        return [], [SeedProblem(file, 1, "", f"this is not YAML in UTF-8: {error}")]
    return _Reader(seed_set, file).read(document)


class _Reader:
    """Turns the nodes of one file into entries, and gathers what is wrong with its shape."""

    def __init__(self, seed_set: str, file: str) -> None:
        self._seed_set = seed_set
        self._file = file
        self._problems: list[SeedProblem] = []

    def read(self, document: yaml.Node | None) -> tuple[list[Entry], list[SeedProblem]]:
        entries: list[Entry] = []
        for name, records in self._pairs(document, "a file", ""):
            pairs = self._pairs(records, "a collection", name.value)
            for position, (key, node) in enumerate(pairs):
                entries.append(
                    Entry(
                        self._seed_set,
                        self._file,
                        collection=name.value,
                        key=key.value,
                        data=self._plain(node, f"{name.value}/{key.value}"),
                        position=position,
                        begins=key.start_mark.line + 1,
                        node=node,
                    )
                )
        return entries, self._problems

    def _pairs(
        self, node: yaml.Node | None, what: str, field: str
    ) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
        if node is None:
            return []
        if not isinstance(node, yaml.MappingNode):
            self._say(node, field, f"{what} is a mapping: names, each with a colon and its content")
            return []
        self._refuse_repeated(node, field)
        return [pair for pair in node.value if isinstance(pair[0], yaml.ScalarNode)]

    def _plain(self, node: yaml.Node, field: str) -> object:
        """Return the node's content as dictionaries, lists and text."""
        if isinstance(node, yaml.MappingNode):
            self._refuse_repeated(node, field)
            return {
                key.value: self._plain(value, f"{field}/{key.value}") for key, value in node.value
            }
        if isinstance(node, yaml.SequenceNode):
            return [
                self._plain(value, f"{field}/{index}") for index, value in enumerate(node.value)
            ]
        return node.value

    def _refuse_repeated(self, node: yaml.MappingNode, field: str) -> None:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._say(key, field, "a name is a single word")
            elif key.value in seen:
                self._say(key, f"{field}/{key.value}".lstrip("/"), "stands here twice")
            else:
                seen.add(key.value)

    def _say(self, node: yaml.Node, field: str, message: str) -> None:
        self._problems.append(SeedProblem(self._file, node.start_mark.line + 1, field, message))
