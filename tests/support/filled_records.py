"""Records in which every field of their forms is filled, each with a value to be found again.

Two worlds are filled alike but for the values: no value of the one is one of the other, so that a
place which shows a value only in its own world does show that field, and not a word that is there
anyway. Why a value is missing is left out: here none is.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from babel.dates import format_date
from sqlalchemy import Connection
from sqlalchemy.orm import Session
from wtforms import Field

from tests.support.people import PROGRAM
from tracker.domain.drafts import KEY, MISSING, Draft
from tracker.domain.partial_dates import PartialDate
from tracker.domain.record_types import BY_KIND, BY_TABLE, RecordKey
from tracker.domain.vocabularies import Precision, RelationKind, Stance, SumBound
from tracker.forms import fields
from tracker.forms.by_table import FORMS
from tracker.forms.names import NameFields
from tracker.forms.records import PartForm, Rows
from tracker.services.records import save_record
from tracker.web.site.labels import LABELS, RELATIONS

TABLES = {form: table for table, form in FORMS.items() if table not in BY_TABLE} | {
    NameFields: "other_name"  # of a word of a vocabulary, which has no sources
}
"""The table of each form of a part."""

_VOCABULARIES = {"form": "agreement_form"}  # where a form does not call it as its table
_GIVEN: dict[tuple[str, str], tuple[tuple[Any, str], tuple[Any, str]]] = {
    ("action_kind", "phase"): ((2, "2"), (3, "3")),
    ("commitment", "amount_bound"): ((SumBound.BETWEEN, "to"), (SumBound.ABOUT, "about")),
    ("commitment", "currency"): (("EUR", "€"), ("JPY", "¥")),
    ("document", "language"): (("kk", "Kazakh"), ("mn", "Mongolian")),
    ("mineral", "atomic_number"): ((61, "61"), (87, "87")),
    ("official_name", "language"): (("uz", "Uzbek"), ("fa", "Persian")),
    ("official_name", "script"): (("Cyrl", "Cyrillic"), ("Latn", "Latin")),
    ("other_name", "language"): (("uz", "Uzbek"), ("fa", "Persian")),
    ("other_name", "script"): (("Cyrl", "Cyrillic"), ("Latn", "Latin")),
    ("passage", "language"): (("ky", "Kyrgyz"), ("tg", "Tajik")),
}
"""Values of fields that take few, in either world, and their words."""

_CONTRADICTS = (Stance.CONTRADICTS, "contradicts", "disagrees")

_NUMBER_APART = """
    DO $$
    DECLARE
        kept record;
        begins integer := 100000;
    BEGIN
        FOR kept IN SELECT table_name FROM information_schema.columns
            WHERE table_schema = 'public' AND is_identity = 'YES' ORDER BY table_name
        LOOP
            begins := begins + 1000;
            EXECUTE format('ALTER TABLE %I ALTER COLUMN id RESTART WITH %s',
                kept.table_name, begins);
        END LOOP;
    END
    $$
