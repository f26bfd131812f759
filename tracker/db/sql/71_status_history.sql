-- Statuses as they are told, for all agreements at once and for the moments before there were spans.

-- Write the versions that the spans of agreements would have had, had they been kept from the first change on.
CREATE FUNCTION guard.replay_statuses() RETURNS void
LANGUAGE plpgsql
SET search_path = public
AS $$
DECLARE
    earlier text := current_setting('tracker.as_of', true);
    change record;
    concerned bigint[];
BEGIN
    FOR change IN SELECT id, at FROM history.change ORDER BY id LOOP
        SELECT array_agg(DISTINCT agreement_id) INTO concerned FROM (
            SELECT agreement_id FROM history.agreement_action
            WHERE change.id IN (opened_by, closed_by)
            UNION ALL SELECT agreement_id FROM history.agreement_party
            WHERE change.id IN (opened_by, closed_by)
            UNION ALL SELECT id FROM history.agreement
            WHERE change.id IN (opened_by, closed_by)
            UNION ALL SELECT a.agreement_id FROM history.agreement_action AS a
            JOIN history.action_kind AS k ON k.code = a.kind
            WHERE change.id IN (k.opened_by, k.closed_by)
        ) AS touched;
        CONTINUE WHEN concerned IS NULL;
        PERFORM set_config('tracker.as_of', change.at::text, true);
        CREATE TEMPORARY TABLE told_then ON COMMIT DROP AS
        SELECT c.agreement_id, t.*
        FROM unnest(concerned) AS c (agreement_id), as_of.told_statuses(c.agreement_id) AS t;
        UPDATE history.agreement_status_span AS s SET closed_by = change.id
        WHERE s.closed_by IS NULL AND s.agreement_id = ANY (concerned) AND NOT EXISTS (
            SELECT FROM told_then AS t
            WHERE t.agreement_id = s.agreement_id AND t.party_id IS NULL
                AND (t.status, t.valid, t.valid_lower_precision)
                IS NOT DISTINCT FROM (s.status, s.valid, s.valid_lower_precision)
        );
        UPDATE history.agreement_standing_span AS s SET closed_by = change.id
        WHERE s.closed_by IS NULL AND s.agreement_id = ANY (concerned) AND NOT EXISTS (
            SELECT FROM told_then AS t
            WHERE t.party_id = s.party_id AND (t.status, t.valid, t.valid_lower_precision)
                IS NOT DISTINCT FROM (s.standing, s.valid, s.valid_lower_precision)
        );
        INSERT INTO history.agreement_status_span
            (id, agreement_id, status, valid, valid_lower_precision, opened_by)
        SELECT nextval(pg_get_serial_sequence('agreement_status_span', 'id')), t.agreement_id,
            t.status, t.valid, t.valid_lower_precision, change.id
        FROM told_then AS t
        WHERE t.party_id IS NULL AND NOT EXISTS (
            SELECT FROM history.agreement_status_span AS s
            WHERE s.closed_by IS NULL AND s.agreement_id = t.agreement_id AND s.valid = t.valid
        );
        INSERT INTO history.agreement_standing_span
            (id, agreement_id, party_id, standing, valid, valid_lower_precision, opened_by)
        SELECT nextval(pg_get_serial_sequence('agreement_standing_span', 'id')), t.agreement_id,
            t.party_id, t.status, t.valid, t.valid_lower_precision, change.id
        FROM told_then AS t
        WHERE t.party_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM history.agreement_standing_span AS s
            WHERE s.closed_by IS NULL AND s.party_id = t.party_id AND s.valid = t.valid
        );
        DROP TABLE told_then;
    END LOOP;
    PERFORM set_config('tracker.as_of', coalesce(earlier, ''), true);
    -- The versions that stand are the rows that there will be. By one statement, for triggers look at both
    -- tables after it, and would write themselves what they miss.
    WITH kept AS (
        INSERT INTO agreement_status_span
            (id, agreement_id, status, valid, valid_lower_precision, dated_on)
        OVERRIDING SYSTEM VALUE
        SELECT s.id, s.agreement_id, s.status, s.valid, s.valid_lower_precision,
            coalesce(a.dated_on, '0001-01-01')
        FROM history.agreement_status_span AS s
        JOIN agreement AS a ON a.id = s.agreement_id
        WHERE s.closed_by IS NULL
    )
    INSERT INTO agreement_standing_span
        (id, agreement_id, party_id, standing, valid, valid_lower_precision)
    OVERRIDING SYSTEM VALUE
    SELECT s.id, s.agreement_id, s.party_id, s.standing, s.valid, s.valid_lower_precision
    FROM history.agreement_standing_span AS s
    JOIN agreement_party AS p ON p.id = s.party_id
    WHERE s.closed_by IS NULL;
END
$$;

-- Bring the spans of all agreements to what the rule tells now; it may have been another when they were written.
CREATE FUNCTION guard.rebuild_statuses() RETURNS void
LANGUAGE plpgsql
SET search_path = public
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM history.agreement_status_span) THEN
        PERFORM guard.replay_statuses();
    END IF;
    PERFORM guard.keep_statuses(id) FROM agreement;
END
$$;

REVOKE EXECUTE ON FUNCTION guard.replay_statuses, guard.rebuild_statuses FROM PUBLIC;
