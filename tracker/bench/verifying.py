"""The rules that triggers hold row by row, as queries over all rows at once."""

import psycopg

from tracker.errors import TrackerError

# Each finds nothing where the rule holds.
_RULES = {
    "the days of an agreement's statuses are those of its actions": """
        SELECT a.reference
        FROM agreement AS a
        WHERE (
            SELECT array_agg((status, valid, valid_lower_precision) ORDER BY valid)
            FROM agreement_status_span WHERE agreement_id = a.id
        ) IS DISTINCT FROM (
            SELECT array_agg((status, valid, valid_lower_precision) ORDER BY valid)
            FROM guard.told_statuses(a.id)
        )
        LIMIT 1
        """,
    "what an agreement keeps is what its actions tell": """
        WITH signed AS (
            SELECT DISTINCT ON (agreement_id) agreement_id, happened_on, happened_on_precision
            FROM agreement_action
            WHERE kind = 'signed' AND happened_on IS NOT NULL
            ORDER BY agreement_id, happened_on, id
        ),
        dated AS (
            SELECT DISTINCT ON (a.agreement_id)
                a.agreement_id, a.happened_on, a.happened_on_precision
            FROM agreement_action AS a
            JOIN action_kind AS k ON k.code = a.kind
            WHERE a.happened_on IS NOT NULL
            ORDER BY a.agreement_id, (a.kind = 'signed') DESC, k.dates_text DESC, k.phase,
                a.happened_on, a.id
        )
        SELECT g.reference
        FROM agreement AS g
        LEFT JOIN signed ON signed.agreement_id = g.id
        LEFT JOIN dated ON dated.agreement_id = g.id
        WHERE (g.signed_on, g.signed_on_precision, g.dated_on, g.dated_on_precision)
            IS DISTINCT FROM (signed.happened_on, signed.happened_on_precision,
                dated.happened_on, dated.happened_on_precision)
        LIMIT 1
        """,
    "an agreement has a party": """
        SELECT reference FROM agreement AS g
        WHERE NOT EXISTS (SELECT FROM agreement_party AS p WHERE p.agreement_id = g.id)
        LIMIT 1
        """,
    "a text that binds nobody is never in force": """
        SELECT agreement_id FROM agreement_action AS a
        WHERE kind IN ('ratified', 'entered_into_force') AND NOT EXISTS (
            SELECT FROM agreement_party AS p
            WHERE p.agreement_id = a.agreement_id AND p.legal_nature <> 'political_commitment')
        LIMIT 1
        """,
    "ties between agreements lead back in time, so that they make no circle": """
        SELECT agreement_id FROM agreement_relation
        WHERE related_agreement_id >= agreement_id
        UNION ALL
        SELECT id FROM agreement WHERE base_agreement_id >= id
        LIMIT 1
        """,
    "a quotation stands at its place in its document": """
        SELECT p.id FROM passage AS p
        JOIN document AS d ON d.id = p.document_id
        WHERE substr(d.text, p.start_offset::integer + 1, char_length(p.exact)) <> p.exact
        LIMIT 1
        """,
    "evidence speaks of fields that exist": """
        SELECT kind || '.' || field
        FROM (
            SELECT DISTINCT split_part(subject, ':', 1) AS kind, field
            FROM citation WHERE field IS NOT NULL
            UNION SELECT DISTINCT split_part(subject, ':', 1), field FROM missing_value
        ) AS spoken_of
        WHERE NOT guard.evidence_field_is_known(kind, field)
        LIMIT 1
        """,
}


def verify(connection: psycopg.Connection) -> None:
    """Raise TrackerError with the rule that a row breaks."""
    for rule, query in _RULES.items():
        broken = connection.execute(query.encode()).fetchone()
        if broken is not None:
            raise TrackerError(f"The synthetic records are wrong ({rule}): {broken[0]}")