"""


@dataclass(frozen=True)
class FilledField:
    """A field that is filled, and how places may write its value: any of these.

    Rows of ``table`` are ``beside`` one of another, or of the same. A ``repeated`` value is that of
    another field too: where this one is shown, it stands oftener.
    """

    table: str
    name: str
    written: tuple[str, ...]
    beside: str
    repeated: bool = False


@dataclass(frozen=True)
class FilledRecord:
    """A record of which every field is filled."""

    key: RecordKey
    draft: Draft
    fields: tuple[FilledField, ...]


def number_apart(connection: Connection) -> None:
    """Let no two rows that come have the same number, whatever their tables."""
    connection.exec_driver_sql(_NUMBER_APART, execution_options={"no_parameters": True})


@dataclass
class World:
    """Fills records in one database. ``number`` is 0 or 1; in the latter no part has a sibling."""

    session: Session
    number: int
    _made: int = 0
    _countries: int = 0
    _filled: list[FilledField] = field(default_factory=list)
    _siblings: list[Draft] = field(default_factory=list)
    _names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _used: Counter[type[StrEnum]] = field(default_factory=Counter)

    def fill(self, table: str) -> FilledRecord:
        """Write a record with a value in every field, and in every field of a row of each part."""
        for each in (self._filled, self._siblings, self._used):
            each.clear()
        draft = self._row(table, table, 0)
        if self._siblings:
            draft["parties"] += self._siblings
        key = save_record(self.session, PROGRAM, table, None, draft)
        return FilledRecord(key, draft, tuple(self._filled))

    def _row(
        self, table: str, beside: str, which: int, made_in: type[PartForm] | None = None
    ) -> Draft:
        """Make a row's draft; ``which`` chooses among the kinds of record that a field takes."""
        form, draft = (made_in or FORMS[table])(), self._empty(table)
        for each in form.own_fields():
            name = each.short_name
            if (table, name) == ("citation", "field"):
                continue  # it speaks of the whole row
            if name == "post_id" and not draft.get("who", "official").startswith("official"):
                continue  # a country or an organization holds no post
            draft[name], *written = self._value(table, each, which)
            repeated = isinstance(each, fields.SiblingField)
            self._filled.append(FilledField(table, name, tuple(written), beside, repeated))
        for part in _parts(form):
            if part.short_name != MISSING:
                draft[part.short_name] = self._rows(part, table)
        return draft

    def _rows(self, part: Rows, beside: str) -> list[Draft]:
        """Make a row of a part for each kind of record that its rows can be of."""
        form = part.unbound_field.args[0]
        table = TABLES[form]
        kinds = [len(each.kinds) for each in FORMS[table]() if isinstance(each, fields.RecordField)]
        return [self._row(table, beside, which, form) for which in range(max(kinds, default=1))]

    def _empty(self, table: str) -> Draft:
        form = FORMS[table]()
        parts: Draft = {part.short_name: [] for part in _parts(form)}
        return {**dict.fromkeys(form.data), **parts, KEY: f"new-{self._next()}"}

    def _least(self, table: str) -> Draft:
        """Make a draft with nothing but what must be filled, and what people would call it by."""
        draft = self._empty(table)
        for each in FORMS[table]().own_fields():
            if getattr(each, "required", False) or each.short_name == "title":
                words = _words(each)
                draft[each.short_name] = words[0] if words else self._value(table, each, 0)[0]
        if table == "agreement":
            draft["parties"] = [self._least("agreement_party")]
        return draft

    def _make(self, table: str) -> tuple[RecordKey, Draft]:
        draft = self._least(table)
        return save_record(self.session, PROGRAM, table, None, draft), draft

    def _value(self, table: str, of: Field, which: int) -> tuple[Any, ...]:
        """Return a value of a field, and how it may be written."""
        if (table, of.short_name) in _GIVEN:
            value, words = _GIVEN[table, of.short_name][self.number]
            return value, str(value), words
        match of:
            case fields.SiblingField():
                return self._sibling()
            case fields.RecordField():
                return self._reference(of.kinds, which)
            case fields.WordField(vocabulary=str() as name):
                table = _VOCABULARIES.get(name, name)
                code, draft = self._make(table)
                return code, code, draft["label_en"]
            case fields.WordField(vocabulary=type() as vocabulary):
                return self._word(vocabulary)
        return self._typed(table, of)

    def _sibling(self) -> tuple[Any, ...]:
        """Make a party, which another part of the record is then of in one of the worlds."""
        party = self._least("agreement_party")
        self._siblings.append(party)
        names = self._names[party["who"]]
        return party[KEY] if self.number == 0 else None, *names

    def _reference(self, kinds: tuple[str, ...], which: int) -> tuple[Any, ...]:
        """Make a record to refer to."""
        kind = kinds[which % len(kinds)]
        key, draft = self._make(BY_KIND[kind].table)
        token = f"{kind}:{key}"
        named = (draft.get(name) for name in ("name", "name_en", "title", "title_en", "reference"))
        self._names[token] = (str(key), *filter(None, named))
        return token if len(kinds) > 1 else key, *self._names[token]

    def _word(self, vocabulary: type[StrEnum]) -> tuple[Any, ...]:
        """Take a vocabulary's words from its end, in turn: what is made beside has its first."""
        words = list(vocabulary)[::-1]
        word = words[(2 * self._used[vocabulary] + self.number) % len(words)]
        self._used[vocabulary] += 1
        if vocabulary is Stance:  # what contradicts is said in full, and so in one of the worlds
            return (Stance.SUPPORTS, "supports") if self.number else _CONTRADICTS
        labels = RELATIONS[word][0] if isinstance(word, RelationKind) else LABELS[vocabulary][word]
        return word, str(word), str(labels)

    def _typed(self, table: str, of: Field) -> tuple[Any, ...]:
        number = self._next()
        match of:
            case fields.DateField():
                day = dt.date(1951 + 50 * self.number, 1, 1) + dt.timedelta(days=number)
                words = format_date(day, "long", "en_GB")
                return PartialDate(day, Precision.DAY), day.isoformat(), words
            case fields.NumberField():
                return (value := 10_000 * (self.number + 1) + number), str(value)
            case fields.MoneyField():
                amount = Decimal(f"{self.number + 1}{number:05}.25")
                upper = of.short_name == "amount_to"  # which in one of the worlds there is not
                return None if upper and self.number else amount, str(amount), f"{amount:,}"
            case fields.CheckField():
                return (True,)  # which is no value that one could tell from others
        typed = self._text(table, of.short_name, number)
        return typed, typed

    def _text(self, table: str, name: str, number: int) -> str:
        match name:
            case "code" if table == "country":
                return self._letters(2)
            case "alpha3":
                return self._letters(3)
            case "hs6":
                return f"{self.number + 1}{number:05}"
            case "code":
                return f"word{self.number}n{number}"
            case "url":
                return f"https://example.org/{self.number}/{number}"
        return f"Word{self.number}n{number}"

    def _letters(self, length: int) -> str:
        """Return letters that no other country has: of the alphabet's first half or its second."""
        self._countries += 1
        number, letters = self._countries, ""
        for _ in range(length):
            number, digit = divmod(number, 13)
            letters += chr(ord("A") + 13 * self.number + digit)
        return letters

    def _next(self) -> int:
        self._made += 1
        return self._made


def _parts(form: PartForm) -> list[Rows]:
    return [each for each in form if isinstance(each, Rows)]


def _words(of: Field) -> list[StrEnum]:
    """Return the words that a field takes; none where it takes no closed vocabulary's."""
    vocabulary: Any = getattr(of, "vocabulary", "")
    return [] if isinstance(vocabulary, str) else list(vocabulary)
