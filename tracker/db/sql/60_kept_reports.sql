-- A version of a kept report stays as it was kept: a change makes another version.

CREATE FUNCTION guard.refuse_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE integrity_constraint_violation USING
        CONSTRAINT = format('%s_is_kept', TG_TABLE_NAME),
        MESSAGE = format('version %s of report %s is kept as it is', OLD.number, OLD.saved_report_id);
END
$$;

CREATE TRIGGER refuse_change AFTER UPDATE ON public.saved_report_version
FOR EACH ROW EXECUTE FUNCTION guard.refuse_change();
