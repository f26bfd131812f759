import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

TRANSLATIONS = Path(__file__).parents[1] / "tracker" / "translations"
FRENCH = TRANSLATIONS / "fr" / "LC_MESSAGES" / "messages.po"
PLACEHOLDER = re.compile(r"%\(\w+\)\w")


def _read(path: Path) -> list[Message]:
    with path.open("rb") as file:
        return [message for message in read_po(file, locale=path.parts[-3]) if message.id]


def _texts(given: str | Iterable[str] | None) -> list[str]:
    """Return the forms of a message or its translation: one, or singular and plural."""
    return [given] if isinstance(given, str) else [*(given or ())]


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    return [
        message
        for path in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po")
        for message in _read(path)
    ]


def test_every_message_is_translated(messages: list[Message]) -> None:
    assert messages
    assert [m.id for m in messages if m.fuzzy or not m.string or not all(m.string)] == []


def test_translations_keep_the_placeholders(messages: list[Message]) -> None:
    assert [(m.id, str(error)) for m in messages for error in m.check()] == []
    assert [m.id for m in messages if _placeholders(m.string) != _placeholders(m.id)] == []


def _placeholders(given: str | Iterable[str] | None) -> set[str]:
    return {name for text in _texts(given) for name in PLACEHOLDER.findall(text)}


def test_french_has_its_spaces_and_apostrophes() -> None:
    typewriter = re.compile("(?<![\u00a0\u202f])[:;?!»]|«(?!\u00a0)|'")
    texts = [text for message in _read(FRENCH) for text in _texts(message.string)]
    assert [text for text in texts if typewriter.search(PLACEHOLDER.sub("", text))] == []
