"""Whatever stands in the database, a page shows it as text, and a file holds it as text."""

import csv
import io
import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy import Column, Connection, Text, text
from sqlalchemy.exc import DBAPIError
from werkzeug.test import TestResponse

from tests.support.addresses import addresses_of, rules
from tests.support.cluster import Cluster
from tests.support.forms_site import FormsSite
from tests.support.page_risks import Risks
from tests.support.people import add, make_app, somebody
from tests.support.seeded_site import LANGUAGES, SUBJECTS, Site
from tracker.domain.permissions import Role
from tracker.models import Base

HOSTILE = """=1+1|"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}&amp;"""
WITHOUT_BLANKS = HOSTILE.replace(" ", "/")
WAYS = (
    (':hostile || "{}"', HOSTILE),
    (':hostile || "{}"', WITHOUT_BLANKS),  # as an e-mail address may be
    ('"{}" || :hostile', WITHOUT_BLANKS),  # as an address of the web may end
)
RECORDS_OF_EACH = 12
SECRETS = {"credential", "sign_in_attempt", "sign_in_link"}  # which no page shows
KEPT = {"agreement_standing_span", "agreement_status_span"}  # which the database writes itself

# Digests, and what only words of a closed list or a set form of letters can stand in.
CLOSED = {
    "action_kind.status",
    "agreement.reference",
    "agreement.review_state",
    "agreement_event.link",
    "agreement_official.role",
    "agreement_party.capacity",
    "agreement_party.legal_nature",
    "agreement_relation.kind",
    "citation.field",
    "citation.stance",
    "commitment.amount_bound",
    "commitment.currency",
    "commitment.status",
    "commitment_update.status",
    "country.alpha3",
    "criticality_listing.class",
    "document.class",
    "document.sha256",
    "event_participant.role",
    "mineral_hs.hs6",
    "missing_value.field",
    "missing_value.reason",
    "official_name.kind",
    "other_name.kind",
    "passage.sha256",
    "review.state",
    "saved_report.slug",
    "saved_report_version.query",  # never changed once written, and hostile from the first
    "statement.kind",
}
# What the seeds leave empty.
MORE_ROWS = """
    UPDATE document SET text = 'Text', sha256 = encode(sha256('Text'), 'hex')
        WHERE NOT EXISTS (SELECT FROM passage WHERE passage.document_id = document.id);
    INSERT INTO review (agreement_id, state, reviewer_id, decided_at, reason)
        SELECT id, 'returned', 1, now(), 'Why' FROM agreement WHERE id < 4;
    INSERT INTO saved_report (slug, title_en, title_fr) VALUES ('kept', 'Kept', 'Gardé');
    INSERT INTO passkey (account_id, name, credential_id, public_key, sign_count)
        SELECT id, 'Key', decode('01', 'hex'), decode('02', 'hex'), 0 FROM account LIMIT 1;
"""
KEPT_VERSION = """
    INSERT INTO saved_report_version (saved_report_id, number, query)
        SELECT id, 1, :hostile FROM saved_report
"""
ALSO = {
    "document.text": ", sha256 = encode(sha256(convert_to(:hostile || text, 'UTF8')), 'hex')",
    "passage.exact": ", start_offset = NULL, end_offset = NULL,"
    " sha256 = encode(sha256(convert_to(:hostile || exact, 'UTF8')), 'hex')",
}


def free_text() -> Iterator[tuple[str, Column[object]]]:
    """Yield the columns that hold text and are no key and made by no rule of the database."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Text) and not (
                column.primary_key or column.foreign_keys or column.computed
            ):
                yield table.name, column


def write_hostile(connection: Connection) -> set[str]:
    """Put hostile text into every text that may be any; return the columns that took none."""
    return {
        f"{table}.{column.name}"
        for table, column in free_text()
        if table not in SECRETS | KEPT and not column.name.endswith("_precision")
        if not any(_write(connection, table, column.name, where, what) for where, what in WAYS)
    }


def _write(connection: Connection, table: str, column: str, where: str, what: str) -> bool:
    """Tell whether every row of a table takes what is put before or after its text."""
    also = ALSO.get(f"{table}.{column}", "")
    put = f'UPDATE {table} SET "{column}" = {where.format(column)}{also}'  # noqa: S608
    try:
        with connection.begin_nested():
            assert connection.execute(text(put), {"hostile": what}).rowcount > 0, put
    except DBAPIError:
        return False
    return True


@pytest.fixture(scope="module")
def hostile_site(cluster: Cluster, seeded_template: str) -> Iterator[FormsSite]:
    """The site, to an administrator, on a database in which every text is hostile."""
    with cluster.copy(seeded_template) as database:
        add(database, "ann", Role.EDITOR)
        with database.owner.begin() as connection:
            connection.execute(text(MORE_ROWS))
            connection.execute(text(KEPT_VERSION), {"hostile": HOSTILE})
            assert write_hostile(connection) == CLOSED
        with somebody(make_app(database), database, "ada", Role.ADMINISTRATOR) as browser:
            yield FormsSite(database, browser)


def addresses(site: Site) -> Iterator[str]:
    """Yield every address that can be read, and those of more records."""
    for rule, method in rules(site.client.application):
        if method == "GET":
            yield from addresses_of(rule)
    for subject in SUBJECTS:
        yield f"/{subject}?q=alert"
        keys = site.record_keys(subject)
        for key in [*keys[:RECORDS_OF_EACH], *keys[-RECORDS_OF_EACH:]]:
            yield f"/{subject}/{key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_is_shown_as_text(hostile_site: FormsSite, language: str) -> None:
    shown = 0
    for address in addresses(hostile_site):
        answer = hostile_site.get(f"/{language}{address}")
        assert answer.status_code < 500, address
        if answer.mimetype != "text/html":
            _check_file(answer, address)
            continue
        page = answer.get_data(as_text=True)
        assert Risks(page).found == [], address
        assert not re.search("<img[ /]src=x", page), address
        assert "49&amp;" not in page, address
        shown += "&lt;script&gt;alert(1)" in page
    assert shown > len(SUBJECTS) * RECORDS_OF_EACH


def _check_file(answer: TestResponse, address: str) -> None:
    """See that a file can be read as what it is, and that no cell of it is a formula."""
    match answer.mimetype:
        case "text/csv":
            rows = csv.reader(io.StringIO(answer.get_data(as_text=True)))
            assert not [cell for row in rows for cell in row if cell.startswith("=")], address
        case "application/json":
            json.loads(answer.data)
        case "application/atom+xml":
            ET.fromstring(answer.data)  # noqa: S314 (our own)


def test_hostile_parameters_are_shown_as_text(hostile_site: FormsSite) -> None:
    for subject in SUBJECTS:
        for name in ("q", "sort", "cursor", "as_of", "unheard_of"):
            answer = hostile_site.get(f"/{subject}", **{name: HOSTILE})
            assert Risks(answer.get_data(as_text=True)).found == [], (subject, name)
    missing = hostile_site.get(f"/{SUBJECTS[0]}/{HOSTILE}")
    assert Risks(missing.get_data(as_text=True)).found == []
