"""How many of the agreements that fit stand behind each choice of a filter."""

from collections.abc import Collection

from sqlalchemy import (
    CTE,
    ColumnElement,
    Executable,
    func,
    literal,
    literal_column,
    select,
    true,
    union,
    union_all,
)

from tracker.models import Agreement, AgreementStatusSpan
from tracker.queries.agreements.conditions import CONDITIONS, GroupCondition
from tracker.queries.agreements.items import ORDERS
from tracker.queries.agreements.kept_order import KEPT_BY, newest_kept_by
from tracker.queries.agreements.statuses import ON_THE_DAY
from tracker.queries.listing.counting import capped
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.listing.lists import Condition, ListRequest

Conditions = dict[str, ColumnElement[bool]]


def count_choices(
    request: ListRequest, conditions: Conditions, names: Collection[str]
) -> Executable:
    """Select the choices of filters with their numbers among what the other filters leave.

    Of many agreements only the newest are looked at, as many as are counted, and it is told how
    many those were.
    """
    fitting = _fitting(request, conditions, names)
    return union_all(*(_count(name, cte) for name, cte in fitting.items()))


def _fitting(
    request: ListRequest, conditions: Conditions, names: Collection[str]
) -> dict[str, CTE]:
    """Select for each filter the newest agreements that the others leave: once, where the same."""
    without = {name: name if name in conditions else "none" for name in names}
    newest = {
        left_out: capped(
            _newest(
                request, {name: asked for name, asked in conditions.items() if name != left_out}
            )
        ).cte(f"fitting_without_{left_out}")
        for left_out in dict.fromkeys(without.values())
    }
    return {name: newest[left_out] for name, left_out in without.items()}


def _newest(request: ListRequest, conditions: Conditions) -> AnySelect:
    """Select the agreements that fit, newest first, from where they are kept so if they are."""
    if len(conditions) == 1 and not request.past:
        (name,) = conditions
        if name in KEPT_BY:
            return newest_kept_by(name, request.filters[name])
    return ORDERS["newest"].sort(select(Agreement.id)).where(*conditions.values())


def _count(name: str, fitting: CTE) -> AnySelect:
    """Select each choice of one filter with its number, and how many agreements were seen."""
    seen = select(func.count()).select_from(fitting).scalar_subquery()
    ties = union(*_ties(CONDITIONS[name], fitting)).subquery(f"ties_{name}")
    return (
        select(literal(name), ties.c.value, func.count(), seen)
        .where(ties.c.value.is_not(None))
        .group_by(ties.c.value)
    )


def _ties(condition: Condition, fitting: CTE) -> list[AnySelect]:
    """Select the fitting agreements with the values that find them; a group finds its members."""
    column = condition.choices
    part = column.class_
    if part is Agreement:
        key, values = Agreement.id, [select(column)]
    elif isinstance(condition, GroupCondition):
        key, codes = part.agreement_id, condition.code.class_
        values = [
            select(key).join(codes, condition.code == column).with_only_columns(each)
            for each in (condition.code, condition.group)
        ]
    else:
        key, values = part.agreement_id, [select(column).distinct()]  # several parts may have it
    if part is AgreementStatusSpan:
        values = [each.where(ON_THE_DAY) for each in values]
    return [_of_each(fitting, each.where(key == fitting.c.id)) for each in values]


def _of_each(fitting: CTE, values: AnySelect) -> AnySelect:
    """Select values of each agreement, looked up one by one: OFFSET keeps the planner to that.

    It takes so many agreements for more, and would rather read the whole table of their parts.
    """
    looked_up = values.correlate(fitting).offset(literal_column("0")).lateral()
    value = looked_up.c[0].label("value")
    return select(value, fitting.c.id.label("agreement_id")).join(looked_up, true())
