"""Sources, the words quoted from them, and what is cited from which for an agreement."""

# ruff: noqa: RUF001 - text in French and Russian

import datetime as dt
import random
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, NamedTuple

from tracker.bench import rows
from tracker.bench.agreements import Made
from tracker.bench.chance import Weighted, happens
from tracker.bench.numbers import Numbers
from tracker.domain.vocabularies import DocumentClass, MissingReason, Precision, Stance

_PUBLISHERS = Weighted.long_tailed(
    tuple(
        (f"{place} {kind}", language, class_)
        for kind, language, class_ in (
            ("Gazette", "en", DocumentClass.NEWS),
            ("Ministry Press Office", "en", DocumentClass.OFFICIAL_STATEMENT),
            ("Dépêches", "fr", DocumentClass.NEWS),
            ("Вестник", "ru", DocumentClass.NEWS),
            ("Treaty Series", "en", DocumentClass.PRIMARY),
            ("Institute", "en", DocumentClass.ANALYSIS),
        )
        for place in ("Northern", "Central", "Coastal", "Eastern", "Highland", "River", "Island")
    )
)
# What a source says of an agreement's title, of its date, and of who signed it.
_SENTENCES = {
    "en": (
        "The text is entitled “{title}”.",
        "It was signed on {day} in the presence of both delegations.",
        "{name} signed for the government.",
    ),
    "fr": (
        "Le texte s’intitule « {title} ».",
        "Il a été signé le {day} en présence des deux délégations.",
        "{name} a signé au nom du gouvernement.",
    ),
    "ru": (
        "Документ называется «{title}».",
        "Он был подписан {day} в присутствии обеих делегаций.",
        "От имени правительства документ подписал(а) {name}.",
    ),
}
_OPENING = {
    "en": "The two sides met for talks on the supply of raw materials. ",
    "fr": "Les deux parties se sont entretenues de l’approvisionnement en matières premières. ",
    "ru": "Стороны провели переговоры о поставках сырья. ",
}


class SyntheticSource(NamedTuple):
    """A document, the language it is written in, and whether its text is held."""

    id: int
    language: str
    held: bool


class Claim(NamedTuple):
    """A sentence of a source, and the field or part of the agreement that it speaks of."""

    sentence: str
    about: dict[str, Any]


class EvidenceMaker:
    """Makes the evidence of agreements, one after another."""

    def __init__(self, chance: random.Random, numbers: Numbers, names: dict[int, str]) -> None:
        """Take the officials' names by id."""
        self._chance = chance
        self._numbers = numbers
        self._names = names

    def every_row(self, made: Made) -> Iterator[rows.AnyRow]:
        """Make one agreement's source, the quotations from it, and what is cited from it."""
        publisher, language, class_ = _PUBLISHERS.draw(self._chance)
        key = self._numbers.next(rows.Document)
        source = SyntheticSource(key, language, held=happens(self._chance, 0.1))
        claims = self._claims(made, language)
        text = _OPENING[language] + " ".join(claim.sentence for claim in claims)
        yield self._document(made, source, publisher, class_, text)
        position = len(_OPENING[language])
        for claim in claims:
            passage = self._passage(source, claim.sentence, position)
            yield passage
            yield self._citation(made, source.id, passage.id, claim.about)
            position = passage.end_offset + 1 if passage.end_offset else 0
        yield from self._unquoted(made, source)

    def _claims(self, made: Made, language: str) -> list[Claim]:
        titled, signed, by = _SENTENCES[language]
        title = made.agreement.title_fr if language == "fr" else made.agreement.title_en
        claims = [Claim(titled.format(title=title), {"field": "title_en"})]
        claims += [
            Claim(signed.format(day=action.happened_on), {"agreement_action_id": action.id})
            for action in made.actions
            if action.kind == "signed" and action.happened_on
        ]
        claims += [
            Claim(by.format(name=self._names[part.official_id]), {"agreement_official_id": part.id})
            for part in made.officials
        ]
        return list({claim.sentence: claim for claim in claims}.values())  # namesakes sign too

    def _document(
        self, made: Made, source: SyntheticSource, publisher: str, class_: str, text: str
    ) -> rows.Document:
        host = publisher.split(maxsplit=1)[0].lower()
        return rows.Document(
            id=source.id,
            url=f"https://{host}.example/{source.language}/{source.id}",
            publisher=publisher,
            title=f"{publisher}, {made.day:%Y-%m}/{source.id}",
            language=source.language,
            class_=class_,
            published_on=made.day,
            published_on_precision=Precision.DAY,
            text=text if source.held else None,
            sha256=_sha256(text) if source.held else None,
        )

    def _passage(self, source: SyntheticSource, exact: str, position: int) -> rows.Passage:
        return rows.Passage(
            id=self._numbers.next(rows.Passage),
            document_id=source.id,
            exact=exact,
            start_offset=position if source.held else None,
            end_offset=position + len(exact) if source.held else None,
            sha256=_sha256(exact),
            language=source.language,
        )

    def _unquoted(self, made: Made, source: SyntheticSource) -> Iterator[rows.AnyRow]:
        """Cite the source as a whole, let another one disagree now and then, say what lacks."""
        if happens(self._chance, 0.5):
            for party in made.parties:
                yield self._citation(made, source.id, None, {"agreement_party_id": party.id})
        if happens(self._chance, 0.5):
            scope = made.scope[0].id
            yield self._citation(made, source.id, None, {"agreement_scope_id": scope})
        if made.actions and happens(self._chance, 0.02):
            earlier = self._chance.randint(self._numbers.first[rows.Document], source.id)
            another = str(made.day + dt.timedelta(days=1))
            yield self._citation(
                made, earlier, None, {"agreement_action_id": made.actions[0].id}, another
            )
        if made.agreement.place_country_code is None:
            key = self._numbers.next(rows.MissingValue)
            reason = MissingReason.NOT_STATED
            yield rows.MissingValue(key, made.agreement.id, "place_country_code", reason)

    def _citation(
        self,
        made: Made,
        document: int,
        passage: int | None,
        about: dict[str, Any],
        contradicting: str | None = None,
    ) -> rows.Citation:
        return rows.Citation(
            id=self._numbers.next(rows.Citation),
            agreement_id=made.agreement.id,
            document_id=document,
            passage_id=passage,
            stance=Stance.CONTRADICTS if contradicting else Stance.SUPPORTS,
            stated_value=contradicting,
            **about,
        )


def _sha256(text: str) -> str:
    return sha256(text.encode()).hexdigest()
