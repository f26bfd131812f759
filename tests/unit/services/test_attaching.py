"""A document's full text is kept only if it is the very text that was quoted from."""

from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from tests.support.seed_files import write_seeds
from tracker.domain.quotes import sha256
from tracker.models import Document, Passage
from tracker.seeding import Seeds, load
from tracker.services.documents import AttachmentError, attach, find_document

TEXT = "Hier soir Ils ont signé. Puis rien."


@pytest.fixture
def gazette(session: Session, tmp_path: Path) -> Document:
    load(session, Seeds.read(write_seeds(tmp_path)))
    return find_document(session, "https://gazette.example/1")


def test_the_text_is_kept_with_its_hash(session: Session, gazette: Document) -> None:
    assert attach(session, gazette, TEXT) == 1
    session.expire_all()
    assert (gazette.text, gazette.sha256) == (TEXT, sha256(TEXT))


def test_a_text_with_another_hash_is_refused(session: Session, gazette: Document) -> None:
    gazette.sha256 = sha256(TEXT + "\n")
    with pytest.raises(AttachmentError, match="another text"):
        attach(session, gazette, TEXT)
    assert gazette.text is None


def test_a_quotation_elsewhere_in_the_text_is_refused(session: Session, gazette: Document) -> None:
    with pytest.raises(AttachmentError, match="Ils ont signé"):
        attach(session, gazette, f" {TEXT}")


@pytest.mark.parametrize("context", ["prefix", "suffix"])
def test_a_quotation_in_another_context_is_refused(
    session: Session, gazette: Document, context: str
) -> None:
    session.execute(update(Passage).values(prefix="soir ", suffix=" Puis"))
    assert attach(session, gazette, TEXT) == 1
    gazette.text = None
    session.execute(update(Passage).values({context: "x"}))
    with pytest.raises(AttachmentError):
        attach(session, gazette, TEXT)


def test_a_quotation_without_position_stands_anywhere(session: Session, gazette: Document) -> None:
    session.execute(update(Passage).values(start_offset=None, end_offset=None))
    assert attach(session, gazette, f" {TEXT}") == 1
    with pytest.raises(AttachmentError):
        attach(session, gazette, "Rien.")


def test_a_document_is_known_by_its_number_too(session: Session, gazette: Document) -> None:
    assert find_document(session, str(gazette.id)) is gazette


@pytest.mark.parametrize("name", ["0", "https://gazette.example/2", "courier"])
def test_an_unknown_document_is_named(session: Session, gazette: Document, name: str) -> None:
    assert gazette.url != name
    with pytest.raises(AttachmentError, match=name):
        find_document(session, name)
