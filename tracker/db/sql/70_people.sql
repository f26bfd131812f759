-- Somebody must always be able to let others in.

CREATE FUNCTION guard.need_an_administrator() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    -- One at a time: two administrators who disable each other would both see the other remain.
    PERFORM pg_advisory_xact_lock(7411020303);
    IF NOT EXISTS (
        SELECT FROM public.account
        JOIN public.account_role ON account_role.account_id = account.id
        WHERE account.active AND account_role.role_code = 'administrator'
    ) THEN
        RAISE integrity_constraint_violation USING
            CONSTRAINT = 'an_administrator_remains',
            MESSAGE = 'the last active administrator stays one';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION guard.is_administrator(account bigint) RETURNS boolean
LANGUAGE sql STABLE
RETURN EXISTS (
    SELECT FROM public.account_role
    WHERE account_role.account_id = account AND account_role.role_code = 'administrator'
);

CREATE TRIGGER need_an_administrator AFTER DELETE OR UPDATE ON public.account_role
FOR EACH ROW WHEN (OLD.role_code = 'administrator')
EXECUTE FUNCTION guard.need_an_administrator();

CREATE TRIGGER need_an_administrator AFTER UPDATE ON public.account
FOR EACH ROW WHEN (OLD.active AND NOT NEW.active AND guard.is_administrator(OLD.id))
EXECUTE FUNCTION guard.need_an_administrator();
