-- The history: whoever writes a tracked row, by whatever door, its twin in schema history keeps every
-- version of it. guard.tracked() lists the tables, with their keys and the columns that are kept.

-- What was said about the present transaction under a name; null where nothing was.
CREATE FUNCTION guard.said(name text) RETURNS text
LANGUAGE sql STABLE
RETURN nullif(btrim(current_setting('tracker.' || name, true), E' \t\r\n'), '');

-- Changes have rising moments even where the clock does not rise.
CREATE FUNCTION guard.moment_after(earlier timestamptz) RETURNS timestamptz
LANGUAGE sql VOLATILE
RETURN greatest(clock_timestamp(), earlier + interval '1 microsecond');

-- The change that the present transaction is, made when it is first asked for. What was said wrongly
-- counts as not said: a change is never lost for that.
CREATE FUNCTION guard.current_change(OUT id bigint, OUT is_new boolean)
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    newest history.change;
    door text := guard.said('door');
    account text := guard.said('account_id');
BEGIN
    -- Also here, for a savepoint that was rolled back gave the lock of its first write back.
    PERFORM guard.wait_for_other_changes();
    SELECT * INTO newest FROM history.change AS c ORDER BY c.id DESC LIMIT 1;
    id := newest.id;
    is_new := newest.transaction IS DISTINCT FROM pg_current_xact_id();
    IF is_new THEN
        INSERT INTO history.change (transaction, at, actor, account_id, login, door, reason)
        VALUES (
            pg_current_xact_id(),
            guard.moment_after(newest.at),
            coalesce(left(guard.said('actor'), 200), session_user),  -- an index holds so much
            (
                SELECT a.id FROM public.account AS a
                WHERE a.id = CASE WHEN account ~ '^[0-9]{1,18}$' THEN account::bigint END
            ),
            session_user,
            CASE
                WHEN door IN ('form', 'cli', 'import', 'seed', 'migration') THEN door
                ELSE 'psql'
            END,
            guard.said('reason')
        )
        RETURNING change.id INTO id;
    END IF;
END
$$;

-- At the end of its transaction a change gets the moment from which others see it, as near as can be.
CREATE FUNCTION guard.keep_moment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE history.change SET at = guard.moment_after((
        SELECT c.at FROM history.change AS c WHERE c.id < NEW.id ORDER BY c.id DESC LIMIT 1
    ))
    WHERE id = NEW.id;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER keep_moment AFTER INSERT ON history.change
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard.keep_moment();

-- The statements that bring the versions of some rows up to date; `concerned` is the query for their
-- keys. They compare the open version of each with the row as it stands, not with what a trigger was
-- told: triggers write rows too, and what they write inside a statement is told before the statement
-- itself is. So it does not matter in which order, or how often, they run.
--
-- The first tells whether anything differs, as the bytes do. The others take the change's number ($1):
-- take back what this change did to these rows, then end the versions that are no more, and begin
-- those that are. So a row has one version a change, and none where it ends up as it was.
--
-- Open versions are found by the coalesce: of `closed_by IS NULL` the planner, where no statistics are kept
-- yet, expects a single row, and compares all with all while the seeds are loaded.
CREATE FUNCTION guard.history_steps(table_name text, keys text, columns text, concerned text)
RETURNS text[]
LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
    WITH parts (compared) AS (
        SELECT format(
            '(%4$s) AS concerned'
            ' LEFT JOIN (SELECT %3$s FROM public.%1$I) AS present USING (%2$s)'
            ' LEFT JOIN (SELECT %3$s FROM history.%1$I'
            ' WHERE coalesce(closed_by, 9223372036854775807) > 9223372036854775806) AS kept'
            ' USING (%2$s)',
            table_name, keys, columns, concerned)
    )
    SELECT array[
        format(
            'SELECT EXISTS (SELECT FROM %s WHERE (present *= kept) IS NOT TRUE'
            ' AND NOT (present IS NULL AND kept IS NULL))',
            compared),
        format(
            'DELETE FROM history.%I WHERE opened_by = $1 AND (%s) IN (%s)',
            table_name, keys, concerned),
        format(
            'UPDATE history.%I SET closed_by = NULL WHERE closed_by = $1 AND (%s) IN (%s)',
            table_name, keys, concerned),
        format(
            'UPDATE history.%1$I SET closed_by = $1'
            ' WHERE coalesce(closed_by, 9223372036854775807) > 9223372036854775806 AND (%2$s) IN'
            ' (SELECT %2$s FROM %3$s WHERE (present *= kept) IS NOT TRUE)',
            table_name, keys, compared),
        format(
            'INSERT INTO history.%I (%s, opened_by) SELECT present.*, $1 FROM %s'
            ' WHERE kept IS NULL AND NOT present IS NULL',
            table_name, columns, compared)
    ]
    FROM parts;
END;

-- After a statement that wrote tracked rows. Arguments: the key's columns, and all that are kept.
-- Every statement is planned anew, for one row or for a hundred thousand.
CREATE FUNCTION guard.keep_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    steps text[] := guard.history_steps(
        TG_TABLE_NAME, TG_ARGV[0], TG_ARGV[1],
        format(
            CASE TG_OP
                WHEN 'INSERT' THEN 'SELECT %1$s FROM new_rows'
                WHEN 'DELETE' THEN 'SELECT %1$s FROM old_rows'
                WHEN 'UPDATE' THEN 'SELECT %1$s FROM old_rows UNION SELECT %1$s FROM new_rows'
                ELSE 'SELECT %1$s FROM history.%2$I WHERE closed_by IS NULL'
            END,
            TG_ARGV[0], TG_TABLE_NAME));
    step text;
    differs boolean;
    change record;
