-- What a search asks: which words are meant by those that were typed.

-- The words nearest to one that is misspelt: as few letters apart as there are, at most one in
-- three, and of these the most alike. Words with digits are taken as they stand.
CREATE FUNCTION guard.nearest_words(misspelt text, of_agreements boolean) RETURNS text[]
LANGUAGE sql STABLE
SET search_path = public
RETURN array(
    SELECT w.word
    FROM search_word AS w
    CROSS JOIN LATERAL (
        SELECT CASE WHEN length(w.word) < 60 THEN levenshtein(w.word, left(misspelt, 60)) END
    ) AS apart (letters)
    WHERE w.word % misspelt
        AND w.word !~ '[0-9]'
        AND misspelt !~ '[0-9]'
        AND apart.letters <= (length(misspelt) - 1) / 3
        AND (w.agreements > 0 OR NOT of_agreements)
    ORDER BY apart.letters, similarity(w.word, misspelt) DESC
    FETCH FIRST ROW WITH TIES
);

-- Words that say nothing beside others: people write "agreement between … and …" as they speak.
CREATE FUNCTION guard.says_nothing(word text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN word ~ '^[a-z0-9]$' OR word IN (
    'an', 'and', 'at', 'between', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with',
    'au', 'aux', 'avec', 'ce', 'dans', 'de', 'des', 'du', 'en', 'entre', 'et', 'la', 'le', 'les',
    'ou', 'par', 'pour', 'sur', 'un', 'une'
);

-- Whether a word is found only where it stands alone: one or two letters are in words beyond number.
-- Scripts without spaces have no such words, and a letter of Hangul is a syllable.
CREATE FUNCTION guard.stands_alone(word text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN length(word) <= 2 AND word !~ '[0-9]' AND word !~
    E'[\u0E00-\u0FFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\U00020000-\U0003FFFF]';

-- The words that sound like one: a name is one in whichever alphabet it came. Short words and those
-- with digits sound like themselves alone.
CREATE FUNCTION guard.alike(given text) RETURNS text[]
LANGUAGE sql STABLE
SET search_path = public
RETURN array(
    SELECT w.word FROM search_word AS w
    WHERE length(given) >= 4 AND given !~ '[0-9]' AND w.sound = sounds(given) AND w.word <> given
    ORDER BY w.word
    LIMIT 10
);

-- What is searched for each word that somebody typed: the words that begin with it and those that
-- sound like it, else those nearest to it. Of more than ten the beginning alone is told, because the
-- index of words is slower with beginnings than with words. About ``agreements`` of ``among`` have
-- one of them.
CREATE FUNCTION guard.understand(q text)
RETURNS TABLE (
    typed text, words text[], known boolean, begins boolean, agreements bigint, among bigint
)
LANGUAGE sql STABLE ROWS 5
SET search_path = public
BEGIN ATOMIC
    WITH typed AS (
        SELECT DISTINCT ON (w.lexeme)
            p.piece, p.place, w.lexeme AS word,
            w.lexeme || CASE
                WHEN guard.stands_alone(w.lexeme) THEN E'\x01' ELSE E'\U0010FFFF'
            END AS last
        FROM regexp_split_to_table(left(q, 200), '\s+') WITH ORDINALITY AS p (piece, place)
        CROSS JOIN unnest(public.words(p.piece)) AS w
        ORDER BY w.lexeme, p.place
    ),
    asked AS (
        SELECT t.*, greatest(c.reltuples, 0)::bigint AS among
        FROM typed AS t
        JOIN pg_class AS c ON c.oid = 'agreement_search'::regclass
        WHERE NOT guard.says_nothing(t.word)
            OR NOT EXISTS (SELECT FROM typed AS o WHERE NOT guard.says_nothing(o.word))
    ),
    begun AS (
        SELECT a.*, s.words, s.agreements
        FROM asked AS a
        CROSS JOIN LATERAL (
            SELECT count(*) AS words, sum(l.agreements)::bigint AS agreements
            FROM (
                SELECT w.agreements FROM search_word AS w
                WHERE w.word >= a.word AND w.word < a.last
                LIMIT 10000
            ) AS l
        ) AS s
    ),
    heard AS (
        SELECT b.*, s.alike, coalesce(s.agreements, 0) AS alike_agreements
        FROM begun AS b
        CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(w.word), '{}') AS alike,
                sum(w.agreements)::bigint AS agreements
            FROM search_word AS w
            WHERE w.word = ANY (guard.alike(b.word)) AND NOT (w.word >= b.word AND w.word < b.last)
        ) AS s
    )
    SELECT
        h.piece,
        CASE
            WHEN h.words > 10 THEN ARRAY[h.word] || h.alike
            WHEN h.words > 0 OR h.alike <> '{}' THEN array(
                SELECT w.word FROM search_word AS w WHERE w.word >= h.word AND w.word < h.last
            ) || h.alike
            ELSE coalesce(nearest.words, '{}')
        END,
        h.words > 0 OR h.alike <> '{}',
        h.words > 10,
        CASE
            WHEN h.words = 10000 THEN h.among
            WHEN h.words > 0 OR h.alike <> '{}'
                THEN least(h.among, coalesce(h.agreements, 0) + h.alike_agreements)
            ELSE least(h.among, coalesce(nearest.agreements, 0))
        END,
        h.among
    FROM heard AS h
    LEFT JOIN LATERAL (
        SELECT array_agg(w.word) AS words, sum(w.agreements)::bigint AS agreements
        FROM search_word AS w
        WHERE h.words = 0 AND h.alike = '{}' AND w.word = ANY (guard.nearest_words(h.word, true))
    ) AS nearest ON true
    ORDER BY h.place, h.word;
END;

-- What text is like that contains a word: the word as typed, and those that sound like it, where a
-- known word contains it, else the nearest; one or two letters where they stand alone. Of the
-- past, whose words are not known, the word as typed.
CREATE FUNCTION guard.spellings(word text) RETURNS text[]
LANGUAGE sql STABLE
SET search_path = public
BEGIN ATOMIC
    WITH asked AS (SELECT plain(word) AS word)
    SELECT CASE
        WHEN a.word <> '' AND guard.stands_alone(a.word)
            THEN ARRAY[a.word, a.word || ' %', '% ' || a.word, '% ' || a.word || ' %']
        WHEN a.word ~ '[ 0-9]' OR current_setting('tracker.as_of', true) <> ''
            THEN ARRAY['%' || a.word || '%']
        WHEN EXISTS (
            SELECT FROM search_word AS w
            WHERE w.word LIKE '%' || a.word || '%' AND w.word !~ '[0-9]'
        ) THEN ARRAY['%' || a.word || '%'] || alike.patterns
        WHEN alike.patterns <> '{}' THEN alike.patterns
        ELSE array(
            SELECT '%' || near.word || '%'
            FROM unnest(guard.nearest_words(a.word, false)) AS near (word)
        )
    END
    FROM asked AS a
    CROSS JOIN LATERAL (
        SELECT array(
            SELECT '%' || heard.word || '%' FROM unnest(guard.alike(a.word)) AS heard (word)
        ) AS patterns
    ) AS alike;
END;
