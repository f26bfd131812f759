"""Loading the seeds: once, again, after people's edits, after changes of the files, and in vain."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from tests.support.processes import environment, tracker
from tests.support.seed_files import AGREEMENTS, COUNTRIES, PEOPLE, write_seeds
from tracker.db.embedded.server import EmbeddedServer
from tracker.errors import TrackerError
from tracker.models import (
    Agreement,
    AgreementAction,
    AgreementParty,
    Base,
    Citation,
    Country,
    Document,
)
from tracker.seeding import (
    SETS,
    Counts,
    SeedError,
    SeedReport,
    Seeds,
    is_current,
    load,
)

RECORD = "public_record/agreements.yaml"
RATIFIED = "action_kinds:\n  ratified: {label: {en: Ratified, fr: Ratifié}, phase: 3}\n"


class Seeding:
    """Seeds of its own, loaded into a database by `load`, each time with other changes."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session = session
        self.folder = folder

    def load(
        self, changes: dict[str, str] | None = None, sets: tuple[str, ...] = SETS
    ) -> SeedReport:
        report = load(self.session, Seeds.read(write_seeds(self.folder, changes)), sets)
        self.session.commit()
        return report


@pytest.fixture
def seeding(session: Session, tmp_path: Path) -> Seeding:
    return Seeding(session, tmp_path)


def content(session: Session) -> dict[str, Sequence[object]]:
    """Everything in the database, but for the log of runs."""
    tables = [table for table in Base.metadata.sorted_tables if table.name != "seed_run"]
    return {
        table.name: session.execute(select(table).order_by(*table.primary_key)).all()
        for table in tables
    }


def test_everything_is_added_once_and_then_left_alone(seeding: Seeding) -> None:
    first = seeding.load()
    before = content(seeding.session)
    second = seeding.load()
    rows = len(Seeds.read(seeding.folder / "seeds").rows)
    assert first.total() == Counts(added=rows)
    assert second.total() == Counts(left_alone=rows)
    assert content(seeding.session) == before


def test_what_the_database_keeps_is_not_the_seeds(seeding: Seeding) -> None:
    seeding.load()
    agreement = seeding.session.scalars(select(Agreement)).one()
    assert (agreement.review_state, str(agreement.signed_on)) == ("draft", "2025-11-06")


def test_changed_files_change_the_database(seeding: Seeding) -> None:
    seeding.load()
    report = seeding.load({RECORD: AGREEMENTS.replace("First treaty", "The treaty")})
    assert seeding.session.scalars(select(Agreement.title_en)).one() == "The treaty"
    assert (report.total().changed, report.total().kept) == (1, 0)


def test_a_value_taken_out_is_emptied(seeding: Seeding) -> None:
    seeding.load()
    seeding.load({RECORD: AGREEMENTS.replace("    place: {en: Oslo, fr: Oslo}\n", "")})
    assert seeding.session.scalars(select(Agreement.place_en)).one() is None


def test_an_edit_stays_and_is_told(seeding: Seeding) -> None:
    seeding.load()
    seeding.session.execute(update(Agreement).values(title_en="As edited"))
    report = seeding.load(
        {RECORD: AGREEMENTS.replace("First", "Second").replace("Premier", "Deuxième")}
    )
    agreement = seeding.session.scalars(select(Agreement)).one()
    assert (agreement.title_en, agreement.title_fr) == ("As edited", "Deuxième traité")
    assert report.kept == ["agreement:T1: title_en as a person edited it"]
    again = seeding.load()
    assert again.kept == report.kept


def test_a_date_is_kept_with_its_precision(seeding: Seeding) -> None:
    seeding.load()
    seeding.session.execute(update(AgreementAction).values(happened_on="2025-11-07"))
    seeding.load({RECORD: AGREEMENTS.replace("on: 2025-11-06", "on: 2025")})
    action = seeding.session.scalars(select(AgreementAction)).one()
    assert (str(action.happened_on), action.happened_on_precision) == ("2025-11-07", "day")


def test_a_deleted_row_stays_deleted_with_its_parts(seeding: Seeding) -> None:
    seeding.load()
    seeding.session.execute(delete(Agreement))
    report = seeding.load()
    assert seeding.session.scalar(select(func.count()).select_from(AgreementParty)) == 0
    assert report.kept == ["agreement:T1: left out, because a person deleted it"]
    assert report.total().added == 0


def test_what_is_new_on_a_deleted_row_is_left_out(seeding: Seeding) -> None:
    seeding.load()
    seeding.session.execute(delete(Agreement))
    more = AGREEMENTS.replace("    scope:\n", "    scope:\n      - {sector: security}\n")
    assert seeding.load({RECORD: more}).total().added == 0


def test_what_leaves_the_files_stays_and_is_told(seeding: Seeding) -> None:
    seeding.load()
    without = COUNTRIES.replace("NA,NAM,Namibia,Namibie,,,gazette\n", "")
    report = seeding.load({"reference/countries.csv": without})
    assert report.gone == ["country:NA", "country:NA/cite:gazette//supports"]
    assert seeding.session.get(Country, "NA") is not None


