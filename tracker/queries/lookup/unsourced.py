"""Facts for which no source is cited and no reason is given, by record."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from tracker.domain.record_types import BY_TABLE
from tracker.queries.listing.counting import is_small
from tracker.queries.text import Bilingual

SHOWN = 200
"""How many records are shown at most."""

_UNSOURCED = """
    WITH unsourced AS (
        SELECT
            split_part(root, ':', 1) AS table_name,
            split_part(root, ':', 2) AS key,
            count(*) AS facts
        FROM {schema}.fact_without_source
        GROUP BY root
    )
    SELECT
        u.table_name,
        u.key,
        u.facts,
        sum(u.facts) OVER ()::bigint AS total,
        coalesce(a.title_en, c.name_en, e.title_en, m.name_en, f.name, o.name_en,
            p.title_en, l.name_en) AS name_en,
        coalesce(a.title_fr, c.name_fr, e.title_fr, m.name_fr, f.name, o.name_fr,
            p.title_fr, l.name_fr) AS name_fr
    FROM unsourced AS u
    LEFT JOIN agreement AS a ON u.table_name = 'agreement' AND a.id::text = u.key
    LEFT JOIN country AS c ON u.table_name = 'country' AND c.code = u.key
    LEFT JOIN event AS e ON u.table_name = 'event' AND e.id::text = u.key
    LEFT JOIN mineral AS m ON u.table_name = 'mineral' AND m.code = u.key
    LEFT JOIN official AS f ON u.table_name = 'official' AND f.id::text = u.key
    LEFT JOIN organization AS o ON u.table_name = 'organization' AND o.id::text = u.key
    LEFT JOIN post AS p ON u.table_name = 'post' AND p.id::text = u.key
    LEFT JOIN criticality_list AS l ON u.table_name = 'criticality_list' AND l.id::text = u.key
    ORDER BY u.facts DESC, name_en
    LIMIT :shown
"""


@dataclass(frozen=True)
class UnsourcedRecord:
    """A record with the number of its facts without source; no ``subject`` without a page."""

    subject: str | None
    key: str
    name: Bilingual
    facts: int


@dataclass(frozen=True)
class Unsourced:
    """How many facts have no source, and the records that have the most of them."""

    total: int
    records: tuple[UnsourcedRecord, ...]


def get_unsourced(session: Session, *, past: bool = False) -> Unsourced | None:
    """Look for facts without source; None where the database is too large to look while one waits.

    With ``past`` they are those of the session's moment. ``tracker check`` looks through a database
    of any size.
    """
    if not is_small(session, "agreement"):
        return None
    statement = text(_UNSOURCED.format(schema="as_of" if past else "guard"))
    rows = session.execute(statement, {"shown": SHOWN}).all()
    return Unsourced(
        total=rows[0].total if rows else 0,
        records=tuple(
            UnsourcedRecord(
                subject=of.collection if of.has_page else None,
                key=row.key,
                name=Bilingual(row.name_en, row.name_fr),
                facts=row.facts,
            )
            for row in rows
            for of in [BY_TABLE[row.table_name]]
        ),
    )
