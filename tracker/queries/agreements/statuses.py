"""The status of agreements on the day that is asked: today or, as of a date, that date."""

from sqlalchemy import ColumnElement, Label, exists, func, literal_column, select
from sqlalchemy.orm import Session

from tracker.models import Agreement, AgreementStandingSpan, AgreementStatusSpan
from tracker.queries.listing.counting import Exactness, Total, rows_about

_SAMPLED = 30_000
"""Spans that are read to tell how many agreements have which status, as ANALYZE reads rows."""


def holds(span: type[AgreementStatusSpan | AgreementStandingSpan]) -> ColumnElement[bool]:
    """Hold on the day, which the database knows."""
    return span.valid.bool_op("@>")(func.guard.valid_day())


ON_THE_DAY = holds(AgreementStatusSpan)
"""Hold of a status on the day."""

STATUS: Label[str | None] = (
    select(AgreementStatusSpan.status)
    .where(AgreementStatusSpan.agreement_id == Agreement.id, ON_THE_DAY)
    .correlate(Agreement)
    .scalar_subquery()
    .label("status")
)
"""The status of a row's agreement, looked up for each: for the rows of a page."""


def of_status(status: str) -> ColumnElement[bool]:
    """Have a status on the day."""
    return exists().where(
        AgreementStatusSpan.agreement_id == Agreement.id,
        AgreementStatusSpan.status == status,
        ON_THE_DAY,
    )


def statuses_about(session: Session) -> dict[str, Total]:
    """Tell about how many agreements have which status today, from a sample of the spans.

    Statistics count the spans that are over, or to come, beside those of the day.
    """
    share = min(_SAMPLED / max(rows_about(session, AgreementStatusSpan.__tablename__), 1), 1)
    # The same rows each time, so that the numbers of a page stay the same.
    sample = AgreementStatusSpan.__table__.tablesample(
        func.system(100 * share), seed=literal_column("0")
    )
    found = session.execute(
        select(sample.c.status, func.count())
        .where(sample.c.valid.bool_op("@>")(func.guard.valid_day()))
        .group_by(sample.c.status)
    )
    return {status: Total(round(number / share), Exactness.ABOUT) for status, number in found}
