"""A name is one in Cyrillic, in the new Latin letters and as English texts write it."""

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from tests.support.cluster import Cluster
from tests.support.kazakh_names import PAIRS, in_new_latin
from tracker.domain.text import fold
from tracker.queries.lookup.record_lookup import suggested

APOSTROPHES = ("'", "ʻ", "‘", "’", "ʼ")  # noqa: RUF001 - as they are typed
CYRILLIC = [chr(code) for code in range(0x400, 0x530) if chr(code).isalpha()]


@pytest.fixture(scope="module")
def module_owner(cluster: Cluster, migrated_template: str) -> Iterator[Connection]:
    """A connection of the owner to a database without data."""
    with cluster.copy(migrated_template) as database, database.owner.connect() as connection:
        yield connection


def test_200_kazakh_names_are_one_each_in_three_alphabets(module_owner: Connection) -> None:
    assert len(PAIRS) >= 200
    differing = {}
    for cyrillic, english in PAIRS:
        spellings = [cyrillic, in_new_latin(cyrillic), english]
        sounds = _each(module_owner, "sounds(plain(t))", spellings)
        if len(set(sounds)) > 1:
            differing[cyrillic] = dict(zip(spellings, sounds, strict=True))
    assert differing == {}


def test_names_that_differ_stay_apart(module_owner: Connection) -> None:
    names = [cyrillic for cyrillic, _ in PAIRS]
    sounds = _each(module_owner, "sounds(plain(t))", names)
    together: dict[str, set[str]] = {}
    for name, sound in zip(names, sounds, strict=True):
        together.setdefault(sound, set()).add(name)
    assert {frozenset(alike) for alike in together.values() if len(alike) > 1} <= {
        frozenset({"Аманкелді", "Амангелді"}),
    }


def test_an_official_is_found_in_another_alphabet(session: Session) -> None:
    session.execute(text("INSERT INTO official (name) VALUES ('Бақытжан Сағынтаев'), ('Toqtar')"))
    for typed in ("Bakhytzhan", "Baqytjan Sağyntaev", "Sagintayev", "Бахытжан Сагинтаев"):
        found = [choice.name.en for choice in suggested(session, ["official"], typed)]
        assert found == ["Бақытжан Сағынтаев"], typed
    assert [each.name.en for each in suggested(session, ["official"], "Тоқтар")] == ["Toqtar"]


def test_cyrillic_is_folded_alike_composed_or_not_and_in_both_languages(
    module_owner: Connection,
) -> None:
    apart = [unicodedata.normalize("NFD", letter) for letter in CYRILLIC]
    assert _each(module_owner, "fold(t)", CYRILLIC) == [fold(letter) for letter in CYRILLIC]
    assert _each(module_owner, "fold(t)", apart) == [fold(letter) for letter in CYRILLIC]
    assert _each(module_owner, "plain(t)", apart) == _each(module_owner, "plain(t)", CYRILLIC)


def test_uzbek_letters_are_one_whatever_the_apostrophe(module_owner: Connection) -> None:
    typed = [f"O{sign}zbekiston, Qozog{sign}iston" for sign in APOSTROPHES]
    assert set(_each(module_owner, "plain(t)", typed)) == {"ozbekiston qozogiston"}
    assert len(set(_each(module_owner, "fold(t)", typed))) == 1
    assert len({fold(each) for each in typed}) == 1
    french = _each(module_owner, "plain(t)", ["l'accord d’Ivoire, Hong Kong's"])  # noqa: RUF001
    assert french == ["l accord d ivoire hong kong s"]


def test_points_of_initials_do_not_matter(module_owner: Connection) -> None:
    initials = ["U.S.", "u.s", "US", "D.R.C.", "U.S.-Kazakhstan", "С.Ш.А.", "J.D. Vance", "2.5.1"]  # noqa: RUF001
    plain = ["us", "us", "us", "drc", "us kazakhstan", "ssha", "jd vance", "2 5 1"]
    assert _each(module_owner, "plain(t)", initials) == plain


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), max_size=30
    )
)
def test_to_fold_twice_changes_nothing(module_owner: Connection, texts: list[str]) -> None:
    for function in ("fold", "plain"):
        once = _each(module_owner, f"{function}(t)", texts)
        assert _each(module_owner, f"{function}(t)", once) == once


def _each(connection: Connection, expression: str, texts: list[str]) -> list[str]:
    query = text(
        f"SELECT {expression} FROM unnest(CAST(:texts AS text[])) WITH ORDINALITY AS u(t, n)"  # noqa: S608 - ours
        " ORDER BY n"
    )
    connection.exec_driver_sql("SET search_path = public")
    return list(connection.scalars(query, {"texts": texts}))
