-- Where an agreement stands, and each of its parties, from which day on: once by the actions as they are, and
-- once by the actions as they were. docs/decisions/0016-status-spans.md says the rule and why.

-- The steps of an agreement that say where it or a party stands, in the order in which they take effect.
-- A step without a date comes right after the dated steps that come before its kind.
CREATE FUNCTION status_steps(agreement bigint)
RETURNS TABLE (party_id bigint, kind text, status text, phase smallint, since date, since_precision text)
LANGUAGE sql STABLE
SET search_path FROM CURRENT
AS $$
    WITH step AS (
        SELECT
            a.id,
            a.party_id,
            a.kind,
            k.status,
            k.phase,
            k.position,
            coalesce(a.effective_on, a.happened_on) AS day,
            coalesce(a.effective_on_precision, a.happened_on_precision) AS precision
        FROM agreement_action AS a
        JOIN action_kind AS k ON k.code = a.kind
        WHERE a.agreement_id = agreement AND (k.status IS NOT NULL OR a.kind = 'ratified')
    )
    SELECT s.party_id, s.kind, s.status, s.phase, t.since, s.precision
    FROM step AS s
    CROSS JOIN LATERAL (
        SELECT coalesce(s.day, max(d.day), '-infinity') AS since
        FROM step AS d
        WHERE (d.phase, d.position) < (s.phase, s.position)
            AND (d.party_id IS NULL OR d.party_id = s.party_id)
    ) AS t
    ORDER BY t.since, s.phase, s.position, s.id
$$;

-- What each step does: the status that the agreement (party_id null) or the standing that a party has from a day
-- on, in the order in which it is told. No standing: the party stands as the agreement does.
CREATE FUNCTION status_changes(agreement bigint)
RETURNS TABLE (party_id bigint, status text, since date, since_precision text)
LANGUAGE plpgsql STABLE
SET search_path FROM CURRENT
AS $$
DECLARE
    step record;
    parties bigint[];
    counted boolean[];  -- an observer neither makes an agreement nor ends it
    standing text[];
    own text[];  -- the last step that each took by itself
    mine integer;
    whole text := 'unknown';
    whole_phase integer := 0;
    before_suspension text;
    reached text;
BEGIN
    SELECT array_agg(p.id), array_agg(p.capacity <> 'observer')
    INTO parties, counted
    FROM agreement_party AS p WHERE p.agreement_id = agreement;
    since := '-infinity';
    status := whole;
    RETURN NEXT;
    FOR step IN SELECT * FROM status_steps(agreement) LOOP
        mine := array_position(parties, step.party_id);
        reached := CASE WHEN step.kind = 'resumed' THEN 'resumed' ELSE step.status END;
        IF mine IS NOT NULL AND (step.phase > 2 OR step.status = 'signed') THEN
            IF own[mine] IS NULL AND step.phase < 4 AND step.status IS DISTINCT FROM 'suspended'
                AND step.kind <> 'resumed' THEN
                party_id := step.party_id;
                status := 'not_yet_bound';
                since := '-infinity';
                since_precision := NULL;
                RETURN NEXT;
            END IF;
            own[mine] := coalesce(reached, own[mine], step.kind);
            standing[mine] := CASE
                WHEN step.phase = 4 THEN 'withdrawn'
                WHEN step.kind = 'resumed' THEN NULL
                WHEN step.status = 'suspended' THEN 'suspended'
                WHEN step.status IN ('in_force', 'operative') THEN 'bound'
                ELSE 'consented'
            END;
            party_id := step.party_id;
            status := standing[mine];
            since := step.since;
            since_precision := step.since_precision;
            RETURN NEXT;
            -- The whole follows only where at most one party is left, or where all that are left
            -- have done the same.
            IF NOT counted[mine] OR (
                SELECT CASE step.phase
                    WHEN 4 THEN count(*) > 1
                    ELSE bool_or(own[n] IS DISTINCT FROM reached)
                END
                FROM generate_subscripts(parties, 1) AS n
                WHERE counted[n] AND standing[n] IS DISTINCT FROM 'withdrawn'
            ) THEN
                CONTINUE;
            END IF;
        END IF;
        -- To announce a text, or to join in it, takes nothing back from one that is made.
        CONTINUE WHEN reached IS NULL OR whole_phase IN (2, 3)
            AND (step.phase = 1 OR (mine IS NOT NULL AND step.phase = 2));
        whole := CASE
            WHEN step.kind = 'resumed' THEN coalesce(before_suspension, step.status)
            ELSE step.status
        END;
        whole_phase := step.phase;
        IF step.phase < 4 AND whole <> 'suspended' THEN
            before_suspension := whole;
        END IF;
        party_id := NULL;
        status := whole;
        since := step.since;
        since_precision := step.since_precision;
        RETURN NEXT;
        -- What holds for all from then on holds for each, but not for those who left.
        IF mine IS NULL AND step.phase > 1 THEN
            FOR n IN 1 .. coalesce(cardinality(parties), 0) LOOP
                IF own[n] IS NOT NULL AND standing[n] IS DISTINCT FROM 'withdrawn' THEN
                    own[n] := 'as all';
                    standing[n] := NULL;
                    party_id := parties[n];
                    status := NULL;
                    RETURN NEXT;
                END IF;
            END LOOP;
        END IF;
    END LOOP;
END
$$;

-- Where an agreement (party_id null) and its parties stand, in spans of days without a gap for the agreement;
-- a party has a span only where its own steps say more than the agreement's.
CREATE FUNCTION told_statuses(agreement bigint)
RETURNS TABLE (party_id bigint, status text, valid daterange, valid_lower_precision text)
LANGUAGE sql STABLE
SET search_path FROM CURRENT
AS $$
    WITH last_of_day AS (
        SELECT DISTINCT ON (party_id, since) party_id, status, since, since_precision
        FROM status_changes(agreement) WITH ORDINALITY
            AS c (party_id, status, since, since_precision, place)
        WHERE EXISTS (SELECT FROM agreement AS a WHERE a.id = $1)
        ORDER BY party_id, since, place DESC
    ),
    changed AS (
        SELECT *, lag(status) OVER (PARTITION BY party_id ORDER BY since) AS earlier
        FROM last_of_day
    ),
    lasting AS (
        SELECT *, lead(since) OVER (PARTITION BY party_id ORDER BY since) AS until
        FROM changed WHERE status IS DISTINCT FROM earlier
    )
    SELECT party_id, status, daterange(nullif(since, '-infinity'), until), since_precision
    FROM lasting WHERE status IS NOT NULL
$$;
