-- What search and lists read, kept from the rows it speaks of by whomever they are written: for each
-- agreement the words that find it and its places in the lists of its countries, and a vocabulary
-- of all words.

CREATE VIEW guard.agreement_search (agreement_id, dated_on, words) AS
WITH said (agreement_id, text) AS (
    SELECT id, concat_ws(
        ' ', reference, title_en, title_fr, place_en, place_fr, summary_en, summary_fr
    )
    FROM public.agreement
    UNION ALL
    SELECT a.id, concat_ws(' ', f.label_en, f.label_fr)
    FROM public.agreement AS a JOIN public.agreement_form AS f ON f.code = a.form
    UNION ALL
    SELECT a.id, n.text
    FROM public.agreement AS a JOIN public.other_name AS n ON n.agreement_form_code = a.form
    UNION ALL
    SELECT p.agreement_id, concat_ws(' ', p.named_as, c.code, c.alpha3, c.name_en, c.name_fr)
    FROM public.agreement_party AS p JOIN public.country AS c ON c.code = p.country_code
    UNION ALL
    SELECT p.agreement_id, n.text
    FROM public.agreement_party AS p JOIN public.other_name AS n USING (country_code)
    UNION ALL
    SELECT p.agreement_id, concat_ws(' ', p.named_as, o.acronym, o.name_en, o.name_fr)
    FROM public.agreement_party AS p JOIN public.organization AS o ON o.id = p.organization_id
    UNION ALL
    SELECT p.agreement_id, n.text
    FROM public.agreement_party AS p JOIN public.other_name AS n USING (organization_id)
    UNION ALL
    SELECT p.agreement_id, o.name
    FROM public.agreement_official AS p JOIN public.official AS o ON o.id = p.official_id
    UNION ALL
    SELECT p.agreement_id, n.text
    FROM public.agreement_official AS p JOIN public.official_name AS n USING (official_id)
    UNION ALL
    SELECT s.agreement_id, concat_ws(' ', m.symbol, m.name_en, m.name_fr)
    FROM public.agreement_scope AS s JOIN public.mineral AS m ON m.code = s.mineral_code
    UNION ALL
    SELECT s.agreement_id, concat_ws(' ', g.symbol, g.name_en, g.name_fr)
    FROM public.agreement_scope AS s
    JOIN public.mineral AS m ON m.code = s.mineral_code
    JOIN public.mineral AS g ON g.code = m.group_code
    UNION ALL
    SELECT s.agreement_id, n.text
    FROM public.agreement_scope AS s
    JOIN public.mineral AS m ON m.code = s.mineral_code
    JOIN public.other_name AS n ON n.mineral_code IN (m.code, m.group_code)
    UNION ALL
    SELECT s.agreement_id, concat_ws(' ', t.name_en, t.name_fr)
    FROM public.agreement_scope AS s JOIN public.sector AS t ON t.code = s.sector_code
    UNION ALL
    SELECT s.agreement_id, concat_ws(' ', w.name_en, w.name_fr)
    FROM public.agreement_scope AS s
    JOIN public.sector AS t ON t.code = s.sector_code
    JOIN public.sector AS w ON w.code = t.parent_code
    UNION ALL
    SELECT s.agreement_id, n.text
    FROM public.agreement_scope AS s
    JOIN public.sector AS t ON t.code = s.sector_code
    JOIN public.other_name AS n ON n.sector_code IN (t.code, t.parent_code)
)
SELECT a.id, coalesce(a.dated_on, '0001-01-01'), w.words
FROM (
    SELECT agreement_id, public.words(left(string_agg(text, ' '), 100000)) AS words
    FROM said
    GROUP BY agreement_id  -- a tsvector has a limit, hence the one above
) AS w
JOIN public.agreement AS a ON a.id = w.agreement_id;

CREATE VIEW guard.agreement_country (country_code, dated_on, agreement_id) AS
SELECT p.country_code, coalesce(a.dated_on, '0001-01-01'), a.id
FROM public.agreement_party AS p
JOIN public.agreement AS a ON a.id = p.agreement_id
WHERE p.country_code IS NOT NULL;

