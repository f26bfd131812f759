-- The tables as they stood at the moment that `tracker.as_of` says, or stand now where it says nothing:
--
--     SET tracker.as_of = '2026-01-31';
--     SET search_path = as_of;
--
-- and a query written for the live tables answers for that moment.

DO $$
DECLARE
    tracked record;
BEGIN
    FOR tracked IN SELECT * FROM guard.tracked() LOOP
        -- The moment is looked up once a query, for a subquery on its own is run once. Without the
        -- coalesce, up to a number beyond all changes, the planner expects far too many rows to be
        -- left, and reads whole tables for each row of another.
        EXECUTE format(
            'CREATE VIEW as_of.%1$I AS SELECT %2$s FROM history.%1$I'
            ' WHERE opened_by <= (SELECT guard.seen_change())'
            ' AND coalesce(closed_by, 9223372036854775807) > (SELECT guard.seen_change())',
            tracked.table_name, tracked.columns);
    END LOOP;
END
$$;

GRANT USAGE ON SCHEMA as_of TO tracker_app;
GRANT SELECT ON ALL TABLES IN SCHEMA as_of TO tracker_app;
