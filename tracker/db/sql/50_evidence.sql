-- What evidence must hold: it speaks of fields that exist, and a verified agreement has it all.

-- Kinds of parts that evidence on a root may speak of as a whole, beside the root's own columns.
CREATE FUNCTION guard.evidence_field_is_known(subject text, field text) RETURNS boolean
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = to_regclass('public.' || split_part(subject, ':', 1))
            AND a.attname = field AND a.attnum > 0 AND NOT a.attisdropped
    ) OR field = ANY (CASE split_part(subject, ':', 1)
        WHEN 'agreement' THEN ARRAY['parties', 'actions', 'officials', 'scope', 'relations',
            'events', 'commitments']
        WHEN 'event' THEN ARRAY['participants', 'topics', 'statements']
        WHEN 'organization' THEN ARRAY['members', 'other_names']
        WHEN 'country' THEN ARRAY['other_names']
        WHEN 'mineral' THEN ARRAY['hs_codes', 'other_names']
        WHEN 'sector' THEN ARRAY['other_names']
        WHEN 'official' THEN ARRAY['names', 'tenures']
        WHEN 'criticality_list' THEN ARRAY['listings']
        ELSE ARRAY[]::text[]
    END);
END;

CREATE FUNCTION guard.check_evidence_field() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.field IS NOT NULL AND NOT guard.evidence_field_is_known(NEW.subject, NEW.field) THEN
        RAISE integrity_constraint_violation USING
            CONSTRAINT = format('%s_field_is_known', TG_TABLE_NAME),
            MESSAGE = format('%s has no field %s', NEW.subject, NEW.field);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER check_field AFTER INSERT OR UPDATE ON public.citation
FOR EACH ROW EXECUTE FUNCTION guard.check_evidence_field();

CREATE TRIGGER check_field AFTER INSERT OR UPDATE ON public.missing_value
FOR EACH ROW EXECUTE FUNCTION guard.check_evidence_field();

-- A verified agreement has a citation or a stated reason for every fact it asserts. Checked at the
-- end of the transaction, after whatever change to the agreement, its parts or their evidence.
CREATE FUNCTION guard.check_verified(agreement bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = public
AS $$
DECLARE
    state text;
    unsourced text;
BEGIN
    -- Locked, so that what another transaction does to it and its evidence meanwhile is waited for.
    SELECT a.review_state INTO state FROM agreement AS a WHERE a.id = agreement FOR NO KEY UPDATE;
    IF state IS DISTINCT FROM 'verified' THEN
        RETURN;
    END IF;
    SELECT string_agg(concat_ws('.', f.subject, f.field), ', ') INTO unsourced
    FROM guard.fact_without_source AS f
    WHERE f.root = 'agreement:' || agreement;
    IF unsourced IS NOT NULL THEN
        RAISE integrity_constraint_violation USING
            CONSTRAINT = 'verified_agreement_has_its_evidence',
            MESSAGE = format('agreement %s is verified, but has neither a source nor a reason for %s',
                agreement, unsourced);
    END IF;
END
$$;

CREATE FUNCTION guard.check_verified_itself() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM guard.check_verified(NEW.id);
    RETURN NULL;
END
$$;

CREATE FUNCTION guard.check_verified_of_part() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM guard.check_verified(coalesce(NEW.agreement_id, OLD.agreement_id));
    IF TG_OP = 'UPDATE' AND NEW.agreement_id <> OLD.agreement_id THEN
        PERFORM guard.check_verified(OLD.agreement_id);
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER check_verified AFTER UPDATE ON public.agreement
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.review_state = 'verified')
EXECUTE FUNCTION guard.check_verified_itself();

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY[
        'agreement_party', 'agreement_action', 'agreement_official', 'agreement_relation',
        'agreement_scope', 'agreement_event', 'commitment', 'commitment_update'
    ] LOOP
        EXECUTE format(
            'CREATE CONSTRAINT TRIGGER check_verified AFTER INSERT OR UPDATE ON public.%I'
            ' DEFERRABLE INITIALLY DEFERRED FOR EACH ROW'
            ' EXECUTE FUNCTION guard.check_verified_of_part()', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY['citation', 'missing_value'] LOOP
        EXECUTE format(
            'CREATE CONSTRAINT TRIGGER check_verified AFTER UPDATE OR DELETE ON public.%I'
            ' DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.agreement_id IS NOT NULL)'
            ' EXECUTE FUNCTION guard.check_verified_of_part()', part);
    END LOOP;
END
$$;