-- Keep the words of some agreements, and their places in the lists of countries.
CREATE FUNCTION guard.keep_words(agreements bigint[]) RETURNS void
LANGUAGE plpgsql
SET search_path = public
AS $$
BEGIN
    -- Of two transactions that write parts of one agreement the later waits here for the earlier,
    -- and its next statement sees what the earlier wrote.
    PERFORM FROM agreement WHERE id = ANY (agreements) ORDER BY id FOR NO KEY UPDATE;
    WITH kept AS (
        INSERT INTO agreement_search AS s (agreement_id, dated_on, words)
        SELECT * FROM guard.agreement_search WHERE agreement_id = ANY (agreements)
        ON CONFLICT (agreement_id) DO UPDATE
        SET dated_on = excluded.dated_on, words = excluded.words
        WHERE (s.dated_on, s.words) <> (excluded.dated_on, excluded.words)
        RETURNING s.words
    )
    INSERT INTO search_word AS known (word, agreements)
    SELECT DISTINCT word, 1 FROM kept, unnest(tsvector_to_array(kept.words)) AS word ORDER BY word
    ON CONFLICT (word) DO UPDATE SET agreements = 1 WHERE known.agreements = 0;
    DELETE FROM agreement_country AS c
    WHERE agreement_id = ANY (agreements) AND NOT EXISTS (
        SELECT FROM guard.agreement_country AS kept
        WHERE kept.agreement_id = c.agreement_id
            AND (kept.country_code, kept.dated_on) = (c.country_code, c.dated_on)
    );
    INSERT INTO agreement_country
    SELECT * FROM guard.agreement_country WHERE agreement_id = ANY (agreements)
    ON CONFLICT DO NOTHING;
END
$$;

-- After a change of rows that agreements are found by. Arguments: the columns that matter, and
-- the query for the agreements concerned, by the rows that changed in these columns.
CREATE FUNCTION guard.keep_words_after() RETURNS trigger
LANGUAGE plpgsql
SET search_path = public
AS $$
DECLARE
    concerned bigint[];
BEGIN
    EXECUTE 'WITH changed AS (' || CASE TG_OP
        WHEN 'INSERT' THEN format('SELECT %1$s FROM new_rows', TG_ARGV[0])
        WHEN 'DELETE' THEN format('SELECT %1$s FROM old_rows', TG_ARGV[0])
        ELSE format(
            '(SELECT %1$s FROM new_rows EXCEPT SELECT %1$s FROM old_rows)'
            ' UNION ALL (SELECT %1$s FROM old_rows EXCEPT SELECT %1$s FROM new_rows)', TG_ARGV[0])
    END || ') SELECT array(' || TG_ARGV[1] || ')' INTO concerned;
    IF concerned <> '{}' THEN
        PERFORM guard.keep_words(concerned);
    END IF;
    RETURN NULL;
END
$$;

-- The rows that agreements are found by: on which events, the columns that matter, and the
-- agreements concerned by those of the rows that changed.
CREATE FUNCTION guard.searched()
RETURNS TABLE (table_name text, events text[], columns text, concerned text)
LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
    VALUES
        (
            'agreement', '{INSERT,UPDATE}'::text[],
            'id, reference, title_en, title_fr, place_en, place_fr, summary_en, summary_fr, dated_on,'
            ' form',
            'SELECT id FROM changed'
        ),
        (
            'agreement_party', '{INSERT,UPDATE,DELETE}',
            'agreement_id, country_code, organization_id, named_as', 'SELECT agreement_id FROM changed'
        ),
        (
            'agreement_official', '{INSERT,UPDATE,DELETE}',
            'agreement_id, official_id', 'SELECT agreement_id FROM changed'
        ),
        (
            'agreement_scope', '{INSERT,UPDATE,DELETE}',
            'agreement_id, mineral_code, sector_code', 'SELECT agreement_id FROM changed'
        ),
        (
            'country', '{UPDATE}', 'code AS country_code, alpha3, name_en, name_fr',
            'SELECT agreement_id FROM agreement_party JOIN changed USING (country_code)'
        ),
        (
            'organization', '{UPDATE}', 'id AS organization_id, acronym, name_en, name_fr',
            'SELECT agreement_id FROM agreement_party JOIN changed USING (organization_id)'
        ),
        (
            'official', '{UPDATE}', 'id AS official_id, name',
            'SELECT agreement_id FROM agreement_official JOIN changed USING (official_id)'
        ),
        (
            'official_name', '{INSERT,UPDATE,DELETE}', 'official_id, text',
            'SELECT agreement_id FROM agreement_official JOIN changed USING (official_id)'
        ),
        (
            'mineral', '{UPDATE}', 'code, group_code, symbol, name_en, name_fr',
            'SELECT agreement_id FROM agreement_scope JOIN mineral AS m ON m.code = mineral_code'
            ' JOIN changed ON changed.code IN (m.code, m.group_code)'
        ),
        (
            'sector', '{UPDATE}', 'code, parent_code, name_en, name_fr',
            'SELECT agreement_id FROM agreement_scope JOIN sector AS t ON t.code = sector_code'
            ' JOIN changed ON changed.code IN (t.code, t.parent_code)'
        ),
        (
            'agreement_form', '{UPDATE}', 'code AS form, label_en, label_fr',
            'SELECT id FROM agreement JOIN changed USING (form)'
        ),
        (
            'other_name', '{INSERT,UPDATE,DELETE}',
            'country_code, organization_id, mineral_code, sector_code, agreement_form_code, text',
            'SELECT agreement_id FROM agreement_party JOIN changed USING (country_code)'
            ' UNION SELECT agreement_id FROM agreement_party JOIN changed USING (organization_id)'
            ' UNION SELECT agreement_id FROM agreement_scope'
            ' JOIN mineral AS m ON m.code = agreement_scope.mineral_code'
            ' JOIN changed ON changed.mineral_code IN (m.code, m.group_code)'
            ' UNION SELECT agreement_id FROM agreement_scope'
            ' JOIN sector AS t ON t.code = agreement_scope.sector_code'
            ' JOIN changed ON changed.sector_code IN (t.code, t.parent_code)'
            ' UNION SELECT id FROM agreement JOIN changed ON form = agreement_form_code'
        );