BEGIN
    EXECUTE steps[1] INTO differs;
    IF differs THEN
        change := guard.current_change();
        FOREACH step IN ARRAY steps[CASE WHEN change.is_new THEN 4 ELSE 2 END:] LOOP
            EXECUTE step USING change.id;
        END LOOP;
    END IF;
    RETURN NULL;
END
$$;

-- Bring the versions of all rows of a table up to date, where its triggers have not been.
CREATE FUNCTION guard.catch_up_history(tracked_table text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    steps text[];
    step text;
    differs boolean;
BEGIN
    SELECT guard.history_steps(
        t.table_name, t.keys, t.columns,
        format(
            'SELECT %1$s FROM public.%2$I'
            ' UNION SELECT %1$s FROM history.%2$I WHERE closed_by IS NULL',
            t.keys, t.table_name))
    INTO STRICT steps
    FROM guard.tracked() AS t
    WHERE t.table_name = tracked_table;
    EXECUTE steps[1] INTO differs;
    IF differs THEN
        FOREACH step IN ARRAY steps[2:] LOOP
            EXECUTE step USING (guard.current_change()).id;
        END LOOP;
    END IF;
END
$$;

-- Before a statement writes tracked rows. Were it done only when the history is written, two
-- transactions could each hold rows that the other waits for.
--
-- To have waited is of use only to who then sees what the other wrote: at the stricter levels of isolation
-- a transaction goes on seeing the rows of its beginning, and so would the rules and the history.
CREATE FUNCTION guard.keep_changes_in_order() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
        RAISE feature_not_supported USING
            MESSAGE = 'rows are changed at the isolation level READ COMMITTED alone',
            HINT = 'Those who write wait for one another, so that no stricter level is needed.';
    END IF;
    PERFORM guard.wait_for_other_changes();
    RETURN NULL;
END
$$;

-- The last change at a moment. It is kept only if there is a later one: as the moments of changes rise, what
-- was found then holds for ever, while of a moment to come nothing is known yet.
CREATE FUNCTION guard.find_change(moment text, asked text) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found bigint;
BEGIN
    IF NOT pg_input_is_valid(moment, 'timestamptz') THEN
        RAISE invalid_datetime_format USING
            MESSAGE = format('tracker.as_of is no moment: %s', left(moment, 60)),
            HINT = 'Say a date or a time, as in SET tracker.as_of = ''2026-01-31 12:00+00''.';
    END IF;
    found := coalesce((
        SELECT id FROM history.change WHERE at <= moment::timestamptz ORDER BY at DESC LIMIT 1
    ), 0);
    IF EXISTS (SELECT FROM history.change WHERE id > found) THEN
        PERFORM set_config('tracker.seen_change', found::text, false),
            set_config('tracker.seen_asked', asked, false);
    END IF;
    RETURN found;
END
$$;

-- The moment that `tracker.as_of` says, with the settings by which it is read.
CREATE FUNCTION guard.asked_moment() RETURNS text
LANGUAGE sql STABLE
RETURN concat_ws(' ', current_setting('TimeZone'), current_setting('DateStyle'), guard.said('as_of'));

-- The change up to which `as_of` shows the past: the last at the moment that `tracker.as_of` says. Where it
-- says nothing, that is a number beyond all changes, by one less than the views take for never.
--
-- A page asks this for each of its tables. What was found is kept in the session, beside what was asked.
CREATE FUNCTION guard.seen_change() RETURNS bigint
LANGUAGE sql STABLE
RETURN CASE
    WHEN guard.said('as_of') IS NULL THEN 9223372036854775806
    WHEN current_setting('tracker.seen_asked', true) = guard.asked_moment()
        THEN current_setting('tracker.seen_change')::bigint
    ELSE guard.find_change(guard.said('as_of'), guard.asked_moment())
END;

REVOKE EXECUTE ON FUNCTION guard.current_change, guard.keep_moment, guard.keep_history,
    guard.catch_up_history FROM PUBLIC;

-- Five triggers for each table: one that sees all rows of its statement has one event.
DO $$
DECLARE
    tracked record;
    seen record;
BEGIN
    FOR tracked IN SELECT * FROM guard.tracked() LOOP
        EXECUTE format(
            'CREATE TRIGGER keep_changes_in_order BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE'
            ' ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION guard.keep_changes_in_order()',
            tracked.table_name);
        FOR seen IN
            VALUES
                ('INSERT', 'REFERENCING NEW TABLE AS new_rows'),
                ('UPDATE', 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'),
                ('DELETE', 'REFERENCING OLD TABLE AS old_rows'),
                ('TRUNCATE', '')
        LOOP
            EXECUTE format(
                'CREATE TRIGGER keep_history_%s AFTER %s ON public.%I %s FOR EACH STATEMENT'
                ' EXECUTE FUNCTION guard.keep_history(%L, %L)',
                lower(seen.column1), seen.column1, tracked.table_name, seen.column2,
                tracked.keys, tracked.columns);
        END LOOP;
    END LOOP;
END
$$;