def test_another_order_in_a_file_adds_nothing(seeding: Seeding) -> None:
    seeding.load()
    lines = COUNTRIES.splitlines(keepends=True)
    turned = "".join([lines[0], *reversed(lines[1:])])
    assert seeding.load({"reference/countries.csv": turned}).total().added == 0


def test_a_choice_keeps_the_moment_it_was_made(seeding: Seeding) -> None:
    seeding.load()
    chosen = select(Citation.chosen_at).where(Citation.chosen_by == "Editors")
    first = seeding.session.scalars(chosen).one()
    report = seeding.load({RECORD: AGREEMENTS.replace("Nearest", "It was there")})
    assert report.total().changed == 1
    assert seeding.session.scalars(chosen).one() == first


def test_folders_can_be_loaded_one_by_one(seeding: Seeding) -> None:
    without_sources = {
        "reference/countries.csv": COUNTRIES.replace("gazette", "").replace("courier", "")
    }
    for folder in SETS:
        assert seeding.load(without_sources, (folder,)).total().added > 0
    rows = len(Seeds.read(seeding.folder / "seeds").rows)
    assert seeding.load(without_sources).total() == Counts(left_alone=rows)


def test_a_folder_that_needs_another_says_so(seeding: Seeding) -> None:
    with pytest.raises(SeedError, match="country:KZ is not in the database"):
        seeding.load(sets=("article",))


def test_mistakes_are_found_before_the_database_is_touched(seeding: Seeding) -> None:
    seeding.load()
    before = content(seeding.session)
    with pytest.raises(SeedError):
        seeding.load({RECORD: AGREEMENTS.replace("country: NO", "country: XX")})
    assert content(seeding.session) == before


def test_a_row_that_the_database_refuses_is_named(seeding: Seeding) -> None:
    overlapping = PEOPLE.replace("from: 2022-01-02", "from: 2020")
    with pytest.raises(SeedError) as caught:
        seeding.load({"article/people.yaml": overlapping})
    (problem,) = caught.value.problems
    assert str(problem).startswith("seeds/article/people.yaml:22: organizations/union/members/1: ")
    assert "refuses organization:union/member:KZ/2: conflicting key value" in problem.message


def test_a_row_that_a_person_added_first_is_named(seeding: Seeding) -> None:
    seeding.session.add(Document(url="https://gazette.example/1", publisher="G", class_="news"))
    with pytest.raises(SeedError, match="refuses document:gazette: conflicting key value"):
        seeding.load()


def test_a_rule_of_the_database_between_rows_fails_the_run(seeding: Seeding) -> None:
    alone = AGREEMENTS.replace("legal_nature: treaty", "legal_nature: political_commitment")
    alone = alone.replace("{country: KZ,", "{country: KZ, legal_nature: political_commitment,")
    with pytest.raises(TrackerError, match="binds nobody"):
        seeding.load(
            {
                RECORD: alone.replace("kind: signed", "kind: ratified"),
                "reference/more.yaml": RATIFIED,
            }
        )


def test_a_failure_leaves_the_database_as_it_was(seeding: Seeding) -> None:
    seeding.load()
    before = content(seeding.session)
    with pytest.raises(SeedError):
        seeding.load(
            {
                RECORD: AGREEMENTS.replace("First treaty", "The treaty"),
                "article/people.yaml": PEOPLE.replace("from: 2022-01-02", "from: 2020"),
            }
        )
    seeding.session.rollback()
    assert content(seeding.session) == before


def test_the_last_run_is_remembered_by_its_files(seeding: Seeding) -> None:
    root = seeding.folder / "seeds"
    seeding.load()
    assert is_current(seeding.session, root=root)
    assert not is_current(seeding.session, ("reference",), root)
    write_seeds(seeding.folder, {RECORD: AGREEMENTS.replace("First", "Second")})
    assert not is_current(seeding.session, root=root)


def test_the_seeds_of_the_project_change_nothing_the_second_time(seeded: Session) -> None:
    seeds = Seeds.read()
    report = load(seeded, seeds)
    assert report.total() == Counts(left_alone=len(seeds.rows))
    assert (report.kept, report.gone) == ([], [])


def test_the_command_says_what_it_did(bare_home: Path) -> None:
    env = environment(bare_home)
    with EmbeddedServer(bare_home, say=lambda _: None):  # so that not every command starts it
        rehearsed = tracker("seed", "--dry-run", env=env)
        assert rehearsed.stdout.endswith("Nothing was changed: this was a dry run.\n")
        first = tracker("seed", env=env)
        assert first.stdout == rehearsed.stdout.removesuffix(
            rehearsed.stdout.splitlines()[-1] + "\n"
        )
        total = ["total", str(len(Seeds.read().rows)), "0", "0", "0"]
        assert first.stdout.splitlines()[-1].split() == total
        reference = tracker("seed", "reference", env=env).stdout.splitlines()[-1].split()
        assert reference[0] == "total"
        assert (reference[1], reference[2], reference[4]) == ("0", "0", "0")


def test_reference_data_stand_without_the_rest(session: Session) -> None:
    report = load(session, Seeds.read(), ("reference",))
    assert report.total().added > 2_000
