"""What the database keeps about an agreement from its actions, computed as its triggers do.

Triggers that fire for each of millions of rows would take most of the time of the load, so they
rest while it lasts; ``verifying`` then holds every row to the rules in SQL.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TypedDict

from tracker.bench.reference import ActionStep
from tracker.bench.rows import AgreementAction


class Kept(TypedDict):
    """The kept columns."""

    signed_on: dt.date | None
    signed_on_precision: str | None
    dated_on: dt.date | None
    dated_on_precision: str | None


def kept(actions: Sequence[AgreementAction], steps: Mapping[str, ActionStep]) -> Kept:
    """Compute the kept columns from all actions of one agreement."""
    dated = [action for action in actions if action.happened_on is not None]
    signed = [action for action in dated if action.kind == "signed"]
    first_signed = min(signed, key=_date, default=None)
    first_made = min(dated, key=lambda action: _closeness(action, steps[action.kind]), default=None)
    return {
        "signed_on": first_signed and first_signed.happened_on,
        "signed_on_precision": first_signed and first_signed.happened_on_precision,
        "dated_on": first_made and first_made.happened_on,
        "dated_on_precision": first_made and first_made.happened_on_precision,
    }


def _date(action: AgreementAction) -> tuple[dt.date, int]:
    return action.happened_on or dt.date.min, action.id


def _closeness(action: AgreementAction, step: ActionStep) -> tuple[bool, bool, int, dt.date, int]:
    """Order the actions by how well they date the text, the best first."""
    return action.kind != "signed", not step.dates_text, step.phase, *_date(action)
