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

-- What is searched for each word that somebody typed: the words that begin with it, else those
-- nearest to it. Of more than ten the beginning alone is told, because the index of words is slower
-- with beginnings than with words. About ``agreements`` of ``among`` have one of them.
CREATE FUNCTION guard.understand(q text)
RETURNS TABLE (
    typed text, words text[], known boolean, begins boolean, agreements bigint, among bigint
)
LANGUAGE sql STABLE ROWS 5
SET search_path = public
BEGIN ATOMIC
    WITH typed AS (
        SELECT DISTINCT ON (w.lexeme)
            p.piece, p.place, w.lexeme AS word, w.lexeme || E'\U0010FFFF' AS last
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
    )
    SELECT
        b.piece,
        CASE
            WHEN b.words = 0 THEN coalesce(nearest.words, '{}')
            WHEN b.words <= 10 THEN array(
                SELECT w.word FROM search_word AS w WHERE w.word >= b.word AND w.word < b.last
            )
            ELSE ARRAY[b.word]
        END,
        b.words > 0,
        b.words > 10,
        CASE
            WHEN b.words = 10000 THEN b.among
            ELSE least(b.among, coalesce(b.agreements, nearest.agreements, 0))
        END,
        b.among
    FROM begun AS b
    LEFT JOIN LATERAL (
        SELECT array_agg(w.word) AS words, sum(w.agreements)::bigint AS agreements
        FROM search_word AS w
        WHERE b.words = 0 AND w.word = ANY (guard.nearest_words(b.word, true))
    ) AS nearest ON true
    ORDER BY b.place, b.word;
END;

-- What text is like that contains a word: the word as typed where a known word contains it, else
-- the nearest. Of the past, whose words are not known, the word as typed.
CREATE FUNCTION guard.spellings(word text) RETURNS text[]
LANGUAGE sql STABLE
SET search_path = public
BEGIN ATOMIC
    WITH asked AS (SELECT btrim(plain(word)) AS word)
    SELECT CASE
        WHEN a.word ~ '[ 0-9]' OR current_setting('tracker.as_of', true) <> '' OR EXISTS (
            SELECT FROM search_word AS w
            WHERE w.word LIKE '%' || a.word || '%' AND w.word !~ '[0-9]'
        ) THEN ARRAY['%' || a.word || '%']
        ELSE array(
            SELECT '%' || near.word || '%'
            FROM unnest(guard.nearest_words(a.word, false)) AS near (word)
        )
    END
    FROM asked AS a;
END;
