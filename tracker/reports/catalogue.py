"""The library of ready reports: SQL files, each with a head that says what it asks.

The head is YAML in the comment that begins the file; the rest is one query, which `psql` runs as it
is. A file is `NN_name.sql`: its number orders the library, its name is the report's in addresses.
"""

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from tracker.errors import TrackerError
from tracker.reports.parameters import parameter_names

LIBRARY = Path(__file__).resolve().parent / "library"

_FILE_NAME = re.compile(r"[0-9]{2}_(?P<name>[a-z0-9_]+)")
_HEAD = re.compile(r"/\*\n(?P<yaml>.*?)\n\*/\n", re.DOTALL)
_TODAY = "today"

Line = Annotated[str, Field(pattern=r"\S", max_length=300)]


class CatalogueError(TrackerError):
    """A file of the library is not a report; the message names file and line."""


class ParameterError(TrackerError):
    """A parameter's value is not one it can have."""

    exit_code = 2

    def __init__(self, name: str, message: str) -> None:
        """Take the parameter's name and what is wrong with its value."""
        super().__init__(f"{name}: {message}")
        self.name = name


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(_Part):
    """A choice's label in both languages."""

    en: Line
    fr: Line


class Parameter(_Part):
    """What a report asks for before it runs."""

    type: Literal["text", "integer", "date", "choice"]
    label_en: Line
    label_fr: Line
    default: str = ""
    optional: bool = False
    """Whether it may be left empty; the query then sees an empty string."""
    choices: Line | dict[str, Label] | None = None
    """The values to choose from: a query for value, label_en and label_fr, or the values."""

    @model_validator(mode="before")
    @classmethod
    def _default_as_typed(cls, data: object) -> object:
        """Take a default as it is typed, where YAML reads a number or a date."""
        if isinstance(data, dict) and "default" in data:
            return {**data, "default": str(data["default"])}
        return data

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.type == "choice") != (self.choices is not None):
            raise ValueError("choices belong to the type choice, and it needs them")
        if not self.default and not self.optional:
            raise ValueError("needs a default, or to be optional")
        self.read(self.default, dt.date.min)
        return self

    def read(self, typed: str, today: dt.date) -> str:
        """Return the value to bind for what was typed; ValueError where it is none."""
        typed = typed.strip()
        if not typed:
            if self.optional:
                return ""
            raise ValueError("is needed")
        if self.type == "integer":
            number = int(typed)
            if not 0 <= number < 2**31:
                raise ValueError("must be a whole number that is not negative")
            return str(number)
        if self.type == "date":
            day = today if typed == _TODAY else dt.date.fromisoformat(typed)
            return day.isoformat()
        if isinstance(self.choices, dict) and typed not in self.choices:
            raise ValueError(f"must be one of {', '.join(self.choices)}")
        return typed


class Chart(_Part):
    """How a result is drawn, by its columns; a text in two languages goes without its language.

    ``bar`` has a bar for each ``x``, as long as ``y``, or as several columns; ``column`` one for
    each year; without ``y`` they count rows. ``grid`` has a cell for ``x`` and ``y``, as dark as
    ``size``; ``network`` a tie from ``x`` to ``y``. ``timeline`` has a point for each date ``x``,
    called ``y``. ``series`` parts bars, and gives points lines of their own.
    """

    kind: Literal["bar", "column", "grid", "network", "timeline"]
    x: str
    y: str | list[str] | None = None
    series: str | None = None
    size: str | None = None

    @property
    def columns(self) -> set[str]:
        """The columns that it draws."""
        several = self.y if isinstance(self.y, list) else [self.y]
        return {name for name in (self.x, self.series, self.size, *several) if name}


Theme = Literal["partners", "minerals", "people", "commitments", "evidence", "history"]


class Head(_Part):
    """What a report's file says of itself."""

    title_en: Line
    title_fr: Line
    description_en: Line
    description_fr: Line
    theme: Theme
    """Under which heading the library has it."""
    parameters: dict[Annotated[str, Field(pattern="^[a-z][a-z0-9_]*$")], Parameter] = {}
    chart: Chart | None = None


@dataclass(frozen=True)
class Report:
    """A ready report."""

    name: str
    file: Path
    head: Head
    sql: str

    @property
    def version(self) -> str:
        """The SHA-256 of its file, which is another when the report is."""
        return hashlib.sha256(self.file.read_bytes()).hexdigest()

    def values(self, given: dict[str, str], today: dt.date) -> dict[str, str]:
        """Return a value for each parameter, of what was typed and the defaults.

        Raises ParameterError.
        """
        for name in given:
            if name not in self.head.parameters:
                known = ", ".join(self.head.parameters) or "none"
                raise ParameterError(name, f"the report has no such parameter; it has {known}")
        values = {}
        for name, parameter in self.head.parameters.items():
            try:
                values[name] = parameter.read(given.get(name, parameter.default), today)
            except ValueError as error:
                raise ParameterError(name, str(error)) from None
        return values


class Catalogue:
    """The reports of a folder, read when they are first asked for."""

    def __init__(self, folder: Path = LIBRARY) -> None:
        """Take the folder of SQL files."""
        self._folder = folder

    @cached_property
    def reports(self) -> dict[str, Report]:
        """The reports by name, in order. Raises CatalogueError."""
        found: dict[str, Report] = {}
        for file in sorted(self._folder.glob("*.sql")):
            report = read_report(file)
            if report.name in found:
                raise CatalogueError(f"{file}:1: there is another report {report.name}")
            found[report.name] = report
        return found


def read_report(file: Path) -> Report:
    """Read one report. Raises CatalogueError, which names the line."""
    named = _FILE_NAME.fullmatch(file.stem)
    if named is None:
        raise CatalogueError(f"{file}:1: a report's file is named like 01_partners.sql")
    text = file.read_text(encoding="utf-8")
    found = _HEAD.match(text)
    if found is None:
        raise CatalogueError(f"{file}:1: begin the file with a comment of its own, /* … */")
    head = _read_head(file, found["yaml"])
    sql = text[found.end() :]
    _check_parameters(file, head, sql)
    return Report(name=named["name"], file=file, head=head, sql=sql)


def _read_head(file: Path, source: str) -> Head:
    try:
        return Head.model_validate(yaml.safe_load(source))
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + 2
        raise CatalogueError(f"{file}:{line}: {error.problem}") from None
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        where = ".".join(map(str, problem["loc"]))
        line = _line_of(source, problem["loc"]) + 2
        raise CatalogueError(f"{file}:{line}: {where}: {problem['msg']}") from None


def _line_of(source: str, path: tuple[str | int, ...]) -> int:
    """Return the line, from 0, of the innermost key on a path that the YAML has."""
    node: yaml.Node | None = yaml.compose(source)
    line = 0
    for step in path:
        if not isinstance(node, yaml.MappingNode):
            break
        for key, value in node.value:
            if key.value == str(step):
                line, node = key.start_mark.line, value
                break
    return line


def _check_parameters(file: Path, head: Head, sql: str) -> None:
    """Refuse parameters that are used and not declared, or declared and not used."""
    used, declared = set(parameter_names(sql)), set(head.parameters)
    for name in sorted(used - declared):
        line = file.read_text(encoding="utf-8").split(f":'{name}'")[0].count("\n") + 1
        raise CatalogueError(f"{file}:{line}: the head does not declare the parameter {name}")
    for name in sorted(declared - used):
        raise CatalogueError(f"{file}:1: the query does not use the parameter {name}")
