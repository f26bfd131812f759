-- What evidence must hold: it speaks of fields that exist, and a verified agreement has it all.

-- Every fact that the database asserts: a row as a whole (field null), or one field of a header.
CREATE VIEW guard.fact (table_name, subject, field, root) AS
SELECT 'agreement', 'agreement:' || id, 'title_en', 'agreement:' || id FROM agreement
UNION ALL SELECT 'agreement', 'agreement:' || id, 'form', 'agreement:' || id FROM agreement
UNION ALL SELECT 'agreement', 'agreement:' || id, 'place_en', 'agreement:' || id FROM agreement WHERE num_nonnulls(place_en, place_fr, place_country_code) > 0
UNION ALL SELECT 'agreement', 'agreement:' || id, 'base_agreement_id', 'agreement:' || id FROM agreement WHERE base_agreement_id IS NOT NULL
UNION ALL SELECT 'agreement_party', 'agreement_party:' || id, NULL, 'agreement:' || agreement_id FROM agreement_party
UNION ALL SELECT 'agreement_action', 'agreement_action:' || id, NULL, 'agreement:' || agreement_id FROM agreement_action
UNION ALL SELECT 'agreement_official', 'agreement_official:' || id, NULL, 'agreement:' || agreement_id FROM agreement_official
UNION ALL SELECT 'agreement_relation', 'agreement_relation:' || id, NULL, 'agreement:' || agreement_id FROM agreement_relation
UNION ALL SELECT 'agreement_scope', 'agreement_scope:' || id, NULL, 'agreement:' || agreement_id FROM agreement_scope
UNION ALL SELECT 'agreement_event', 'agreement_event:' || id, NULL, 'agreement:' || agreement_id FROM agreement_event
UNION ALL SELECT 'commitment', 'commitment:' || id, NULL, 'agreement:' || agreement_id FROM commitment
UNION ALL SELECT 'commitment_update', 'commitment_update:' || id, NULL, 'agreement:' || agreement_id FROM commitment_update
UNION ALL SELECT 'event', 'event:' || id, 'title_en', 'event:' || id FROM event
UNION ALL SELECT 'event', 'event:' || id, 'ordinal', 'event:' || id FROM event WHERE ordinal IS NOT NULL
UNION ALL SELECT 'event', 'event:' || id, 'place_en', 'event:' || id FROM event WHERE num_nonnulls(place_en, place_fr, place_country_code) > 0
UNION ALL SELECT 'event', 'event:' || id, 'starts_on', 'event:' || id FROM event WHERE starts_on IS NOT NULL
UNION ALL SELECT 'event', 'event:' || id, 'ends_on', 'event:' || id FROM event WHERE ends_on IS NOT NULL
UNION ALL SELECT 'event_participant', 'event_participant:' || id, NULL, 'event:' || event_id FROM event_participant
UNION ALL SELECT 'event_topic', 'event_topic:' || id, NULL, 'event:' || event_id FROM event_topic
UNION ALL SELECT 'statement', 'statement:' || id, NULL, 'event:' || event_id FROM statement
UNION ALL SELECT 'organization', 'organization:' || id, NULL, 'organization:' || id FROM organization
UNION ALL SELECT 'official', 'official:' || id, NULL, 'official:' || id FROM official
UNION ALL SELECT 'post', 'post:' || id, NULL, 'post:' || id FROM post
UNION ALL SELECT 'criticality_list', 'criticality_list:' || id, NULL, 'criticality_list:' || id FROM criticality_list
UNION ALL SELECT 'country', 'country:' || code, NULL, 'country:' || code FROM country
UNION ALL SELECT 'mineral', 'mineral:' || code, NULL, 'mineral:' || code FROM mineral
UNION ALL SELECT 'organization_member', 'organization_member:' || id, NULL, 'organization:' || organization_id FROM organization_member
UNION ALL SELECT 'official_name', 'official_name:' || id, NULL, 'official:' || official_id FROM official_name
UNION ALL SELECT 'tenure', 'tenure:' || id, NULL, 'official:' || official_id FROM tenure
UNION ALL SELECT 'mineral_hs', 'mineral_hs:' || id, NULL, 'mineral:' || mineral_code FROM mineral_hs
UNION ALL SELECT 'criticality_listing', 'criticality_listing:' || id, NULL, 'criticality_list:' || criticality_list_id FROM criticality_listing;

COMMENT ON VIEW guard.fact IS
'One fact that the database asserts: a row, or one filled field of a header';

CREATE VIEW guard.fact_without_source AS
SELECT f.table_name, f.subject, f.field, f.root
FROM guard.fact AS f
WHERE NOT EXISTS (
    SELECT FROM public.citation AS c
    WHERE c.subject = f.subject
        AND c.stance = 'supports'
        AND (f.field IS NULL OR c.field IS NULL OR c.field = f.field)
) AND NOT EXISTS (
    SELECT FROM public.missing_value AS m
    WHERE m.subject = f.subject AND m.field = f.field
);

COMMENT ON VIEW guard.fact_without_source IS
'One fact for which no source is cited and no reason is given';

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
        WHEN 'organization' THEN ARRAY['members']
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
