"""Meetings, and how agreements are tied to them."""

import random
from collections.abc import Iterator

from tracker.bench import rows
from tracker.bench.chance import Weighted, day, happens
from tracker.bench.numbers import Numbers
from tracker.bench.reference import ReferenceData
from tracker.domain.vocabularies import EventLink, ParticipantRole, Precision

_KINDS = Weighted(
    {
        "meeting": 40,
        "visit": 20,
        "ministerial": 15,
        "summit": 10,
        "conference": 8,
        "signing_ceremony": 7,
    }
)
_NAMES = {
    "meeting": ("Meeting", "Rencontre"),
    "visit": ("Visit", "Visite"),
    "ministerial": ("Ministerial meeting", "Réunion ministérielle"),
    "summit": ("Summit", "Sommet"),
    "conference": ("Conference", "Conférence"),
    "signing_ceremony": ("Signing ceremony", "Cérémonie de signature"),
}
_LINKS = Weighted({link.value: 1 for link in EventLink})


class Events:
    """The meetings of a database; ``every_row`` makes them, ``tie`` ties an agreement to one."""

    def __init__(
        self, reference: ReferenceData, chance: random.Random, numbers: Numbers, agreements: int
    ) -> None:
        """Plan as many as go with a number of agreements."""
        self._chance = chance
        self._numbers = numbers
        self._count = max(3, agreements // 10)
        self._countries = Weighted.long_tailed(reference.countries)
        self._sectors = Weighted.long_tailed(reference.sectors)

    def every_row(self) -> Iterator[rows.AnyRow]:
        """Make every meeting, with who took part and what was spoken of."""
        for _ in range(self._count):
            number = self._numbers.next(rows.Event)
            kind = _KINDS.draw(self._chance)
            countries = self._countries.draw_distinct(self._chance, self._chance.randint(2, 6))
            english, french = _NAMES[kind]
            yield rows.Event(
                id=number,
                kind=kind,
                title_en=f"{english} of {countries[0].en} and {countries[1].en}",
                title_fr=f"{french} : {countries[0].fr} et {countries[1].fr}",
                place_country_code=countries[0].code,
                starts_on=day(self._chance),
                starts_on_precision=Precision.DAY,
            )
            for position, country in enumerate(countries):
                role = ParticipantRole.PARTICIPANT if position else ParticipantRole.HOST
                key = self._numbers.next(rows.EventParticipant)
                yield rows.EventParticipant(key, number, country.code, role, position)
            for sector in self._sectors.draw_distinct(self._chance, 2):
                key = self._numbers.next(rows.EventTopic)
                yield rows.EventTopic(key, number, sector.code)

    def tie(self, agreement: int) -> Iterator[rows.AgreementEvent]:
        """Tie every third agreement to a meeting."""
        if happens(self._chance, 0.33):
            event = self._numbers.first[rows.Event] + self._chance.randrange(self._count)
            key = self._numbers.next(rows.AgreementEvent)
            yield rows.AgreementEvent(key, agreement, event, _LINKS.draw(self._chance))
