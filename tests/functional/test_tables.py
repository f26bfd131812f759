"""Lists as CSV: the same rows as the page, in the same order, safe in a spreadsheet."""

import csv
import io

import pytest
from sqlalchemy import literal, select

from tests.support.seeded_site import SUBJECTS, Site, key_name
from tracker.db.engine import Database
from tracker.queries.listing.csv_copy import cell, copy_csv
from tracker.queries.listing.paging import PAGE_SIZE


def read(site: Site, address: str, **query: str) -> list[dict[str, str]]:
    answer = site.get(address, **query)
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True))))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_table_has_the_rows_of_all_pages_in_their_order(site: Site, subject: str) -> None:
    key = key_name(subject)
    rows = [row[key] for row in read(site, f"/en/{subject}.csv")]
    assert rows == [str(item[key]) for item in site.whole_list(subject)]
    assert len(rows) > PAGE_SIZE or subject in {"sectors", "events"}


def test_a_table_is_narrowed_as_the_page_is(site: Site) -> None:
    rows = read(site, "/agreements.csv", country="KZ", sort="oldest")
    assert [row["id"] for row in rows] == [
        str(item["id"]) for item in site.whole_list("agreements", country="KZ", sort="oldest")
    ]
    assert site.get("/agreements.csv", country="XX").status_code == 400


def test_a_date_is_written_no_more_precisely_than_it_is_known(site: Site) -> None:
    written = {row["reference"]: row["dated_on"] for row in read(site, "/agreements.csv")}
    assert (written["A015"], written["A028"], written["A001"]) == ("2012", "2023-03", "2025-11-06")


def test_a_table_names_the_parties(site: Site) -> None:
    (row,) = [row for row in read(site, "/agreements.csv") if row["reference"] == "A001"]
    assert row["parties"] == "KZ; US"
    assert row["parties_fr"] == "Kazakhstan; États-Unis"


def test_the_text_of_a_source_is_not_given_away(site: Site) -> None:
    assert "text" not in read(site, "/sources.csv")[0]


@pytest.mark.parametrize(
    "risky",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1"),
        *("\u00a0\ufeff@x", "\uff1d1+1", "\u2003\uff0b1", "\uff0d1", "\uff20x"),
    ],
)
def test_what_would_run_as_a_formula_is_quoted(database: Database, risky: str) -> None:
    with database.app.connect() as connection:
        written = b"".join(copy_csv(connection, select(cell(literal(risky)).label("title"))))
    rows = list(csv.reader(io.StringIO(written.decode(), newline="")))
    assert rows == [["title"], [f"'{risky}"]]
