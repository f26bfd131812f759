"""Agreements with their parties, actions, officials, scope and ties."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.bench import rows
from tracker.bench.actors import Actors
from tracker.bench.chance import (
    LAST_DAY,
    PRECISIONS,
    Weighted,
    day,
    happens,
)
from tracker.bench.events import Events
from tracker.bench.kept import kept
from tracker.bench.numbers import Numbers
from tracker.bench.reference import CodeName, ReferenceData
from tracker.bench.statuses import spans
from tracker.bench.titles import Titles
from tracker.bench.words import places
from tracker.domain.partial_dates import PartialDate
from tracker.domain.vocabularies import LegalNature, OfficialRole, RelationKind

_FORMS = Weighted(
    {
        "memorandum_of_understanding": 30,
        "agreement": 18,
        "joint_statement": 10,
        "memorandum_of_cooperation": 8,
        "partnership": 7,
        "declaration_of_intent": 5,
        "treaty": 4,
        "framework": 4,
        "protocol": 4,
        "exchange_of_notes": 3,
        "action_plan": 3,
        "initiative": 2,
        "trade_agreement": 2,
    }
)
_BINDING = {"agreement", "treaty", "protocol", "exchange_of_notes", "trade_agreement"}
_LIVES = Weighted[tuple[str, ...]](
    {
        ("signed",): 50,
        ("announced", "signed"): 15,
        ("announced",): 8,
        ("issued",): 8,
        ("signed", "became_operative"): 6,
        ("negotiations_opened",): 4,
        ("launched",): 3,
        ("signed", "amended"): 3,
        ("signed", "expired"): 2,
        (): 1,
    }
)
_BINDING_LIVES = Weighted[tuple[str, ...]](
    {
        ("signed",): 40,
        ("signed", "entered_into_force"): 30,
        ("initialled", "signed", "ratified", "entered_into_force"): 12,
        ("negotiations_opened",): 8,
        ("signed", "entered_into_force", "terminated"): 5,
        ("signed", "entered_into_force", "suspended"): 3,
        ("signed", "superseded"): 2,
    }
)
_PARTIES = Weighted({2: 84, 3: 6, 4: 3, 5: 2, 6: 2, 8: 1, 12: 1, 1: 1})
_SCOPES = Weighted({1: 40, 2: 30, 3: 20, 5: 10})
_RELATIONS = Weighted({kind.value: 1 for kind in RelationKind})


@dataclass
class Made:
    """An agreement with its parts, the countries that are its parties, and the day it is of."""

    agreement: rows.Agreement
    countries: list[CodeName]
    day: dt.date
    parties: list[rows.AgreementParty]
    actions: list[rows.AgreementAction]
    statuses: list[rows.AgreementStatusSpan]
    officials: list[rows.AgreementOfficial] = field(default_factory=list)
    scope: list[rows.AgreementScope] = field(default_factory=list)
    ties: list[rows.AnyRow] = field(default_factory=list)

    def every_row(self) -> Iterator[rows.AnyRow]:
        """Return its rows."""
        yield self.agreement
        yield from self.parties
        yield from self.actions
        yield from self.statuses
        yield from self.officials
        yield from self.scope
        yield from self.ties


class Agreements:
    """Makes agreements one after another."""

    def __init__(  # noqa: PLR0913 - an agreement brings all of this together
        self,
        *,
        reference: ReferenceData,
        chance: random.Random,
        numbers: Numbers,
        agreements: int,
        actors: Actors,
        events: Events,
    ) -> None:
        """Take what agreements are made of, and how many there will be."""
        self._reference = reference
        self._chance = chance
        self._numbers = numbers
        self._actors = actors
        self._events = events
        self._titles = Titles(chance, places(agreements))
        self._countries = Weighted.long_tailed(reference.countries)
        self._minerals = Weighted.long_tailed(reference.minerals)
        self._sectors = Weighted.long_tailed(reference.sectors)

    def make(self) -> Made:
        """Make the next agreement."""
        number = self._numbers.next(rows.Agreement)
        form, made_on = _FORMS.draw(self._chance), day(self._chance)
        countries = self._countries.draw_distinct(self._chance, _PARTIES.draw(self._chance))
        minerals = self._minerals.draw_distinct(self._chance, _SCOPES.draw(self._chance))
        title = self._titles.make(self._reference.forms[form], countries, minerals)
        actions = list(self._actions(number, made_on, binding=form in _BINDING))
        agreement = rows.Agreement(
            id=number,
            reference=f"B{number:08}",
            title_en=title.en,
            title_fr=title.fr,
            form=form,
            place_country_code=countries[0].code if happens(self._chance, 0.7) else None,
            base_agreement_id=self._earlier(number) if form == "protocol" else None,
            **kept(actions, self._reference.steps),
        )
        parties = list(self._parties(number, countries, binding=form in _BINDING))
        statuses = list(self._statuses(agreement, actions))
        made = Made(agreement, countries, made_on, parties, actions, statuses)
        made.officials = list(self._officials(made))
        made.scope = list(self._scope(number, minerals))
        made.ties = [*self._relations(number), *self._events.tie(number)]
        return made

    def _actions(
        self, number: int, made_on: dt.date, *, binding: bool
    ) -> Iterator[rows.AgreementAction]:
        """Draw a life: what comes before the signature, the signature, what comes after."""
        life = (_BINDING_LIVES if binding else _LIVES).draw(self._chance)
        signed = life.index("signed") if "signed" in life else 0
        pause = dt.timedelta(days=self._chance.randint(20, 900))
        for place, step in enumerate(life):
            key = self._numbers.next(rows.AgreementAction)
            if happens(self._chance, 0.03):
                yield rows.AgreementAction(key, number, step, None, None)
                continue
            precision = PRECISIONS.draw(self._chance)
            happened = min(made_on + (place - signed) * pause, LAST_DAY)
            date = PartialDate.containing(happened, precision)
            yield rows.AgreementAction(key, number, step, date.day, date.precision)

    def _statuses(
        self, agreement: rows.Agreement, actions: list[rows.AgreementAction]
    ) -> Iterator[rows.AgreementStatusSpan]:
        for status, since, until, precision in spans(actions, self._reference.steps):
            yield rows.AgreementStatusSpan(
                self._numbers.next(rows.AgreementStatusSpan),
                agreement.id,
                status,
                f"[{since or ''},{until or ''})",
                precision,
                agreement.dated_on or dt.date.min,
            )

    def _parties(
        self, number: int, countries: list[CodeName], *, binding: bool
    ) -> Iterator[rows.AgreementParty]:
        """Make the countries parties and, now and then, a union or a company beside them."""
        nature = LegalNature.TREATY if binding else LegalNature.POLITICAL_COMMITMENT
        for position, country in enumerate(countries):
            key = self._numbers.next(rows.AgreementParty)
            yield rows.AgreementParty(key, number, country.code, None, nature, position)
        body = None
        if happens(self._chance, 0.06):
            body, nature = self._chance.choice(self._reference.unions), LegalNature.UNKNOWN
        elif happens(self._chance, 0.08):
            body, nature = self._chance.choice(self._actors.companies), LegalNature.CONTRACT
        if body is not None:
            key = self._numbers.next(rows.AgreementParty)
            yield rows.AgreementParty(key, number, None, body, nature, len(countries))

    def _officials(self, made: Made) -> Iterator[rows.AgreementOfficial]:
        """Let somebody sign for each of the first countries, and another one look on."""
        if all(action.kind != "signed" for action in made.actions):
            return
        seen = set()
        for position, party in enumerate(made.parties[:3]):
            if party.country_code is None:
                continue
            role = OfficialRole.WITNESS if happens(self._chance, 0.2) else OfficialRole.SIGNATORY
            holder = self._actors.holder(party.country_code, made.day.year)
            if holder.official_id not in seen:
                seen.add(holder.official_id)
                yield rows.AgreementOfficial(
                    self._numbers.next(rows.AgreementOfficial),
                    made.agreement.id,
                    holder.official_id,
                    holder.post_id,
                    party.id,
                    role,
                    position,
                )

    def _scope(self, number: int, minerals: list[CodeName]) -> Iterator[rows.AgreementScope]:
        stage = self._chance.choice((None, None, *self._reference.stages))
        for mineral in minerals:
            key = self._numbers.next(rows.AgreementScope)
            yield rows.AgreementScope(key, number, mineral.code, None, stage)
        if happens(self._chance, 0.5):
            key, sector = self._numbers.next(rows.AgreementScope), self._sectors.draw(self._chance)
            yield rows.AgreementScope(key, number, None, sector.code, None)

    def _relations(self, number: int) -> Iterator[rows.AgreementRelation]:
        """Tie every tenth agreement to an earlier one, so that ties make no circle."""
        earlier = self._earlier(number) if happens(self._chance, 0.1) else None
        if earlier is not None:
            key, kind = self._numbers.next(rows.AgreementRelation), _RELATIONS.draw(self._chance)
            yield rows.AgreementRelation(key, number, kind, earlier)

    def _earlier(self, number: int) -> int | None:
        first = self._numbers.first[rows.Agreement]
        return self._chance.randrange(first, number) if number > first else None
