-- What only a superuser can do for the tracker's database. On the embedded server it is done at each
-- start; on another one, a superuser types, once for each database:
--
--     psql --dbname=tracker --file=tracker/db/superuser.sql
--
-- PostgreSQL lets every login call these functions. Reports need none of them, and whoever writes
-- one could disturb the others with them: set aside its limits, end other reports, read what they
-- ask, make them wait. So they are left to the owner and the application alone.

DO $$
DECLARE
    owner regrole := (SELECT datdba FROM pg_database WHERE datname = current_database());
    called regprocedure;
BEGIN
    FOR called IN
        SELECT p.oid
        FROM pg_proc AS p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
            AND has_function_privilege('public', p.oid, 'EXECUTE')
            AND (
                p.proname LIKE '%\_advisory\_%'
                OR p.proname IN (
                    'set_config', 'pg_cancel_backend', 'pg_terminate_backend',
                    'pg_stat_get_activity', 'pg_stat_get_backend_activity'
                )
            )
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', called);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s WITH GRANT OPTION', called, owner);
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tracker_app') THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tracker_app', called);
        END IF;
    END LOOP;
    -- For a limit on what reports write to the disk while they run.
    IF NOT has_parameter_privilege(owner, 'temp_file_limit', 'SET') THEN
        EXECUTE format('GRANT SET ON PARAMETER temp_file_limit TO %s', owner);
    END IF;
END
$$;
