--! refused
SET ROLE tracker_app
--! refused
SET ROLE postgres
--! refused
SET SESSION AUTHORIZATION postgres
--! refused
RESET ROLE
--! refused
RESET ALL
--! refused
SET search_path = public
--! refused
SET LOCAL statement_timeout = 0
--! refused
SHOW ALL
--! refused
SELECT set_config('role', 'tracker_app', false)
--! refused
SELECT set_config('role', 'tracker_owner', true)
--! refused
SELECT set_config('session_authorization', 'postgres', false)
--! refused
SELECT set_config('session_replication_role', 'replica', false)
--! refused
SELECT set_config('temp_file_limit', '-1', false)
--! refused
SELECT set_config('log_statement', 'none', false)
--! refused
SELECT set_config('session_preload_libraries', 'x', false)
--! refused
SELECT set_config('dynamic_library_path', '/tmp', false)
--! refused
SELECT set_config('allow_system_table_mods', 'on', false)
--! refused
SELECT set_config('zero_damaged_pages', 'on', false)
--! refused
SELECT set_config('shared_buffers', '1GB', false)
--! runs
SELECT set_config('search_path', 'public, history', false)
--! runs
SELECT set_config('statement_timeout', '0', false)
--! runs
SELECT set_config('work_mem', '1GB', false)
--! runs
SELECT set_config('timezone', 'Asia/Almaty', false)
--! runs
SELECT set_config('datestyle', 'German', false)
--! refused
SELECT set_config('lc_messages', 'fr_FR', false)
--! runs
SELECT set_config('bytea_output', 'escape', false)
--! runs
SELECT set_config('application_name', 'somebody else', false)
--! runs
SELECT set_config('tracker.actor', 'somebody else', false)
--! runs
SELECT set_config('tracker.as_of', '2000-01-01', false)
--! runs
SELECT set_config(name, setting, false) FROM pg_settings WHERE context = 'user' AND name LIKE 'enable%'
--! refused
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'tracker_owner'
--! refused
SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = 'tracker_owner'
--! refused
SELECT pg_log_backend_memory_contexts(pg_backend_pid())
--! refused
SELECT pg_terminate_backend(pg_backend_pid())
--! cancelled
SELECT pg_cancel_backend(pg_backend_pid())
--! refused
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = pg_backend_pid()
--! runs
SELECT pg_advisory_lock(1)
--! runs
SELECT pg_advisory_lock_shared(2)
--! runs
SELECT pg_try_advisory_lock(3, 4)
--! runs
SELECT pg_advisory_xact_lock(5)
--! runs
SELECT pg_advisory_lock(i) FROM generate_series(1, 200) AS i
--! runs
SELECT pg_advisory_unlock_all()
--! runs
SELECT pg_export_snapshot()
--! runs
SELECT setseed(0.5)
--! runs
SELECT txid_current()
