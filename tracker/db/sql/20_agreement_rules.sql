-- Rules between the rows of one agreement. They are checked at the end of the transaction, so that
-- an agreement and its parts can be written in any order, and under a lock of the agreement, so that
-- of two transactions that together break a rule the second sees what the first did.

CREATE FUNCTION guard.check_agreement(agreement bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = public
AS $$
BEGIN
    PERFORM FROM agreement AS a WHERE a.id = agreement FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN;  -- the agreement itself went, and its parts with it
    END IF;
    IF NOT EXISTS (SELECT FROM agreement_party AS p WHERE p.agreement_id = agreement) THEN
        RAISE integrity_constraint_violation USING
            CONSTRAINT = 'agreement_has_a_party',
            MESSAGE = format('agreement %s has no party', agreement);
    END IF;
    -- A non-binding text is operative or lapsed, never in force.
    IF EXISTS (
        SELECT FROM agreement_action AS a
        JOIN action_kind AS k ON k.code = a.kind
        WHERE a.agreement_id = agreement AND (a.kind = 'ratified' OR k.status = 'in_force')
    ) AND NOT EXISTS (
        SELECT FROM agreement_party AS p
        WHERE p.agreement_id = agreement AND p.legal_nature <> 'political_commitment'
    ) THEN
        RAISE integrity_constraint_violation USING
            CONSTRAINT = 'non_binding_is_never_in_force',
            MESSAGE = format('agreement %s binds nobody: it can become operative, but not be '
                'ratified or enter into force', agreement);
    END IF;
END
$$;

CREATE FUNCTION guard.check_agreement_itself() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM guard.check_agreement(NEW.id);
    RETURN NULL;
END
$$;

CREATE FUNCTION guard.check_agreement_of_part() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM guard.check_agreement(coalesce(NEW.agreement_id, OLD.agreement_id));
    IF TG_OP = 'UPDATE' AND NEW.agreement_id <> OLD.agreement_id THEN
        PERFORM guard.check_agreement(OLD.agreement_id);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION guard.check_agreements_of_kind() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM guard.check_agreement(a.agreement_id)
    FROM public.agreement_action AS a
    WHERE a.kind = NEW.code;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER check_agreement AFTER INSERT ON public.agreement
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION guard.check_agreement_itself();

CREATE CONSTRAINT TRIGGER check_agreement AFTER UPDATE OR DELETE ON public.agreement_party
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION guard.check_agreement_of_part();

CREATE CONSTRAINT TRIGGER check_agreement AFTER INSERT OR UPDATE ON public.agreement_action
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION guard.check_agreement_of_part();

CREATE CONSTRAINT TRIGGER check_agreements AFTER UPDATE OF status ON public.action_kind
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION guard.check_agreements_of_kind();
