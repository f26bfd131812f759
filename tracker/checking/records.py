"""Rules about agreements and officials: what is kept agrees with what it is kept from."""

from babel.numbers import list_currencies

from tracker.checking.rule import defect, warning

_CURRENCIES = ", ".join(f"'{code}'" for code in sorted(list_currencies()))

RULES = (
    defect(
        "Where an agreement and its parties stand on each day is what its actions tell",
        """
        WITH kept AS (
            SELECT agreement_id, NULL::bigint AS party_id, status, valid, valid_lower_precision
            FROM agreement_status_span
            UNION ALL
            SELECT agreement_id, party_id, standing, valid, valid_lower_precision
            FROM agreement_standing_span
        ),
        told AS (
            SELECT a.id AS agreement_id, t.*
            FROM agreement AS a, guard.told_statuses(a.id) AS t
        ),
        differing AS (
            SELECT *, false AS is_kept FROM (TABLE told EXCEPT TABLE kept) AS lacking
            UNION ALL SELECT *, true FROM (TABLE kept EXCEPT TABLE told) AS untold
        )
        SELECT 'agreement:' || agreement_id, string_agg(
            format('%s %s: %s', status, valid,
                CASE WHEN is_kept THEN 'kept, but not told' ELSE 'told, but not kept' END),
            '; ' ORDER BY valid, is_kept)
        FROM differing
        GROUP BY agreement_id
        ORDER BY agreement_id
        """,
    ),
    defect(
        "An agreement's dates are those by which its statuses are kept in order",
        """
        SELECT 'agreement:' || a.id, format('%s, kept as %s', a.dated_on, s.dated_on)
        FROM agreement AS a
        JOIN agreement_status_span AS s ON s.agreement_id = a.id
        WHERE s.dated_on <> coalesce(a.dated_on, '0001-01-01')
        ORDER BY a.id
        """,
    ),
    defect(
        "An agreement's date of signature is that of its first signing",
        """
        SELECT 'agreement:' || g.id,
            format('%s, but it was signed %s', coalesce(g.signed_on::text, 'none'),
                coalesce(first.happened_on::text, 'on no known date'))
        FROM agreement AS g
        LEFT JOIN LATERAL (
            SELECT happened_on, happened_on_precision
            FROM agreement_action
            WHERE agreement_id = g.id AND kind = 'signed' AND happened_on IS NOT NULL
            ORDER BY happened_on, id LIMIT 1
        ) AS first ON true
        WHERE (g.signed_on, g.signed_on_precision)
            IS DISTINCT FROM (first.happened_on, first.happened_on_precision)
        ORDER BY g.id
        """,
    ),
    defect(
        "An agreement's date is that of one of its actions",
        """
        SELECT 'agreement:' || g.id, coalesce(g.dated_on::text, 'has none, but its actions do')
        FROM agreement AS g
        WHERE CASE
            WHEN g.signed_on IS NOT NULL THEN g.dated_on IS DISTINCT FROM g.signed_on
            WHEN g.dated_on IS NULL THEN EXISTS (
                SELECT FROM agreement_action AS a
                WHERE a.agreement_id = g.id AND a.happened_on IS NOT NULL)
            ELSE NOT EXISTS (
                SELECT FROM agreement_action AS a
                WHERE a.agreement_id = g.id AND a.happened_on = g.dated_on
                    AND a.happened_on_precision = g.dated_on_precision)
        END
        ORDER BY g.id
        """,
    ),
    defect(
        "An agreement's review state is that of its latest review",
        """
        SELECT 'agreement:' || g.id, format('%s, but its latest review: %s', g.review_state, told)
        FROM agreement AS g, coalesce(
            (SELECT state FROM review WHERE agreement_id = g.id ORDER BY id DESC LIMIT 1), 'draft'
        ) AS told
        WHERE g.review_state <> told
        ORDER BY g.id
        """,
    ),
    defect(
        "A verified agreement has a source or a reason for each fact",
        """
        SELECT f.root, concat_ws(' ', f.subject, f.field)
        FROM guard.fact_without_source AS f
        JOIN agreement AS g ON f.root = 'agreement:' || g.id
        WHERE g.review_state = 'verified'
        ORDER BY g.id, f.subject, f.field
        """,
    ),
    defect(
        "Whoever signed in a post held it",
        """
        SELECT 'agreement:' || s.agreement_id, format('%s as %s', o.name, p.title_en)
        FROM agreement_official AS s
        JOIN official AS o ON o.id = s.official_id
        JOIN post AS p ON p.id = s.post_id
        WHERE s.role = 'signatory' AND NOT EXISTS (
            SELECT FROM tenure AS t WHERE t.official_id = s.official_id AND t.post_id = s.post_id)
        ORDER BY s.agreement_id, s.id
        """,
    ),
    defect(
        "Whoever signed in a post held it at that time",
        """
        SELECT 'agreement:' || s.agreement_id,
            format('%s as %s on %s', o.name, p.title_en, g.signed_on)
        FROM agreement_official AS s
        JOIN agreement AS g ON g.id = s.agreement_id
        JOIN official AS o ON o.id = s.official_id
        JOIN post AS p ON p.id = s.post_id
        JOIN tenure AS t ON t.official_id = s.official_id AND t.post_id = s.post_id
        WHERE s.role = 'signatory' AND g.signed_on IS NOT NULL
        GROUP BY s.agreement_id, s.id, o.name, p.title_en, g.signed_on, g.signed_on_precision
        HAVING NOT bool_or(t.held && daterange(
            g.signed_on, (g.signed_on + ('1 ' || g.signed_on_precision)::interval)::date))
        ORDER BY s.agreement_id, s.id
        """,
    ),
    defect(
        "A currency is one of ISO 4217",
        f"""
        SELECT 'agreement:' || agreement_id, currency
        FROM commitment
        WHERE currency NOT IN ({_CURRENCIES})
        ORDER BY agreement_id, id
        """,  # noqa: S608 (codes of a library)
    ),
    # Before sums were asked about, `100,000` was read as 100.
    warning(
        "A sum that was typed is not a thousand times too small",
        """
        SELECT DISTINCT 'agreement:' || c.agreement_id, format('%s %s', c.amount, c.currency)
        FROM commitment AS c
        JOIN history.commitment AS v ON v.id = c.id AND v.amount = c.amount
        JOIN history.change AS h ON h.id = v.opened_by
        WHERE h.door = 'form' AND c.amount < 1000
        ORDER BY 1
        """,
    ),
    warning(
        "A fact has a source, or a reason why it has none",
        """
        SELECT root, concat_ws(' ', subject, field)
        FROM guard.fact_without_source
        ORDER BY root, subject, field
        """,
    ),
)
