-- Who may read the views.

DO $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO tracker_reader, tracker_app', current_schema);
    EXECUTE format(
        'GRANT SELECT ON ALL TABLES IN SCHEMA %I TO tracker_reader, tracker_app', current_schema);
END
$$;
