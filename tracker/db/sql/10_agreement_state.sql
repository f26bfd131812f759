-- What the database keeps about an agreement from its actions and reviews, so that it cannot disagree with them.

-- Where an agreement stands: the latest phase outweighs dates, because dates may be unknown;
-- within a phase the latest date does.
CREATE FUNCTION guard.agreement_status(agreement bigint) RETURNS text
LANGUAGE sql STABLE
SET search_path = public
BEGIN ATOMIC
    SELECT coalesce((
        SELECT k.status
        FROM agreement_action AS a
        JOIN action_kind AS k ON k.code = a.kind
        WHERE a.agreement_id = agreement AND k.status IS NOT NULL
        ORDER BY k.phase DESC, a.happened_on DESC NULLS LAST, k.position DESC, a.id DESC
        LIMIT 1
    ), 'unknown');
END;

-- Recompute the kept columns of one agreement; writes only where something changes. The agreement is
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
            guard.agreement_status(agreement) AS status,
            (SELECT happened_on FROM signed) AS signed_on,
            (SELECT happened_on_precision FROM signed) AS signed_on_precision,
            (SELECT happened_on FROM dated) AS dated_on,
            (SELECT happened_on_precision FROM dated) AS dated_on_precision,
            coalesce((SELECT state FROM reviewed), 'draft') AS review_state
    )
    UPDATE agreement AS t
    SET status = k.status,
        signed_on = k.signed_on,
        signed_on_precision = k.signed_on_precision,
        dated_on = k.dated_on,
        dated_on_precision = k.dated_on_precision,
        review_state = k.review_state
    FROM kept AS k
    WHERE t.id = agreement
        AND (t.status, t.signed_on, t.signed_on_precision, t.dated_on, t.dated_on_precision,
            t.review_state)
        IS DISTINCT FROM (k.status, k.signed_on, k.signed_on_precision, k.dated_on,
            k.dated_on_precision, k.review_state);
END;

-- After a change of an action or a review: keep the agreements concerned.
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

CREATE TRIGGER keep_agreement AFTER INSERT OR UPDATE OR DELETE ON public.review
FOR EACH ROW EXECUTE FUNCTION guard.keep_agreement_of_part();

CREATE TRIGGER keep_agreement
AFTER INSERT OR UPDATE OF status, signed_on, signed_on_precision, dated_on, dated_on_precision,
    review_state
ON public.agreement
FOR EACH ROW EXECUTE FUNCTION guard.keep_agreement_itself();
