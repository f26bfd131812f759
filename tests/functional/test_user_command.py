"""`tracker user`: people, from the machine itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.processes import Environment, environment, servers, tracker
from tracker.db.embedded.server import EmbeddedServer


@pytest.fixture
def env(bare_home: Path) -> Iterator[Environment]:
    """A home whose server runs, so that not every command starts it."""
    with EmbeddedServer(bare_home, say=lambda _: None):
        yield environment(bare_home)
    assert servers(bare_home) == []


def test_people_come_change_and_go(env: Environment) -> None:
    early = tracker("user", "add", "ann@example.org", "--name", "Ann", "--role", "editor", env=env)
    assert early.returncode == 1
    assert "tracker seed" in early.stderr
    assert tracker("seed", "reference", env=env).returncode == 0

    def user(*arguments: str) -> str:
        done = tracker("user", *arguments, env=env)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "/sign-in/link/" in user(
        "add", "Ann@Example.org", "--name", "Ann", "--role", "administrator"
    )
    assert "/sign-in/link/" in user("add", "ben@example.org", "--name", "Ben", "--role", "reader")
    user("role", "ben@example.org", "editor", "reviewer")
    user("disable", "ben@example.org")
    listed = user("list")
    assert "ann@example.org" in listed
    assert "editor, reviewer (disabled)" in listed
    user("disable", "ben@example.org", "--undo")
    assert "(disabled)" not in user("list")
    assert "http://localhost:0/sign-in/link/" in user("reset", "ben@example.org")
    assert "/sign-in/link/" in user("reset", "ben@example.org", "--passkeys")

    for wrong, words in (
        (("add", "ann@example.org", "--name", "A", "--role", "editor"), "already"),
        (("add", "nowhere", "--name", "A", "--role", "editor"), "not an e-mail address"),
        (("disable", "ann@example.org"), "last active administrator"),
        (("role", "ann@example.org", "reader"), "last active administrator"),
        (("reset", "nobody@example.org"), "tracker user list"),
    ):
        refused = tracker("user", *wrong, env=env)
        assert refused.returncode == 1, refused
        assert words in refused.stderr
        assert "Traceback" not in refused.stderr
