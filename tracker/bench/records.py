"""Every record of a database of a given size, row by row; the same ones for the same seed."""

import random
from collections.abc import Iterator

from tracker.bench import rows
from tracker.bench.actors import Actors
from tracker.bench.agreements import Agreements
from tracker.bench.events import Events
from tracker.bench.evidence import EvidenceMaker
from tracker.bench.numbers import Numbers
from tracker.bench.reference import ReferenceData


def records(reference: ReferenceData, agreements: int, seed: int) -> Iterator[rows.AnyRow]:
    """Make all rows, each after those it refers to."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is secret
    numbers = Numbers(reference.last_ids)
    actors = Actors(reference, chance, numbers, agreements)
    events = Events(reference, chance, numbers, agreements)
    names: dict[int, str] = {}
    for row in actors.every_row():
        if isinstance(row, rows.Official):
            names[row.id] = row.name
        yield row
    yield from events.every_row()
    maker = Agreements(
        reference=reference,
        chance=chance,
        numbers=numbers,
        agreements=agreements,
        actors=actors,
        events=events,
    )
    evidence = EvidenceMaker(chance, numbers, names)
    for _ in range(agreements):
        made = maker.make()
        yield from made.every_row()
        yield from evidence.every_row(made)
