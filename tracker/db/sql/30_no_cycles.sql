-- No row is, through others, above itself. One transaction at a time is checked, table by table: two
-- could make the halves of a cycle.

-- A row's chain of parents, by a column that points at the same table. Arguments: the key column
-- and the column that points at the parent.
CREATE FUNCTION guard.refuse_cycle() RETURNS trigger
LANGUAGE plpgsql
SET search_path = public
AS $$
DECLARE
    found boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(TG_RELID::bigint);
    EXECUTE format(
        'WITH RECURSIVE above (key) AS ('
        ' SELECT %2$I FROM %1$I.%3$I WHERE %4$I = ($1).%4$I'
        ' UNION SELECT t.%2$I FROM %1$I.%3$I AS t JOIN above ON t.%4$I = above.key'
        ') SELECT EXISTS (SELECT FROM above WHERE key = ($1).%4$I)',
        TG_TABLE_SCHEMA, TG_ARGV[1], TG_TABLE_NAME, TG_ARGV[0]
    ) INTO found USING NEW;
    IF found THEN
        RAISE integrity_constraint_violation USING
            CONSTRAINT = format('%s_%s_no_cycle', TG_TABLE_NAME, TG_ARGV[1]),
            MESSAGE = format('%s would stand above itself', TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF base_agreement_id
ON public.agreement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NEW.base_agreement_id IS NOT NULL)
EXECUTE FUNCTION guard.refuse_cycle('id', 'base_agreement_id');

CREATE CONSTRAINT TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF parent_id
ON public.event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NEW.parent_id IS NOT NULL)
EXECUTE FUNCTION guard.refuse_cycle('id', 'parent_id');

CREATE CONSTRAINT TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF parent_id
ON public.organization DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NEW.parent_id IS NOT NULL)
EXECUTE FUNCTION guard.refuse_cycle('id', 'parent_id');

CREATE CONSTRAINT TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF parent_code
ON public.sector DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NEW.parent_code IS NOT NULL)
EXECUTE FUNCTION guard.refuse_cycle('code', 'parent_code');

CREATE CONSTRAINT TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF group_code
ON public.mineral DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NEW.group_code IS NOT NULL)
EXECUTE FUNCTION guard.refuse_cycle('code', 'group_code');

-- Relations of one kind between agreements: A amends B, B amends C, C does not amend A.
CREATE FUNCTION guard.refuse_relation_cycle() RETURNS trigger
LANGUAGE plpgsql
SET search_path = public
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(TG_RELID::bigint);
    IF EXISTS (
        WITH RECURSIVE beyond (start, kind, agreement_id) AS (
            -- As it is now: it may have been changed or deleted since.
            SELECT agreement_id, kind, related_agreement_id
            FROM agreement_relation
            WHERE id = NEW.id
            UNION
            SELECT beyond.start, beyond.kind, r.related_agreement_id
            FROM agreement_relation AS r
            JOIN beyond ON r.agreement_id = beyond.agreement_id AND r.kind = beyond.kind
        )
        SELECT FROM beyond WHERE agreement_id = start
    ) THEN
        RAISE integrity_constraint_violation USING
            CONSTRAINT = 'agreement_relation_no_cycle',
            MESSAGE = format('agreement %s would, through others, be related to itself: %s',
                NEW.agreement_id, NEW.kind);
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER refuse_relation_cycle AFTER INSERT OR UPDATE
ON public.agreement_relation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
EXECUTE FUNCTION guard.refuse_relation_cycle();
