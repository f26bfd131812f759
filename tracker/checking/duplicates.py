"""Rules that find records which may be one and the same."""

from tracker.checking.rule import Rule, warning


def _same_name(table: str, name: str, *beside: str) -> Rule:
    """Two rows of a table whose names differ in accents and case at most."""
    alike = "".join(f" AND b.{column} IS NOT DISTINCT FROM a.{column}" for column in beside)
    return warning(
        f"No two rows of {table} have the same name",
        f"""
        SELECT '{table}:' || a.id, format('and {table}:%s: %s', b.id, a.{name})
        FROM {table} AS a
        JOIN {table} AS b ON b.id > a.id AND public.fold(b.{name}) = public.fold(a.{name}){alike}
        ORDER BY a.id, b.id
        """,  # noqa: S608 - the names above, nobody's input
    )


RULES = (
    _same_name("official", "name"),
    _same_name("organization", "name_en", "country_code"),
    _same_name("document", "title", "publisher"),
    _same_name("event", "title_en", "starts_on"),
    warning(
        "No two officials share a spelling",
        """
        SELECT 'official:' || a.official_id,
            format('and official:%s: %s', b.official_id, min(a.text))
        FROM official_name AS a
        JOIN official_name AS b ON b.official_id > a.official_id
            AND public.fold(b.text) = public.fold(a.text)
        GROUP BY a.official_id, b.official_id
        ORDER BY a.official_id, b.official_id
        """,
    ),
    warning(
        "No two agreements of a day and form have the same parties and title, or the same scope",
        """
        WITH described AS (
            SELECT g.id, g.form, g.dated_on, public.fold(g.title_en) AS title,
                (SELECT array_agg((p.country_code, p.organization_id)
                    ORDER BY p.country_code, p.organization_id)
                FROM agreement_party AS p WHERE p.agreement_id = g.id) AS parties,
                (SELECT array_agg((s.mineral_code, s.sector_code, s.stage)
                    ORDER BY s.mineral_code, s.sector_code, s.stage)
                FROM agreement_scope AS s WHERE s.agreement_id = g.id) AS scope
            FROM agreement AS g
        )
        SELECT 'agreement:' || a.id, format('and agreement:%s', b.id)
        FROM described AS a
        JOIN described AS b ON b.id > a.id AND b.form = a.form AND b.dated_on = a.dated_on
            AND b.parties = a.parties AND (b.title = a.title OR b.scope = a.scope)
        ORDER BY a.id, b.id
        """,
    ),
)
