"""Titles of agreements and events, in both languages."""

import random
from collections.abc import Sequence

from tracker.bench.chance import Weighted, happens
from tracker.bench.reference import CodeName
from tracker.bench.words import SITES, TOPICS, place


class Titles:
    """Makes titles: what form, between whom, about what, sometimes where."""

    def __init__(self, chance: random.Random, places: int) -> None:
        """Take how many places there are to be named."""
        self._chance = chance
        self._places = places
        self._topics = Weighted.long_tailed(TOPICS)
        self._sites = Weighted.long_tailed(SITES)

    def make(
        self, form: CodeName, parties: Sequence[CodeName], minerals: Sequence[CodeName]
    ) -> CodeName:
        """Make a title."""
        english, french = [form.en], [form.fr]
        if happens(self._chance, 0.4):
            english.append("between " + " and ".join(party.en for party in parties[:3]))
            french.append("entre " + " et ".join(party.fr for party in parties[:3]))
        first, second = self._topics.draw_distinct(self._chance, 2)
        english.append(f"on {first.en} and {second.en}")
        french.append(f"sur {first.fr} et {second.fr}")
        if happens(self._chance, 0.5):
            english.append("for " + ", ".join(mineral.en.lower() for mineral in minerals))
            french.append("pour " + ", ".join(mineral.fr.lower() for mineral in minerals))
        if happens(self._chance, 0.6):
            site, where = self._sites.draw(self._chance), place(self._place())
            english.append(f"({where} {site.en})")
            french.append(f"({site.fr} de {where})")
        return CodeName("", " ".join(english), " ".join(french))

    def _place(self) -> int:
        """Draw a place, the later ones about ten times less often than the average."""
        return int(self._places * self._chance.random() ** 3)
