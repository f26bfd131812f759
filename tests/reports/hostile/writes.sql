--! refused
INSERT INTO public.country (code) VALUES ('XX')
--! refused
UPDATE public.agreement SET title_en = 'Mine'
--! refused
DELETE FROM public.agreement
--! refused
TRUNCATE public.agreement CASCADE
--! refused
MERGE INTO public.country AS c USING (SELECT 'KZ' AS code) AS s ON s.code = c.code WHEN MATCHED THEN DELETE
--! refused
INSERT INTO agreements (reference) VALUES ('X')
--! refused
UPDATE agreements SET reference = 'X'
--! refused
DELETE FROM countries
--! refused
WITH gone AS (DELETE FROM public.agreement RETURNING id) SELECT * FROM gone
--! refused
WITH made AS (INSERT INTO public.country (code) VALUES ('XX') RETURNING code) SELECT * FROM made
--! refused
WITH changed AS (UPDATE countries SET country_en = 'X' RETURNING *) SELECT * FROM changed
--! refused
WITH RECURSIVE r AS (DELETE FROM countries RETURNING *) SELECT * FROM r
--! refused
SELECT * INTO public.stolen FROM agreements
--! refused
SELECT * INTO TEMPORARY stolen FROM agreements
--! refused
CREATE TABLE public.mine AS SELECT 1
--! refused
CREATE TEMPORARY TABLE mine (x int)
--! refused
CREATE UNLOGGED TABLE report.mine (x int)
--! refused
CREATE VIEW report.mine AS SELECT 1
--! refused
CREATE OR REPLACE VIEW report.agreements AS SELECT 1
--! refused
CREATE SCHEMA mine
--! refused
CREATE FUNCTION report.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'
--! refused
CREATE EXTENSION dblink
--! refused
CREATE EXTENSION IF NOT EXISTS pg_trgm
--! refused
CREATE LANGUAGE plpython3u
--! refused
CREATE ROLE intruder LOGIN SUPERUSER
--! refused
ALTER ROLE tracker_reader SUPERUSER
--! refused
ALTER ROLE tracker_reader SET search_path = public
--! refused
ALTER ROLE CURRENT_USER PASSWORD 'known'
--! refused
ALTER SYSTEM SET work_mem = '10GB'
--! refused
ALTER DATABASE postgres SET work_mem = '10GB'
--! refused
ALTER TABLE public.agreement DISABLE TRIGGER ALL
--! refused
DROP VIEW report.agreements
--! refused
DROP SCHEMA report CASCADE
--! refused
DROP OWNED BY CURRENT_USER
--! refused
GRANT SELECT ON public.account TO PUBLIC
--! refused
GRANT tracker_app TO tracker_reader
--! refused
COMMENT ON VIEW report.agreements IS 'Mine'
--! refused
REFRESH MATERIALIZED VIEW report.agreements
--! refused
VACUUM FULL
--! refused
ANALYZE public.agreement
--! refused
CLUSTER
--! refused
REINDEX DATABASE postgres
--! refused
CHECKPOINT
--! refused
SELECT * FROM public.agreement FOR UPDATE
--! refused
SELECT * FROM agreements FOR UPDATE
--! refused
SELECT * FROM countries FOR KEY SHARE
--! refused
SELECT nextval('public.agreement_id_seq')
--! refused
SELECT setval('public.agreement_id_seq', 1)
--! refused
SELECT lo_creat(-1)
--! refused
SELECT lo_create(424242)
--! refused
SELECT lo_from_bytea(424242, 'x')
--! refused
SELECT lo_unlink(424242)
--! refused
SELECT lo_put(424242, 0, 'x')
--! refused
SELECT query_to_xml('DELETE FROM public.agreement', true, false, '')
--! refused
SELECT query_to_xml('INSERT INTO public.country (code) VALUES (''XX'')', true, false, '')
--! refused
SELECT query_to_xml('COMMIT', true, false, '')
--! refused
SELECT query_to_xml('CREATE TEMPORARY TABLE mine (x int)', true, false, '')
--! refused
SELECT * FROM ts_stat('DELETE FROM public.agreement RETURNING ''''::tsvector')
--! refused
SELECT pg_import_system_collations('report')
--! refused
SELECT pg_stat_reset()
--! refused
SELECT pg_create_restore_point('mine')
--! refused
SELECT pg_create_logical_replication_slot('mine', 'test_decoding')
--! refused
SELECT pg_create_physical_replication_slot('mine')
--! refused
SELECT pg_drop_replication_slot('mine')
--! refused
SELECT pg_replication_origin_create('mine')
--! refused
SELECT pg_switch_wal()
--! refused
SELECT pg_promote()
--! refused
SELECT pg_reload_conf()
--! refused
SELECT pg_rotate_logfile()
--! refused
SELECT brin_summarize_new_values('report.agreements')
--! refused
SELECT gin_clean_pending_list('public.ix_agreement_search_words')
--! refused
SELECT binary_upgrade_set_next_pg_authid_oid(1)
--! runs
SELECT pg_notify('mine', 'hello')
