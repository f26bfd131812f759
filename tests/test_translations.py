from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

TRANSLATIONS = Path(__file__).parents[1] / "tracker" / "translations"


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    found = []
    for path in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"):
        with path.open("rb") as file:
            found += [message for message in read_po(file, locale=path.parts[-3]) if message.id]
    return found


def test_every_message_is_translated(messages: list[Message]) -> None:
    assert messages
    assert [m.id for m in messages if m.fuzzy or not m.string or not all(m.string)] == []


def test_translations_keep_the_placeholders(messages: list[Message]) -> None:
    assert [(m.id, str(error)) for m in messages for error in m.check()] == []