END;

-- Names and titles whose words are known even where no agreement has them, so that they are not
-- taken for misspellings of others.
CREATE FUNCTION guard.named() RETURNS TABLE (table_name text, columns text)
LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
    VALUES
        ('agreement_form', 'label_en, label_fr'),
        ('country', 'code, alpha3, name_en, name_fr'),
        ('document', 'title, publisher, url'),
        ('event', 'title_en, title_fr, place_en, place_fr, series'),
        ('mineral', 'code, symbol, name_en, name_fr'),
        ('official', 'name'),
        ('official_name', 'text'),
        ('organization', 'acronym, name_en, name_fr'),
        ('other_name', 'text'),
        ('post', 'title_en, title_fr'),
        ('sector', 'code, name_en, name_fr');
END;

-- The statement that adds the words of a source's columns to the vocabulary.
CREATE FUNCTION guard.learning(source text, columns text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN format(
    'INSERT INTO public.search_word (word, agreements)'
    ' SELECT DISTINCT word, 0 FROM %s,'
    ' unnest(tsvector_to_array(public.words(left(concat_ws('' '', %s), 100000)))) AS word'
    ' ORDER BY word ON CONFLICT DO NOTHING', source, columns
);

-- After a change of names or titles: add their words.
CREATE FUNCTION guard.keep_vocabulary_after() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE guard.learning('new_rows', TG_ARGV[0]);
    RETURN NULL;
END
$$;

-- Make everything that search and lists read anew, and count in how many agreements each word is. Nobody
-- reads or writes agreements meanwhile.
CREATE FUNCTION guard.rebuild_search() RETURNS void
LANGUAGE plpgsql
SET search_path = public
AS $$
DECLARE
    index_of_words text := pg_get_indexdef('ix_agreement_search_words'::regclass);
    source record;
BEGIN
    TRUNCATE agreement_search, agreement_country, search_word;
    DROP INDEX ix_agreement_search_words;  -- made over all rows at once it takes a fraction
    INSERT INTO agreement_search
    SELECT * FROM guard.agreement_search ORDER BY dated_on, agreement_id;  -- as they are read
    EXECUTE index_of_words;
    INSERT INTO agreement_country
    SELECT * FROM guard.agreement_country ORDER BY country_code, dated_on, agreement_id;
    INSERT INTO search_word (word, agreements)
    SELECT word, ndoc FROM ts_stat('SELECT words FROM public.agreement_search');
    FOR source IN SELECT * FROM guard.named() LOOP
        EXECUTE guard.learning(source.table_name, source.columns);
    END LOOP;
    ANALYZE agreement_search, agreement_country, search_word;
END
$$;

-- One trigger for each table and event: a trigger that sees all rows of its statement has one event.
DO $$
DECLARE
    source record;
BEGIN
    FOR source IN
        SELECT 'keep_words' AS name, 'keep_words_after' AS function, table_name,
            unnest(events) AS event, format('%L, %L', columns, concerned) AS arguments
        FROM guard.searched()
        UNION ALL
        SELECT 'keep_vocabulary', 'keep_vocabulary_after', table_name,
            unnest('{INSERT,UPDATE}'::text[]), format('%L', columns)
        FROM guard.named()
    LOOP
        EXECUTE format(
            'CREATE TRIGGER %s AFTER %s ON public.%I %s FOR EACH STATEMENT'
            ' EXECUTE FUNCTION guard.%s(%s)',
            source.name || '_' || lower(source.event), source.event, source.table_name,
            CASE source.event
                WHEN 'INSERT' THEN 'REFERENCING NEW TABLE AS new_rows'
                WHEN 'UPDATE' THEN 'REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows'
                ELSE 'REFERENCING OLD TABLE AS old_rows'
            END,
            source.function, source.arguments);
    END LOOP;
END
$$;
