-- What the database keeps about an agreement from its actions and reviews, so that it cannot disagree with them.

-- The day whose state is asked: that of `tracker.as_of` or, where it says nothing, today. The site's days are UTC's.
CREATE FUNCTION guard.valid_day() RETURNS date
LANGUAGE sql STABLE
RETURN (
    coalesce(nullif(btrim(current_setting('tracker.as_of', true)), '')::timestamptz, now())
    AT TIME ZONE 'UTC'
)::date;

-- Write the spans of one agreement and of its parties as its actions tell them; only what differs.
CREATE FUNCTION guard.keep_statuses(agreement bigint) RETURNS void
LANGUAGE sql
SET search_path = public
BEGIN ATOMIC
    WITH told AS MATERIALIZED (
        SELECT t.*, coalesce(a.dated_on, '0001-01-01') AS dated_on
        FROM guard.told_statuses(agreement) AS t
        JOIN agreement AS a ON a.id = agreement
    ),
    gone AS (
        DELETE FROM agreement_status_span AS s
        WHERE s.agreement_id = agreement AND NOT EXISTS (
            SELECT FROM told AS t
            WHERE t.party_id IS NULL AND (t.status, t.valid, t.valid_lower_precision)
                IS NOT DISTINCT FROM (s.status, s.valid, s.valid_lower_precision)
        )
        RETURNING s.id
    ),
    gone_of_parties AS (
        DELETE FROM agreement_standing_span AS s
        WHERE s.agreement_id = agreement AND NOT EXISTS (
            SELECT FROM told AS t
            WHERE t.party_id = s.party_id AND (t.status, t.valid, t.valid_lower_precision)
                IS NOT DISTINCT FROM (s.standing, s.valid, s.valid_lower_precision)
        )
        RETURNING s.id
    ),
    -- The counts have what is gone be gone before what takes its place comes.
    come AS (
        INSERT INTO agreement_status_span
            (agreement_id, status, valid, valid_lower_precision, dated_on)
        SELECT agreement, t.status, t.valid, t.valid_lower_precision, t.dated_on
        FROM (SELECT count(*) FROM gone) AS first, told AS t
        WHERE t.party_id IS NULL AND NOT EXISTS (
            SELECT FROM agreement_status_span AS s
            WHERE s.agreement_id = agreement AND (t.status, t.valid, t.valid_lower_precision)
                IS NOT DISTINCT FROM (s.status, s.valid, s.valid_lower_precision)
        )
    )
    INSERT INTO agreement_standing_span
        (agreement_id, party_id, standing, valid, valid_lower_precision)
    SELECT agreement, t.party_id, t.status, t.valid, t.valid_lower_precision
    FROM (SELECT count(*) FROM gone_of_parties) AS first, told AS t
    WHERE t.party_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM agreement_standing_span AS s
        WHERE s.party_id = t.party_id AND (t.status, t.valid, t.valid_lower_precision)
            IS NOT DISTINCT FROM (s.standing, s.valid, s.valid_lower_precision)
    );
    UPDATE agreement_status_span AS s SET dated_on = coalesce(a.dated_on, '0001-01-01')
    FROM agreement AS a
    WHERE a.id = agreement AND s.agreement_id = agreement
        AND s.dated_on <> coalesce(a.dated_on, '0001-01-01');
END;

