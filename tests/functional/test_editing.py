"""Records are added, changed and removed in forms; what is wrong is said at its place."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event, select

from tests.support.forms_site import FormsSite, fill
from tests.support.people import make_app, somebody
from tracker.db.engine import Database
from tracker.domain.permissions import Role
from tracker.domain.record_types import RECORD_TYPES
from tracker.models.shapes import RECORDS
from tracker.queries.history.drafts import read_draft


@pytest.fixture
def site(seeded_database: Database) -> Iterator[FormsSite]:
    app = make_app(seeded_database)
    with somebody(app, seeded_database, "ann", Role.ADMINISTRATOR) as browser:
        yield FormsSite(seeded_database, browser)


PATHS = {
    of.table: f"vocabularies/{of.table}" if of.is_vocabulary else of.collection
    for of in RECORD_TYPES
}
"""Where the forms of each record are, by its table."""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("record", PATHS)
def test_a_record_that_is_saved_unchanged_stays_as_it_is(
    site: FormsSite, seeded_database: Database, record: str, language: str
) -> None:
    key = RECORDS[record].key
    with seeded_database.session() as session:
        keys = session.scalars(select(key).order_by(key)).all()[:: 1 + 100 // 8]
        for each in keys:
            before = read_draft(session, record, each)
            address = f"/{language}/{PATHS[record]}/{each}/edit"
            with site.queries() as asked:
                site.save(address, site.open_form(address).fields)
            written = [query for query in asked if query.startswith(("INSERT", "UPDATE", "DEL"))]
            assert written == [], (before, address)


def test_every_record_has_a_form() -> None:
    assert set(PATHS) == set(RECORDS)


def test_an_organization_is_added_with_members(site: FormsSite) -> None:
    address = "/en/organizations/new"
    fields = site.open_form(address).fields
    fill(fields, name_en="Minerals Club", name_fr="Club des minéraux", kind="forum")
    fields = site.press(address, fields, "add:members").fields
    fields["members-0-who-text"] = "kazakhstan"
    fields["members-0-valid_start"] = "nov 2025"
    record = site.save(address, fields)
    data = site.data(f"{record}.json")
    assert data["name"]["fr"] == "Club des minéraux"
    assert [member["member"]["country_code"] for member in data["members"]] == ["KZ"]


def test_what_is_wrong_is_said_at_its_field_and_all_is_kept(site: FormsSite) -> None:
    address = "/fr/organizations/new"
    fields = site.press(address, site.open_form(address).fields, "add:members").fields
    fill(fields, name_en="Half", kind="forum")
    fill(fields, **{"members-0-who-text": "Atlantis", "members-0-valid_start": "6/11/2025"})
    back = site.refuse(address, fields)
    assert len(back.errors) == 3
    assert back.fields["name_en"] == "Half"
    assert back.fields["members-0-who-text"] == "Atlantis"
    assert back.fields["members-0-valid_start"] == "6/11/2025"


def test_what_the_database_refuses_is_said_at_its_field(site: FormsSite) -> None:
    address = "/en/organizations/new"
    fields = site.open_form(address).fields
    fill(fields, name_en="European Union", name_fr="Une autre", kind="union")
    back = site.refuse(address, fields)
    assert back.errors == ["There is another one of this name."]
    assert 'id="name_en-error"' in back.text


def test_a_form_opened_while_others_save_takes_nothing_of_theirs_for_its_own(
    site: FormsSite, seeded_database: Database
) -> None:
    address = "/en/organizations/new"
    fields = fill(site.open_form(address).fields, name_en="Torn", name_fr="A", kind="forum")
    address = f"{site.save(address, fields)}/edit"
    theirs = site.open_form(address).fields
    waiting = [fill(theirs.copy(), name_fr="B")]

    def save_between(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        # Another saves just before the form's last query but after its version is read.
        if waiting and "FROM organization " in statement:
            site.save(address, waiting.pop())

    event.listen(seeded_database.app, "before_cursor_execute", save_between)
    try:
        mine = site.open_form(address).fields
    finally:
        event.remove(seeded_database.app, "before_cursor_execute", save_between)
    site.save(address, fill(site.open_form(address).fields, name_fr="A"))  # and takes it back
    site.save(address, fill(mine, acronym="T"))
    assert waiting == []
    now = site.open_form(address).fields
    assert (now["name_fr"], now["acronym"]) == ("A", "T")


def test_a_form_that_is_not_ours_writes_nothing_and_keeps_all(site: FormsSite) -> None:
    address = "/en/organizations/1/edit"
    fields = fill(site.open_form(address).fields, name_en="Changed")
    fields["csrf_token"] += "x"
    back = site.refuse(address, fields, 400)
    assert back.fields["name_en"] == "Changed"
    assert site.data("/en/organizations/1.json")["name"]["en"] == "European Union"
    fields = fill(back.fields, name_en="Changed")
    site.save(address, fields)
    assert site.data("/en/organizations/1.json")["name"]["en"] == "Changed"


def test_rows_go_and_evidence_stays_with_its_row(site: FormsSite) -> None:
    address = "/en/organizations/1/edit"
    before = site.data("/en/organizations/1.json")["members"]
    fields = site.open_form(address).fields
    site.save(address, site.press(address, fields, "remove:members-0").fields)
    after = site.data("/en/organizations/1.json")["members"]
    assert after == before[1:]


def test_a_record_that_others_refer_to_is_not_deleted(site: FormsSite) -> None:
    address = "/en/organizations/1/delete"
    page = site.open_form(address)
    assert site.client.post(address, data=page.fields).status_code == 409
    assert site.get("/en/organizations/1").status_code == 200


def test_a_record_that_hangs_on_nothing_is_deleted(site: FormsSite) -> None:
    address = "/en/organizations/new"
    fields = fill(site.open_form(address).fields, name_en="A", name_fr="B", kind="forum")
    record = site.save(address, fields)
    page = site.open_form(f"{record}/delete")
    assert site.client.post(f"{record}/delete", data=page.fields).status_code == 303
    assert site.get(record).status_code == 404


def test_what_others_changed_meanwhile_is_put_together(site: FormsSite) -> None:
    address, data = "/en/organizations/1/edit", "/en/organizations/1.json"
    mine, theirs = site.open_form(address).fields, site.open_form(address).fields
    site.save(address, fill(theirs, acronym="EUU"))
    site.save(address, fill(mine, name_fr="Union"))
    after = site.data(data)
    assert (after["acronym"], after["name"]["fr"]) == ("EUU", "Union")


@pytest.mark.parametrize(
    ("press", "kept"), [("mine:acronym", "MINE"), ("theirs:acronym", "THEIRS"), ("", "THIRD")]
)
def test_a_conflict_is_shown_and_nothing_written_until_somebody_chooses(
    site: FormsSite, press: str, kept: str
) -> None:
    address, data = "/en/organizations/1/edit", "/en/organizations/1.json"
    mine, theirs = site.open_form(address).fields, site.open_form(address).fields
    site.save(address, fill(theirs, acronym="THEIRS"))
    stale = site.refuse(address, fill(mine, acronym="MINE", name_fr="Union"), 409)
    assert "acronym-conflict" in stale.fields
    assert stale.fields["name_fr"] == "Union"
    again = site.refuse(address, stale.fields, 409)
    assert site.data(data)["acronym"] == "THEIRS"
    if press:
        fields = site.press(address, again.fields, press).fields
    else:
        fields = fill(again.fields, acronym="THIRD")
    site.save(address, fields)
    assert site.data(data)["acronym"] == kept
    assert site.data(data)["name"]["fr"] == "Union"


def test_a_row_that_others_removed_is_a_conflict_only_where_it_was_changed(site: FormsSite) -> None:
    address = "/en/organizations/1/edit"
    mine, theirs = site.open_form(address).fields, site.open_form(address).fields
    site.save(address, site.press(address, theirs, "remove:members-0").fields)
    key = mine["members-0-key"]
    stale = site.refuse(address, fill(mine, **{"members-0-valid_start": "2001"}), 409)
    rows = [name for name, value in stale.fields.items() if value == key]
    row = rows[0].removesuffix("-key")
    site.save(address, site.press(address, stale.fields, f"remove:{row}").fields)
    assert key not in site.open_form(address).fields.values()


def test_a_new_row_begins_with_its_defaults(site: FormsSite) -> None:
    address = "/en/agreements/new"
    fields = site.press(address, site.open_form(address).fields, "add:parties").fields
    assert fields["parties-0-capacity"] == "party"


def test_rows_move_and_stay_so(site: FormsSite) -> None:
    address, parts = "/en/agreements/new", RECORDS["agreement"].parts
    fields = fill(
        site.open_form(address).fields, reference="M", title_en="M", title_fr="M", form="treaty"
    )
    for part in [*parts, *parts]:
        form = site.press(address, fields, f"add:{part}")
        fields = form.fields
    movable = [part for part, shape in parts.items() if shape.has_position]
    assert [button[5:-2] for button in form.buttons if button.startswith("down:")] == movable
    fill(
        fields,
        **{
            "parties-0-who-text": "KZ",
            "parties-1-who-text": "Chile",
            "officials-0-official_id-text": "Kassym-Jomart Tokayev",
            "officials-1-official_id-text": "Marco Rubio",
            "scope-0-what-text": "uranium",
            "scope-1-what-text": "copper",
            "commitments-0-what_en": "First",
            "commitments-0-what_fr": "Premier",
            "commitments-1-what_en": "Second",
            "commitments-1-what_fr": "Ensuite",
            "relations-0-kind": "implements",
            "relations-0-related_agreement_id-text": site.data("/en/agreements/1.json")[
                "reference"
            ],
            "relations-1-kind": "builds_on",
            "relations-1-related_agreement_id-text": site.data("/en/agreements/2.json")[
                "reference"
            ],
        },
    )
    for part in ("actions", "events"):
        for _ in range(2):
            fields = site.press(address, fields, f"remove:{part}-0").fields
    record = site.save(address, fields)

    def order() -> dict[str, list[str]]:
        told = site.data(f"{record}.json")
        return {part: [row["subject"] for row in told[part]] for part in movable}

    address, before = f"{record}/edit", order()
    assert {len(rows) for rows in before.values()} == {2}
    fields = site.open_form(address).fields
    for part in movable:
        fields = site.press(address, fields, f"down:{part}-0").fields
    site.save(address, fields)
    assert order() == {part: rows[::-1] for part, rows in before.items()}
    still = site.open_form(address).fields
    assert [still[f"scope-{row}-what-text"] for row in (0, 1)] == ["Copper", "Uranium"]


def test_an_agreement_is_entered_whole(site: FormsSite) -> None:
    address = "/en/agreements/new"
    fields = site.open_form(address).fields
    fill(fields, reference="T1", title_en="Text", title_fr="Texte", form="treaty")
    for part in ("parties", "parties", "officials", "actions", "scope", "parties-0-citations"):
        fields = site.press(address, fields, f"add:{part}").fields
    fill(
        fields,
        **{
            "parties-0-who-text": "KZ",
            "parties-1-who-text": "European Union",
            "parties-0-citations-0-document_id-text": "2022 Critical Minerals Strategy",
            "parties-0-citations-0-quote": "words of the source",
            "officials-0-official_id-text": "Kassym-Jomart Tokayev",
            "officials-0-party_id": fields["parties-0-key"],
            "actions-0-kind": "signed",
            "actions-0-happened_on": "6 novembre 2025",
            "scope-0-what-text": "lithium",
        },
    )
    agreement = site.data(f"{site.save(address, fields)}.json")
    assert agreement["status"] == "signed"
    assert [party["name"] for party in agreement["parties"]] == [
        "Kazakhstan",
        "European Union",
    ]
    assert "words of the source" in str(agreement)


def test_what_is_wrong_with_a_part_is_said_at_the_part(site: FormsSite) -> None:
    address = "/en/agreements/new"
    fields = site.open_form(address).fields
    fill(fields, reference="T2", title_en="Text", title_fr="Texte", form="treaty")
    back = site.refuse(address, fields)
    assert back.errors == ["An agreement has at least one party."]
    assert back.text.index('id="parties"') < back.text.index('class="error"')
    fields = site.press(address, back.fields, "add:parties").fields
    assert site.refuse(address, fields).errors == ["Fill this in."]


def test_hostile_text_is_kept_and_shown_as_text(site: FormsSite) -> None:
    address = "/en/organizations/new"
    hostile = "<script>alert(1)</script>'\"{{ 7*7 }}"
    fields = fill(site.open_form(address).fields, name_en=hostile, name_fr=hostile, kind="forum")
    record = site.save(address, fields)
    page = site.open_form(f"{record}/edit")
    assert page.fields["name_en"] == hostile
    assert "<script>alert" not in page.text
    assert site.data(f"{record}.json")["name"]["en"] == hostile


@pytest.mark.parametrize(
    ("kinds", "text", "token"),
    [
        ("country", "kazakstan", "country:KZ"),
        ("official", "токаев", "official:66"),
        ("country+organization", "EU", "organization:1"),
        ("mineral+sector", "lithium", "mineral:lithium"),
    ],
)
def test_names_are_completed(site: FormsSite, kinds: str, text: str, token: str) -> None:
    found = site.data(f"/en/choose/{kinds}.json", q=text)
    assert found[0]["value"] == token


def test_a_post_is_found_by_a_word_that_nothing_else_has(site: FormsSite) -> None:
    address = "/en/posts/new"
    fields = site.open_form(address).fields
    site.save(address, fill(fields, title_en="Zymurgist", title_fr="Zymologue", kind="minister"))
    assert site.data("/en/choose/post.json", q="zymurg")[0]["name"] == "Zymurgist"
