--! refused
COMMIT
--! refused
ROLLBACK
--! refused
BEGIN
--! refused
BEGIN READ WRITE
--! refused
START TRANSACTION READ WRITE
--! refused
END
--! refused
ABORT
--! refused
SAVEPOINT mine
--! refused
ROLLBACK TO SAVEPOINT mine
--! refused
PREPARE TRANSACTION 'mine'
--! refused
SET TRANSACTION READ WRITE
--! refused
SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE
--! refused
SELECT 1; COMMIT
--! refused
SELECT 1; SELECT 2
--! refused
SELECT 1; DELETE FROM public.agreement
--! refused
SELECT 1; COMMIT; DELETE FROM public.agreement; BEGIN
--! refused
; DELETE FROM public.agreement
--! refused
SELECT 1 /* ; */ ; -- ;
ROLLBACK
--! refused
SELECT 1 --
; COMMIT
--! refused
SELECT '/*'; COMMIT --*/'
--! refused
SELECT $a$;$b$ $a$; COMMIT; SELECT $b$ $a$ $b$
--! runs
SELECT E'\'; COMMIT; --'
--! refused
SELECT "x;"; COMMIT
--! refused
CLOSE report
--! refused
CLOSE ALL
--! refused
FETCH ALL FROM report
--! refused
MOVE 10 IN report
--! refused
DECLARE mine CURSOR WITH HOLD FOR SELECT 1
--! refused
SELECT 1) TO STDOUT
--! refused
DO $$ BEGIN COMMIT; END $$
--! refused
DO $$ BEGIN EXECUTE 'DELETE FROM public.agreement'; END $$
--! refused
CALL pg_sleep(1)
--! refused
PREPARE mine AS DELETE FROM public.agreement
--! refused
EXECUTE mine
--! refused
DEALLOCATE ALL
--! refused
DISCARD ALL
--! refused
LISTEN mine
--! refused
NOTIFY mine
--! refused
LOCK TABLE agreements IN ACCESS EXCLUSIVE MODE
--! refused
LOAD 'auto_explain'
--! refused
EXPLAIN ANALYZE DELETE FROM countries
--! refused
EXPLAIN SELECT 1
--! refused
SELECT set_config('transaction_read_only', 'off', false)
--! refused
SELECT set_config('transaction_read_only', 'off', true)
--! refused
SELECT set_config('transaction_isolation', 'serializable', true)
--! runs
SELECT set_config('default_transaction_read_only', 'off', false)
--! refused
CREATE PROCEDURE report.mine() LANGUAGE sql AS 'COMMIT'
--! refused
COPY (SELECT 1) TO STDOUT
--! refused
COPY agreements FROM STDIN
