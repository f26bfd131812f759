-- Officials, and the posts they held by time.

CREATE VIEW officials AS
SELECT
    f.id AS official_id,
    f.name AS official,
    f.country_code,
    c.name_en AS country_en,
    c.name_fr AS country_fr
FROM official AS f
LEFT JOIN country AS c ON c.code = f.country_code;

COMMENT ON VIEW officials IS 'One person who holds or held office';
COMMENT ON COLUMN officials.official_id IS 'The official: the key that other views carry';
COMMENT ON COLUMN officials.official IS 'The name, as this project spells it';
COMMENT ON COLUMN officials.country_code IS
'The country the person acts for; null for an international body''s';
COMMENT ON COLUMN officials.country_en IS 'Name of that country in English';
COMMENT ON COLUMN officials.country_fr IS 'Name of that country in French';

CREATE VIEW official_names AS
SELECT
    n.official_id,
    f.name AS official,
    n.text AS written_as,
    n.language,
    n.script,
    n.kind
FROM official_name AS n
JOIN official AS f ON f.id = n.official_id;

COMMENT ON VIEW official_names IS 'One spelling of an official''s name, as sources write it';
COMMENT ON COLUMN official_names.official_id IS 'The official';
COMMENT ON COLUMN official_names.official IS 'The name, as this project spells it';
COMMENT ON COLUMN official_names.written_as IS 'The name as written';
COMMENT ON COLUMN official_names.language IS 'Language it is written in (BCP 47)';
COMMENT ON COLUMN official_names.script IS 'Script it is written in (ISO 15924)';
COMMENT ON COLUMN official_names.kind IS
'official, alias, transliteration, inflection (a grammatical case) or misspelling';

CREATE VIEW posts AS
SELECT
    p.id AS post_id,
    p.title_en AS post_en,
    p.title_fr AS post_fr,
    p.kind,
    k.label_en AS kind_en,
    k.label_fr AS kind_fr,
    p.organization_id,
    o.name_en AS organization_en,
    o.name_fr AS organization_fr,
    p.country_code
FROM post AS p
JOIN post_kind AS k ON k.code = p.kind
LEFT JOIN organization AS o ON o.id = p.organization_id;

COMMENT ON VIEW posts IS 'One office, such as a minister''s, that people hold one after another';
COMMENT ON COLUMN posts.post_id IS 'The post';
COMMENT ON COLUMN posts.post_en IS 'Title in English';
COMMENT ON COLUMN posts.post_fr IS 'Title in French';
COMMENT ON COLUMN posts.kind IS 'What kind of post, as a code such as minister';
COMMENT ON COLUMN posts.kind_en IS 'What kind of post, in English';
COMMENT ON COLUMN posts.kind_fr IS 'What kind of post, in French';
COMMENT ON COLUMN posts.organization_id IS 'The body it belongs to';
COMMENT ON COLUMN posts.organization_en IS 'Name of that body in English';
COMMENT ON COLUMN posts.organization_fr IS 'Name of that body in French';
COMMENT ON COLUMN posts.country_code IS 'The country it belongs to';

CREATE VIEW tenures AS
SELECT
    t.official_id,
    f.name AS official,
    t.post_id,
    p.title_en AS post_en,
    p.title_fr AS post_fr,
    p.country_code,
    p.organization_id,
    lower(t.held) AS held_from,
    t.held_lower_precision AS held_from_precision,
    upper(t.held) - 1 AS held_until,
    t.held_upper_precision AS held_until_precision,
    t.held
FROM tenure AS t
JOIN official AS f ON f.id = t.official_id
JOIN post AS p ON p.id = t.post_id;

COMMENT ON VIEW tenures IS 'One official''s time in one post';
COMMENT ON COLUMN tenures.official_id IS 'The official';
COMMENT ON COLUMN tenures.official IS 'The official''s name';
COMMENT ON COLUMN tenures.post_id IS 'The post';
COMMENT ON COLUMN tenures.post_en IS 'The post in English';
COMMENT ON COLUMN tenures.post_fr IS 'The post in French';
COMMENT ON COLUMN tenures.country_code IS 'The country the post belongs to';
COMMENT ON COLUMN tenures.organization_id IS 'The body the post belongs to';
COMMENT ON COLUMN tenures.held_from IS
'First day of the period in which it began; null when unknown';
COMMENT ON COLUMN tenures.held_from_precision IS
'How much of the beginning is known: year, month or day';
COMMENT ON COLUMN tenures.held_until IS
'Last day of the period in which it ended; null when unknown or still held';
COMMENT ON COLUMN tenures.held_until_precision IS
'How much of the end is known: year, month or day';
COMMENT ON COLUMN tenures.held IS
'The time as a range, to ask for a day: held @> DATE ''2025-11-06''';
