"""A source whose text is held shows it with the passages marked, and runs nothing that it says."""

import hashlib
import re

import pytest
from sqlalchemy.orm import Session

from tests.support.seeded_site import Site
from tracker.db.engine import Database
from tracker.models import Document, Passage

TEXT = "First <b>line</b> & more.\nThe second line, twice marked: a b c."
MARKED = ["<b>line</b> & more", "twice marked", "marked: a b"]


@pytest.fixture
def site_with_text(database: Database, session: Session) -> tuple[Site, int]:
    document = Document(
        publisher="A publisher",
        title="<script>alert(1)</script>",
        class_="news",
        language="en",
        text=TEXT,
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    )
    session.add(document)
    session.flush()
    for words in MARKED:
        start = TEXT.index(words)
        session.add(
            Passage(
                document_id=document.id,
                exact=words,
                start_offset=start,
                end_offset=start + len(words),
                sha256=hashlib.sha256(words.encode()).hexdigest(),
            )
        )
    session.commit()
    return Site(database), document.id


def test_text_is_whole_and_its_passages_are_marked(site_with_text: tuple[Site, int]) -> None:
    site, document_id = site_with_text
    assert f'href="/en/sources/{document_id}/text"' in site.page(f"/en/sources/{document_id}")
    page = site.page(f"/en/sources/{document_id}/text")
    shown = re.search(r"<pre[^>]*>\n(.*?)</pre>", page, re.DOTALL)
    assert shown
    bare = re.sub(r"</?(?:mark|a)\b[^>]*>", "", shown[1])
    escaped = TEXT.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    marked = re.findall(r"<mark><a [^>]*>(.*?)</a></mark>", shown[1])
    assert bare == escaped
    assert marked == ["&lt;b&gt;line&lt;/b&gt; &amp; more", "twice ", "marked", ": a b"]
    assert site.data(f"/en/sources/{document_id}.json")["text"] == TEXT


def test_markup_of_a_source_is_shown_and_not_run(site_with_text: tuple[Site, int]) -> None:
    site, document_id = site_with_text
    for address in (f"/en/sources/{document_id}/text", "/en/sources"):
        page = site.page(address)
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_each_passage_leads_to_the_facts_it_is_quoted_for(seeded_database: Database) -> None:
    site = Site(seeded_database)
    [article] = site.keys("SELECT document_id FROM passage WHERE exact LIKE 'Le Kazakhstan et%'")
    page = site.page(f"/en/sources/{article}")
    cited = site.rows(
        "SELECT DISTINCT passage_id, agreement_id FROM citation"
        " WHERE document_id = :article AND passage_id IS NOT NULL AND agreement_id IS NOT NULL",
        article=article,
    )
    assert cited
    for row in cited:
        shown = re.search(rf'<li id="passage-{row.passage_id}">.*?</ul>', page, re.DOTALL)
        assert shown
        assert f'href="/en/agreements/{row.agreement_id}"' in shown[0]
    whole = page[page.index('aria-labelledby="whole"') :]
    assert "Contradicts it" in whole
    assert "minéraux rares" in whole
