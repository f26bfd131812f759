--! refused
SELECT * FROM public.account
--! refused
SELECT email FROM account
--! refused
TABLE public.account
--! refused
SELECT * FROM public.agreement
--! refused
SELECT * FROM public.saved_report
--! refused
SELECT * FROM public.saved_report_version
--! refused
SELECT * FROM public.account_role
--! refused
SELECT * FROM history.account
--! refused
SELECT * FROM history.change
--! refused
SELECT * FROM guard.fact
--! refused
SELECT guard.told_statuses(1)
--! refused
SELECT public.words('x')
--! refused
SELECT * FROM "public"."account"
--! refused
SELECT * FROM U&"publ\0069c".account
--! refused
SELECT * FROM U&"public".U&"\0061ccount"
--! refused
SELECT/**/email/**/FROM/**/public/**/./**/account
--! refused
SELECT (SELECT email FROM public.account LIMIT 1)
--! refused
SELECT a.* FROM agreements, LATERAL (SELECT * FROM public.account) AS a
--! refused
WITH a AS MATERIALIZED (SELECT * FROM public.account) SELECT * FROM a
--! refused
SELECT 1 UNION ALL SELECT id FROM public.account
--! refused
SELECT 1 WHERE EXISTS (SELECT FROM public.account)
--! refused
SELECT query_to_xml('SELECT * FROM public.account', true, false, '')
--! refused
SELECT table_to_xml('public.account', true, false, '')
--! refused
SELECT schema_to_xml('history', true, false, '')
--! hides
SELECT database_to_xml(true, false, '')
--! refused
SELECT * FROM ts_stat('SELECT to_tsvector(email) FROM public.account')
--! refused
SELECT ts_rewrite('a'::tsquery, 'SELECT ''a''::tsquery, email::tsquery FROM public.account')
--! refused
SELECT * FROM pg_authid
--! refused
SELECT * FROM pg_shadow
--! refused
SELECT * FROM pg_user_mapping
--! refused
SELECT * FROM pg_statistic
--! refused
SELECT * FROM pg_largeobject
--! refused
SELECT * FROM pg_hba_file_rules
--! refused
SELECT * FROM pg_file_settings
--! refused
SELECT * FROM pg_ident_file_mappings
--! refused
SELECT * FROM pg_backend_memory_contexts
--! refused
SELECT * FROM pg_shmem_allocations
--! refused
SELECT * FROM pg_config
--! refused
SELECT subconninfo FROM pg_subscription
--! hides
SELECT * FROM pg_stats
--! hides
SELECT * FROM pg_stats_ext
--! hides
SELECT query FROM pg_stat_activity
--! hides
SELECT pg_stat_get_backend_activity(i) FROM pg_stat_get_backend_idset() AS i
--! hides
SELECT * FROM pg_prepared_statements
--! hides
SELECT * FROM pg_cursors
--! hides
SELECT * FROM pg_policies
--! hides
SELECT * FROM information_schema.tables
--! hides
SELECT * FROM information_schema.columns
--! hides
SELECT * FROM information_schema.role_table_grants
--! hides
SELECT most_common_vals FROM pg_stats WHERE tablename = 'account'
--! refused
SELECT pg_get_serial_sequence('public.account', 'id')
--! hides
SELECT pg_get_viewdef(oid) FROM pg_class WHERE relkind = 'v' AND relname = 'reviews'
--! refused
SELECT lo_get(1)
--! refused
SELECT lo_export(1, '/tmp/out')
--! refused
SELECT lo_import('/etc/passwd')
--! refused
SELECT lo_open(1, 262144)
--! refused
SELECT pg_read_file('/etc/passwd')
--! refused
SELECT pg_read_file('postgresql.conf', 0, 100)
--! refused
SELECT pg_read_binary_file('/etc/passwd')
--! refused
SELECT pg_ls_dir('.')
--! refused
SELECT * FROM pg_ls_logdir()
--! refused
SELECT * FROM pg_ls_waldir()
--! refused
SELECT * FROM pg_ls_tmpdir()
--! refused
SELECT * FROM pg_stat_file('/etc/passwd')
--! refused
SELECT pg_current_logfile()
--! refused
SELECT current_setting('data_directory')
--! refused
SELECT current_setting('hba_file')
--! refused
COPY (SELECT 1) TO PROGRAM 'id'
--! refused
COPY agreements FROM PROGRAM 'id'
--! refused
COPY (SELECT 1) TO '/tmp/out'
--! refused
COPY agreements FROM '/etc/passwd'
--! refused
SELECT * FROM dblink('host=127.0.0.1', 'SELECT 1') AS t(x int)
--! refused
SELECT dblink_connect('host=127.0.0.1')
--! refused
SELECT * FROM public.dblink('dbname=postgres', 'SELECT 1') AS t(x int)
--! refused
CREATE SERVER mine FOREIGN DATA WRAPPER postgres_fdw
--! refused
CREATE SUBSCRIPTION mine CONNECTION 'host=127.0.0.1' PUBLICATION p
--! refused
SELECT pg_logical_slot_get_changes('mine', NULL, NULL)
--! refused
SELECT xmlparse(DOCUMENT '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')
--! hides
SELECT email_address FROM (SELECT reviewer AS email_address FROM reviews) AS r
--! hides
SELECT to_jsonb(r) FROM reviews AS r
--! refused
SELECT r.email FROM reviews AS r
--! refused
SELECT r FROM reviews AS r WHERE r.email IS NOT NULL
--! refused
SELECT c.tableoid, c.ctid FROM citations AS c
