-- What the application's login may do: read and write rows, and nothing to definitions.

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM tracker_reader, PUBLIC;
REVOKE USAGE ON SCHEMA public FROM PUBLIC;

GRANT USAGE ON SCHEMA public TO tracker_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO tracker_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO tracker_app;
REVOKE ALL ON public.alembic_version FROM tracker_app;
GRANT SELECT ON public.alembic_version TO tracker_app;

GRANT USAGE ON SCHEMA guard TO tracker_app;
GRANT SELECT ON ALL TABLES IN SCHEMA guard TO tracker_app;

-- History is read, and written by its triggers alone.
GRANT USAGE ON SCHEMA history TO tracker_app;
REVOKE ALL ON ALL TABLES IN SCHEMA history FROM tracker_app, tracker_reader, PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA history TO tracker_app;
