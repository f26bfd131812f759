"""The layers of the house, the rooms in them, names that stand once, and how long a file may be.

A layer is a module or package directly under `tracker`. The table says which others it may import;
every module may import its own layer, `tracker` itself and `FOUNDATION`. A room is a folder in a
layer: rooms stand one on another, so that whoever reads one need not know those above it.
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "tracker").rglob("*.py"))
MIGRATIONS = sorted((ROOT / "migrations" / "versions").glob("*.py"))

FOUNDATION = {"domain", "errors", "paths"}
FLASK = {"flask", "flask_wtf", "flask_babel", "werkzeug"}
SQL = {"sqlalchemy", "psycopg"}
WRITES = {"add", "add_all", "commit", "delete", "flush", "merge"}
FRONT = {"config", "db", "forms", "services", "queries", "reports", "exports"}


@dataclass(frozen=True)
class Layer:
    """What a layer may import of ours, and must not import of others' or call on a session."""

    may: frozenset[str] | set[str] = frozenset()
    never: frozenset[str] | set[str] = frozenset()
    calls_never: frozenset[str] | set[str] = frozenset()


LAYERS = {
    "__init__": Layer(),
    "__main__": Layer(may={"cli"}),
    "app": Layer(may={"config", "db", "web"}, never=SQL),
    "bench": Layer(may={"db", "models", "services"}, never={*FLASK, "wtforms"}),
    "checking": Layer(may={"models", "queries"}, never={*FLASK, "wtforms"}, calls_never=WRITES),
    "cli": Layer(
        may={*FRONT, "app", "bench", "checking", "seeding", "web"}, never={"flask_wtf", "wtforms"}
    ),
    "config": Layer(never=FLASK),
    "db": Layer(may={"config", "models"}, never=FLASK),
    "domain": Layer(never={*FLASK, *SQL, "wtforms"}),
    "errors": Layer(never={*FLASK, *SQL}),
    "exports": Layer(may={"queries", "reports"}, never={*FLASK, *SQL}),
    "forms": Layer(never={*SQL, "flask"}),
    "models": Layer(never={*FLASK, "wtforms"}),
    "paths": Layer(never={*FLASK, *SQL}),
    "queries": Layer(may={"models"}, never={*FLASK, "wtforms"}, calls_never=WRITES),
    "reports": Layer(never={*FLASK, "wtforms"}),
    "seeding": Layer(may={"models", "services"}, never={*FLASK, "wtforms"}, calls_never={"commit"}),
    "services": Layer(may={"models"}, never={*FLASK, "wtforms"}, calls_never={"commit"}),
    "web": Layer(may=FRONT, never=SQL, calls_never={"execute", "scalars", "commit"}),
}

ROOMS = {
    "queries": ("listing", "parts", "agreements", "lookup", "subjects", "history", "accounts"),
    "web": (
        "site",
        "reports",
        "accounts",
        "listing",
        "editing",
        "subjects",
        "history",
        "home",
    ),
}
"""The rooms of a layer, each on those before it: it imports these and never one after it."""

MODULES_IN_A_ROOM = 20

MAY_STAND_TWICE = ("tracker.seeding.schema", "tracker.seeding.values", "tracker.bench.rows")
"""The shapes of seed files and of synthetic rows, which are called as the tables that they fill."""


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def layer_of(path: Path) -> str:
    return path.relative_to(ROOT / "tracker").parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted name of everything that a file imports, wherever in it."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*start, node.module) if node.module else start)
            yield from (f"{module}.{alias.name}" for alias in node.names)


def room_of(module: tuple[str, ...]) -> tuple[str, str] | None:
    """Return layer and room of a module or of what is imported from one."""
    _, layer, room, *_ = (*module, "", "", "")
    return (layer, room) if room in ROOMS.get(layer, ()) else None


def public_types(path: Path) -> Iterator[str]:
    """Yield the public names of a module's classes and aliases of types, and of its constants."""
    for node in ast.parse(path.read_bytes()).body:
        match node:
            case ast.ClassDef(name=own):
                yield own
            case ast.Assign(targets=[ast.Name(id=own)]) | ast.AnnAssign(target=ast.Name(id=own)):
                if own[0].isupper() and not own.isupper():
                    yield own


def session_calls(path: Path) -> Iterator[str]:
    """Yield the name of each method that a file calls on something called a session."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr=method)):
                if "session" in ast.unparse(owner):
                    yield method


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_keeps_to_its_layer(path: Path) -> None:
    own = layer_of(path)
    assert own in LAYERS, f"say in LAYERS what tracker.{own} may import"
    layer = LAYERS[own]
    allowed = {own, "__version__", *layer.may, *(FOUNDATION if own != "domain" else ())}
    for imported in imports(path):
        first, _, rest = imported.partition(".")
        assert first not in layer.never, f"tracker.{own} must not import {imported}"
        if first == "tracker" and rest:
            assert rest.split(".")[0] in allowed, f"tracker.{own} must not import {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_those_write_who_should(path: Path) -> None:
    assert LAYERS[layer_of(path)].calls_never.isdisjoint(session_calls(path))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_stands_on_those_before_it(path: Path) -> None:
    own = room_of(path.relative_to(ROOT).with_suffix("").parts)
    for imported in imports(path):
        other = room_of(tuple(imported.split(".")))
        if own and other and own[0] == other[0]:
            rooms = ROOMS[own[0]]
            assert rooms.index(other[1]) <= rooms.index(own[1]), f"{own} must not import {imported}"


def test_every_folder_of_a_layer_with_rooms_is_one() -> None:
    for layer, rooms in ROOMS.items():
        packages = (ROOT / "tracker" / layer).glob("*/__init__.py")
        assert {package.parent.name for package in packages} == set(rooms)


def test_no_room_is_crowded() -> None:
    rooms = Counter(name(path.parent) for path in MODULES if path.name != "__init__.py")
    assert {room: count for room, count in rooms.items() if count > MODULES_IN_A_ROOM} == {}


def test_no_name_of_a_type_stands_twice() -> None:
    places: dict[str, list[str]] = {}
    for path in MODULES:
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if not module.startswith(MAY_STAND_TWICE):
            for own in public_types(path):
                if not own.startswith("_"):
                    places.setdefault(own, []).append(module)
    assert {own: found for own, found in places.items() if len(found) > 1} == {}


def test_the_domain_needs_nothing_but_python() -> None:
    for path in (ROOT / "tracker" / "domain").rglob("*.py"):
        for imported in imports(path):
            assert imported.split(".")[0] in {*sys.stdlib_module_names, "tracker"}, name(path)


@pytest.mark.parametrize("path", MIGRATIONS, ids=name)
def test_a_migration_does_not_change_with_the_models(path: Path) -> None:
    assert not [imported for imported in imports(path) if imported.split(".")[0] == "tracker"]


def test_files_are_short() -> None:
    lengths = {name(path): len(path.read_text().splitlines()) for path in MODULES}
    too_long = {file: lines for file, lines in lengths.items() if lines > 500}
    assert too_long == {}
    assert median(lengths.values()) < 90
    assert quantiles(lengths.values(), n=10)[-1] < 250
