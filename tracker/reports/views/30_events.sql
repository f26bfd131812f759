-- Events: who took part, what was spoken of and what was said.

CREATE VIEW events AS
SELECT
    e.id AS event_id,
    e.kind,
    k.label_en AS kind_en,
    k.label_fr AS kind_fr,
    e.series,
    e.ordinal,
    e.title_en,
    e.title_fr,
    e.place_en,
    e.place_fr,
    e.place_country_code,
    e.starts_on,
    e.starts_on_precision,
    e.ends_on,
    e.ends_on_precision,
    e.parent_id AS parent_event_id
FROM event AS e
JOIN event_kind AS k ON k.code = e.kind;

COMMENT ON VIEW events IS 'One summit, meeting, visit, signing ceremony or other event';
COMMENT ON COLUMN events.event_id IS 'The event: the key that other views carry';
COMMENT ON COLUMN events.kind IS 'What kind of event, as a code such as summit';
COMMENT ON COLUMN events.kind_en IS 'What kind of event, in English';
COMMENT ON COLUMN events.kind_fr IS 'What kind of event, in French';
COMMENT ON COLUMN events.series IS 'The series it belongs to, such as C5+1';
COMMENT ON COLUMN events.ordinal IS 'Its number in the series';
COMMENT ON COLUMN events.title_en IS 'Title in English';
COMMENT ON COLUMN events.title_fr IS 'Title in French';
COMMENT ON COLUMN events.place_en IS 'Where it took place, in English';
COMMENT ON COLUMN events.place_fr IS 'Where it took place, in French';
COMMENT ON COLUMN events.place_country_code IS 'The country where it took place';
COMMENT ON COLUMN events.starts_on IS 'When it began: first day of the period known';
COMMENT ON COLUMN events.starts_on_precision IS
'How much of starts_on is known: year, month or day';
COMMENT ON COLUMN events.ends_on IS 'When it ended: first day of the period known';
COMMENT ON COLUMN events.ends_on_precision IS 'How much of ends_on is known: year, month or day';
COMMENT ON COLUMN events.parent_event_id IS 'The event of which it was a part, such as a visit';

CREATE VIEW event_participants AS
SELECT
    p.event_id,
    e.title_en AS event_en,
    e.title_fr AS event_fr,
    p.country_code,
    p.organization_id,
    p.official_id,
    coalesce(c.name_en, o.name_en, f.name) AS participant_en,
    coalesce(c.name_fr, o.name_fr, f.name) AS participant_fr,
    t.title_en AS post_en,
    t.title_fr AS post_fr,
    p.role,
    p.position
FROM event_participant AS p
JOIN event AS e ON e.id = p.event_id
LEFT JOIN country AS c ON c.code = p.country_code
LEFT JOIN organization AS o ON o.id = p.organization_id
LEFT JOIN official AS f ON f.id = p.official_id
LEFT JOIN post AS t ON t.id = p.post_id;

COMMENT ON VIEW event_participants IS
'One country, organization or official that took part in an event';
COMMENT ON COLUMN event_participants.event_id IS 'The event';
COMMENT ON COLUMN event_participants.event_en IS 'Title of the event in English';
COMMENT ON COLUMN event_participants.event_fr IS 'Title of the event in French';
COMMENT ON COLUMN event_participants.country_code IS 'Who, if a country';
COMMENT ON COLUMN event_participants.organization_id IS 'Who, if an organization';
COMMENT ON COLUMN event_participants.official_id IS 'Who, if an official';
COMMENT ON COLUMN event_participants.participant_en IS 'Name of who took part, in English';
COMMENT ON COLUMN event_participants.participant_fr IS 'Name of who took part, in French';
COMMENT ON COLUMN event_participants.post_en IS 'The post that the official held then, in English';
COMMENT ON COLUMN event_participants.post_fr IS 'The post that the official held then, in French';
COMMENT ON COLUMN event_participants.role IS
'host, chair, participant, visitor, witness or observer';
COMMENT ON COLUMN event_participants.position IS 'Place among the participants, smallest first';

CREATE VIEW event_topics AS
SELECT
    t.event_id,
    e.title_en AS event_en,
    e.title_fr AS event_fr,
    t.sector_code,
    s.name_en AS sector_en,
    s.name_fr AS sector_fr
FROM event_topic AS t
JOIN event AS e ON e.id = t.event_id
JOIN sector AS s ON s.code = t.sector_code;

COMMENT ON VIEW event_topics IS 'One sector that was spoken of at an event';
COMMENT ON COLUMN event_topics.event_id IS 'The event';
COMMENT ON COLUMN event_topics.event_en IS 'Title of the event in English';
COMMENT ON COLUMN event_topics.event_fr IS 'Title of the event in French';
COMMENT ON COLUMN event_topics.sector_code IS 'The sector';
COMMENT ON COLUMN event_topics.sector_en IS 'Name of the sector in English';
COMMENT ON COLUMN event_topics.sector_fr IS 'Name of the sector in French';

CREATE VIEW statements AS
SELECT
    s.event_id,
    e.title_en AS event_en,
    e.title_fr AS event_fr,
    s.id AS statement_id,
    s.kind,
    s.text_en,
    s.text_fr,
    s.sector_code,
    (
        SELECT string_agg(coalesce(c.name_en, o.name_en, f.name), ', ' ORDER BY w.id)
        FROM statement_speaker AS w
        LEFT JOIN country AS c ON c.code = w.country_code
        LEFT JOIN organization AS o ON o.id = w.organization_id
        LEFT JOIN official AS f ON f.id = w.official_id
        WHERE w.statement_id = s.id
    ) AS speakers_en,
    (
        SELECT string_agg(coalesce(c.name_fr, o.name_fr, f.name), ', ' ORDER BY w.id)
        FROM statement_speaker AS w
        LEFT JOIN country AS c ON c.code = w.country_code
        LEFT JOIN organization AS o ON o.id = w.organization_id
        LEFT JOIN official AS f ON f.id = w.official_id
        WHERE w.statement_id = s.id
    ) AS speakers_fr,
    s.position
FROM statement AS s
JOIN event AS e ON e.id = s.event_id;

COMMENT ON VIEW statements IS
'One thing that was said, discussed or reaffirmed at an event, in our words';
COMMENT ON COLUMN statements.event_id IS 'The event';
COMMENT ON COLUMN statements.event_en IS 'Title of the event in English';
COMMENT ON COLUMN statements.event_fr IS 'Title of the event in French';
COMMENT ON COLUMN statements.statement_id IS 'The statement';
COMMENT ON COLUMN statements.kind IS 'said, stressed, reaffirmed, discussed or announced';
COMMENT ON COLUMN statements.text_en IS 'What was said, in English, in our words';
COMMENT ON COLUMN statements.text_fr IS 'What was said, in French, in our words';
COMMENT ON COLUMN statements.sector_code IS 'The sector it is about, if one';
COMMENT ON COLUMN statements.speakers_en IS
'Names of those who said it, in English, separated by commas';
COMMENT ON COLUMN statements.speakers_fr IS
'Names of those who said it, in French, separated by commas';
COMMENT ON COLUMN statements.position IS 'Place among the statements, smallest first';
