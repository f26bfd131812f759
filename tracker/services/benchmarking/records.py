"""Every record of a database of a given size, row by row; the same ones for the same seed."""

import random
from collections.abc import Iterator

from tracker.services.benchmarking import rows
from tracker.services.benchmarking.actors import Actors
from tracker.services.benchmarking.agreements import Agreements
from tracker.services.benchmarking.events import Events
from tracker.services.benchmarking.evidence import Evidence
from tracker.services.benchmarking.numbers import Numbers
from tracker.services.benchmarking.reference import Reference


def records(reference: Reference, agreements: int, seed: int) -> Iterator[rows.AnyRow]:
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
    evidence = Evidence(chance, numbers, names)
    for _ in range(agreements):
        made = maker.make()
        yield from made.every_row()
        yield from evidence.every_row(made)
