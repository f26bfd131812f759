"""Where an agreement stands, computed as the database does, for steps that are nobody's alone.

No synthetic agreement is resumed; ``verifying`` holds the rows to the database's own rule.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from tracker.bench.reference import ActionStep
from tracker.bench.rows import AgreementAction
from tracker.domain.vocabularies import AgreementStatus

_ALWAYS = dt.date.min
_MADE = (2, 3)  # phases in which there is a text, and it has not ended

ToldStatus = tuple[str, dt.date | None, dt.date | None, str | None]
"""A status, its first day, the day on which another begins, how much of its first day is known."""


def spans(
    actions: Sequence[AgreementAction], steps: Mapping[str, ActionStep]
) -> Iterator[ToldStatus]:
    """Tell the statuses of one agreement from all its actions, first to last."""
    status, phase = AgreementStatus.UNKNOWN.value, 0
    began: dict[dt.date, tuple[str, str | None]] = {_ALWAYS: (status, None)}
    for since, step, action in _in_order(actions, steps):
        if step.status is None or (step.phase == 1 and phase in _MADE):
            continue
        status, phase = step.status, step.phase
        began[since] = status, action.happened_on_precision
    days = [
        day
        for number, day in enumerate(began)
        if number == 0 or began[day][0] != list(began.values())[number - 1][0]
    ]
    for day, until in zip(days, [*days[1:], None], strict=True):
        yield began[day][0], None if day == _ALWAYS else day, until, began[day][1]


def _in_order(
    actions: Sequence[AgreementAction], steps: Mapping[str, ActionStep]
) -> list[tuple[dt.date, ActionStep, AgreementAction]]:
    """Put the steps that say where it stands in the order in which they take effect."""
    known = [(steps[action.kind], action) for action in actions]
    telling = [(step, action) for step, action in known if step.status or step.kind == "ratified"]
    dated = [(step, action.happened_on) for step, action in telling if action.happened_on]
    placed = []
    for step, action in telling:
        earlier = [day for other, day in dated if _rank(other) < _rank(step)]
        placed.append((action.happened_on or max(earlier, default=_ALWAYS), step, action))
    return sorted(placed, key=lambda each: (each[0], _rank(each[1]), each[2].id))


def _rank(step: ActionStep) -> tuple[int, int]:
    return step.phase, step.position