-- Recompute what is kept of one agreement; writes only where something changes. The agreement is
-- locked first, so that what another transaction did to its parts at the same time is seen.
CREATE FUNCTION guard.keep_agreement(agreement bigint) RETURNS void
LANGUAGE sql
SET search_path = public
BEGIN ATOMIC
    SELECT FROM agreement AS t WHERE t.id = agreement FOR NO KEY UPDATE;
    WITH signed AS (
        SELECT happened_on, happened_on_precision
        FROM agreement_action
        WHERE agreement_id = agreement AND kind = 'signed' AND happened_on IS NOT NULL
        ORDER BY happened_on, id
        LIMIT 1
    ),
    dated AS (
        SELECT a.happened_on, a.happened_on_precision
        FROM agreement_action AS a
        JOIN action_kind AS k ON k.code = a.kind
        WHERE a.agreement_id = agreement AND a.happened_on IS NOT NULL
        ORDER BY (a.kind = 'signed') DESC, k.dates_text DESC, k.phase, a.happened_on, a.id
        LIMIT 1
    ),
    reviewed AS (
        SELECT state FROM review WHERE agreement_id = agreement ORDER BY id DESC LIMIT 1
    ),
    kept AS (
        SELECT
            (SELECT happened_on FROM signed) AS signed_on,
            (SELECT happened_on_precision FROM signed) AS signed_on_precision,
            (SELECT happened_on FROM dated) AS dated_on,
            (SELECT happened_on_precision FROM dated) AS dated_on_precision,
            coalesce((SELECT state FROM reviewed), 'draft') AS review_state
    )
    UPDATE agreement AS t
    SET signed_on = k.signed_on,
        signed_on_precision = k.signed_on_precision,
        dated_on = k.dated_on,
        dated_on_precision = k.dated_on_precision,
        review_state = k.review_state
    FROM kept AS k
    WHERE t.id = agreement
        AND (t.signed_on, t.signed_on_precision, t.dated_on, t.dated_on_precision, t.review_state)
        IS DISTINCT FROM (k.signed_on, k.signed_on_precision, k.dated_on, k.dated_on_precision,
            k.review_state);
    SELECT guard.keep_statuses(agreement);
END;

-- After a change of an action, a party or a review: keep the agreements concerned.
CREATE FUNCTION guard.keep_agreement_of_part() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM guard.keep_agreement(OLD.agreement_id);
    END IF;
    IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.agreement_id <> OLD.agreement_id) THEN
        PERFORM guard.keep_agreement(NEW.agreement_id);
    END IF;
    RETURN NULL;
END
$$;

-- Whatever a statement writes into the kept columns, what the actions tell is what stays.
CREATE FUNCTION guard.keep_agreement_itself() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM guard.keep_agreement(NEW.id);
    RETURN NULL;
END
$$;

-- When what a kind of action means is said anew, so is where agreements stand.
CREATE FUNCTION guard.keep_agreements_of_kind() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM guard.keep_agreement(a.agreement_id)
    FROM (
        SELECT DISTINCT agreement_id FROM public.agreement_action WHERE kind = NEW.code
    ) AS a;
    RETURN NULL;
END
$$;

CREATE TRIGGER keep_agreements AFTER UPDATE OF status, phase, dates_text, position
ON public.action_kind
FOR EACH ROW EXECUTE FUNCTION guard.keep_agreements_of_kind();

CREATE TRIGGER keep_agreement AFTER INSERT OR UPDATE OR DELETE ON public.agreement_action
FOR EACH ROW EXECUTE FUNCTION guard.keep_agreement_of_part();

CREATE TRIGGER keep_agreement AFTER INSERT OR DELETE OR UPDATE OF agreement_id, capacity
ON public.agreement_party
FOR EACH ROW EXECUTE FUNCTION guard.keep_agreement_of_part();

CREATE TRIGGER keep_agreement AFTER INSERT OR UPDATE OR DELETE ON public.review
FOR EACH ROW EXECUTE FUNCTION guard.keep_agreement_of_part();

CREATE TRIGGER keep_agreement
AFTER INSERT OR UPDATE OF signed_on, signed_on_precision, dated_on, dated_on_precision, review_state
ON public.agreement
FOR EACH ROW EXECUTE FUNCTION guard.keep_agreement_itself();

-- The same for what somebody writes into the spans themselves; what is written here is not asked again.
CREATE TRIGGER keep_agreement AFTER INSERT OR UPDATE OR DELETE ON public.agreement_status_span
FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION guard.keep_agreement_of_part();

CREATE TRIGGER keep_agreement AFTER INSERT OR UPDATE OR DELETE ON public.agreement_standing_span
FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION guard.keep_agreement_of_part();
