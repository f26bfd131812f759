--! stopped
SELECT pg_sleep(3600)
--! stopped
SELECT pg_sleep_for('1 hour')
--! stopped
SELECT pg_sleep_until(now() + interval '1 hour')
--! stopped
SELECT pg_sleep(0.2) FROM generate_series(1, 100000)
--! stopped
SELECT set_config('statement_timeout', '0', false), pg_sleep(3600)
--! stopped
SELECT CASE i WHEN 1 THEN set_config('statement_timeout', '0', false) END, pg_sleep(0.01) FROM generate_series(1, 1000000) AS i
--! stopped
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n FROM r) SELECT count(*) FROM r
--! stopped
WITH RECURSIVE r(n) AS (VALUES (1::numeric) UNION ALL SELECT n * 2 FROM r) SELECT max(n) FROM r WHERE n < 0
--! stopped
WITH RECURSIVE r(n) AS (VALUES (1::bigint) UNION SELECT n + 1 FROM r) SELECT count(*) FROM r
--! stopped
SELECT count(*) FROM generate_series(1, 1000000) AS a, generate_series(1, 1000000) AS b
--! stopped
SELECT count(*) FROM countries AS a, countries AS b, countries AS c, countries AS d, countries AS e
--! stopped
SELECT a.i FROM generate_series(1, 20000000) AS a(i) ORDER BY md5(a.i::text)
--! stopped
SELECT count(DISTINCT md5(i::text)) FROM generate_series(1, 50000000) AS i
--! stopped
SELECT md5(i::text), count(*) FROM generate_series(1, 50000000) AS i GROUP BY 1 ORDER BY 2
--! stopped
SELECT count(*) FROM generate_series(1, 50000000) AS i WHERE md5(i::text) = 'x'
--! refused
SELECT factorial(100000) % 7 FROM generate_series(1, 1000)
--! stopped
SELECT count(*) FROM (SELECT regexp_matches(repeat('a', 30000), '(a*)*(a*)*(a*)*b', 'g') FROM generate_series(1, 100000)) AS m
--! stopped
SELECT row_number() OVER (ORDER BY md5(i::text)) FROM generate_series(1, 20000000) AS i OFFSET 19999999
--! stopped
SELECT query_to_xml('SELECT pg_sleep(3600)', true, false, '')
--! stopped
SELECT sum(length(repeat('x', 10000000) || i::text)) FROM generate_series(1, 100000) AS i
--! stopped
SELECT pg_advisory_lock(900001), pg_sleep(3600)
--! stopped
SELECT * FROM generate_series(1, 1000000000)
--! cut
SELECT generate_series(1, 1000000000)
--! cut
SELECT repeat('x', 1000), generate_series(1, 1000000000)
--! cut
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r
--! refused
SELECT repeat('x', 2000000000)
--! refused
SELECT array_fill(0, ARRAY[2000000000])
--! refused
SELECT lpad('x', 2000000000)
--! stopped
SELECT set_config('statement_timeout', '0', false) FROM generate_series(1, 2000) UNION ALL SELECT pg_sleep(3600)::text
