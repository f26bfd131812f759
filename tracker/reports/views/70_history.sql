-- What was changed when, and what was known when.

CREATE VIEW agreement_versions AS
SELECT
    v.id AS agreement_id,
    v.reference,
    v.title_en,
    v.title_fr,
    v.form,
    v.signed_on,
    v.signed_on_precision,
    v.dated_on,
    v.dated_on_precision,
    v.review_state,
    o.at AS known_from,
    c.at AS known_until
FROM history.agreement AS v
JOIN history.change AS o ON o.id = v.opened_by AND o.id <= (SELECT guard.seen_change())
LEFT JOIN history.change AS c ON c.id = v.closed_by AND c.id <= (SELECT guard.seen_change());

COMMENT ON VIEW agreement_versions IS
'One agreement as it was known for a time: to compare two moments, ask for the rows whose time covers each';
COMMENT ON COLUMN agreement_versions.agreement_id IS 'The agreement';
COMMENT ON COLUMN agreement_versions.reference IS 'Short name of its record then';
COMMENT ON COLUMN agreement_versions.title_en IS 'Title in English then';
COMMENT ON COLUMN agreement_versions.title_fr IS 'Title in French then';
COMMENT ON COLUMN agreement_versions.form IS 'Form of instrument then, as a code';
COMMENT ON COLUMN agreement_versions.signed_on IS 'When it was signed, as was known then';
COMMENT ON COLUMN agreement_versions.signed_on_precision IS 'How much of signed_on was known';
COMMENT ON COLUMN agreement_versions.dated_on IS 'Its date, as was known then';
COMMENT ON COLUMN agreement_versions.dated_on_precision IS 'How much of dated_on was known';
COMMENT ON COLUMN agreement_versions.review_state IS 'Where the record stood in review';
COMMENT ON COLUMN agreement_versions.known_from IS 'The moment from which this was known';
COMMENT ON COLUMN agreement_versions.known_until IS
'The moment at which it was changed or removed; null while it stands so';

CREATE VIEW status_versions AS
SELECT
    v.agreement_id,
    v.status,
    v.valid,
    o.at AS known_from,
    c.at AS known_until
FROM history.agreement_status_span AS v
JOIN history.change AS o ON o.id = v.opened_by AND o.id <= (SELECT guard.seen_change())
LEFT JOIN history.change AS c ON c.id = v.closed_by AND c.id <= (SELECT guard.seen_change());

COMMENT ON VIEW status_versions IS
'One agreement''s status over one span of days, as it was known for a time: ask for the day, and for when it was known';
COMMENT ON COLUMN status_versions.agreement_id IS 'The agreement';
COMMENT ON COLUMN status_versions.status IS 'Where it stands on these days, as was known then';
COMMENT ON COLUMN status_versions.valid IS 'The days';
COMMENT ON COLUMN status_versions.known_from IS 'The moment from which this was known';
COMMENT ON COLUMN status_versions.known_until IS
'The moment at which something else became known; null while it stands so';

CREATE VIEW party_versions AS
SELECT
    v.agreement_id,
    v.id AS party_id,
    v.country_code,
    v.organization_id,
    v.capacity,
    v.legal_nature,
    o.at AS known_from,
    c.at AS known_until
FROM history.agreement_party AS v
JOIN history.change AS o ON o.id = v.opened_by AND o.id <= (SELECT guard.seen_change())
LEFT JOIN history.change AS c ON c.id = v.closed_by AND c.id <= (SELECT guard.seen_change());

COMMENT ON VIEW party_versions IS 'One party to an agreement as it was known for a time';
COMMENT ON COLUMN party_versions.agreement_id IS 'The agreement';
COMMENT ON COLUMN party_versions.party_id IS 'The party';
COMMENT ON COLUMN party_versions.country_code IS 'The party, if a country';
COMMENT ON COLUMN party_versions.organization_id IS 'The party, if an organization';
COMMENT ON COLUMN party_versions.capacity IS 'In what capacity it took part, as was known then';
COMMENT ON COLUMN party_versions.legal_nature IS 'How this party saw the text, as was known then';
COMMENT ON COLUMN party_versions.known_from IS 'The moment from which this was known';
COMMENT ON COLUMN party_versions.known_until IS
'The moment at which it was changed or removed; null while it stands so';

CREATE VIEW agreement_changes AS
WITH versions AS (
    SELECT 'agreement' AS part, id, id AS agreement_id, opened_by, closed_by FROM history.agreement
    UNION ALL
    SELECT 'agreement_party', id, agreement_id, opened_by, closed_by FROM history.agreement_party
    UNION ALL
    SELECT 'agreement_action', id, agreement_id, opened_by, closed_by FROM history.agreement_action
    UNION ALL
    SELECT 'agreement_official', id, agreement_id, opened_by, closed_by FROM history.agreement_official
    UNION ALL
    SELECT 'agreement_relation', id, agreement_id, opened_by, closed_by FROM history.agreement_relation
    UNION ALL
    SELECT 'agreement_scope', id, agreement_id, opened_by, closed_by FROM history.agreement_scope
    UNION ALL
    SELECT 'agreement_event', id, agreement_id, opened_by, closed_by FROM history.agreement_event
    UNION ALL
    SELECT 'commitment', id, agreement_id, opened_by, closed_by FROM history.commitment
    UNION ALL
    SELECT 'commitment_update', id, agreement_id, opened_by, closed_by FROM history.commitment_update
),
steps AS (
    SELECT opened_by AS change_id, part, id, agreement_id, true AS opened FROM versions
    UNION ALL
    SELECT closed_by, part, id, agreement_id, false FROM versions WHERE closed_by IS NOT NULL
)
SELECT
    s.change_id,
    c.at AS changed_at,
    coalesce(a.display_name, c.actor) AS actor,
    c.door,
    c.reason,
    s.agreement_id,
    s.part,
    s.part || ':' || s.id AS subject,
    CASE
        WHEN count(DISTINCT s.opened) = 2 THEN 'changed'
        WHEN bool_or(s.opened) THEN 'added'
        ELSE 'removed'
    END AS what
FROM steps AS s
JOIN history.change AS c ON c.id = s.change_id
LEFT JOIN account AS a ON a.id = c.account_id
WHERE c.id <= (SELECT guard.seen_change())
GROUP BY s.change_id, c.at, a.display_name, c.actor, c.door, c.reason, s.agreement_id, s.part, s.id;

COMMENT ON VIEW agreement_changes IS
'One row of an agreement''s record that was added, changed or removed by one change';
COMMENT ON COLUMN agreement_changes.change_id IS 'The change; a later one has a greater number';
COMMENT ON COLUMN agreement_changes.changed_at IS 'When it was made';
COMMENT ON COLUMN agreement_changes.actor IS
'Who made it, by the name shown on the site; for a part of the program, its name';
COMMENT ON COLUMN agreement_changes.door IS
'How it came in: form, import, seed, migration, or psql where nothing was said';
COMMENT ON COLUMN agreement_changes.reason IS 'Why it was made, if that was said';
COMMENT ON COLUMN agreement_changes.agreement_id IS 'The agreement whose record changed';
COMMENT ON COLUMN agreement_changes.part IS
'What kind of row it was: agreement, agreement_party, agreement_action, ...';
COMMENT ON COLUMN agreement_changes.subject IS 'The row, as table:key';
COMMENT ON COLUMN agreement_changes.what IS 'added, changed or removed';

CREATE VIEW row_ages AS
SELECT v.subject, min(c.at) AS recorded_at
FROM (
    SELECT 'agreement:' || id AS subject, opened_by FROM history.agreement
    UNION ALL
    SELECT 'agreement_party:' || id, opened_by FROM history.agreement_party
    UNION ALL
    SELECT 'agreement_action:' || id, opened_by FROM history.agreement_action
    UNION ALL
    SELECT 'agreement_official:' || id, opened_by FROM history.agreement_official
    UNION ALL
    SELECT 'agreement_relation:' || id, opened_by FROM history.agreement_relation
    UNION ALL
    SELECT 'agreement_scope:' || id, opened_by FROM history.agreement_scope
    UNION ALL
    SELECT 'agreement_event:' || id, opened_by FROM history.agreement_event
    UNION ALL
    SELECT 'commitment:' || id, opened_by FROM history.commitment
    UNION ALL
    SELECT 'commitment_update:' || id, opened_by FROM history.commitment_update
    UNION ALL
    SELECT 'event:' || id, opened_by FROM history.event
    UNION ALL
    SELECT 'event_participant:' || id, opened_by FROM history.event_participant
    UNION ALL
    SELECT 'event_topic:' || id, opened_by FROM history.event_topic
    UNION ALL
    SELECT 'statement:' || id, opened_by FROM history.statement
    UNION ALL
    SELECT 'official:' || id, opened_by FROM history.official
    UNION ALL
    SELECT 'official_name:' || id, opened_by FROM history.official_name
    UNION ALL
    SELECT 'tenure:' || id, opened_by FROM history.tenure
    UNION ALL
    SELECT 'post:' || id, opened_by FROM history.post
    UNION ALL
    SELECT 'organization:' || id, opened_by FROM history.organization
    UNION ALL
    SELECT 'organization_member:' || id, opened_by FROM history.organization_member
    UNION ALL
    SELECT 'other_name:' || id, opened_by FROM history.other_name
    UNION ALL
    SELECT 'mineral_hs:' || id, opened_by FROM history.mineral_hs
    UNION ALL
    SELECT 'criticality_list:' || id, opened_by FROM history.criticality_list
    UNION ALL
    SELECT 'criticality_listing:' || id, opened_by FROM history.criticality_listing
    UNION ALL
    SELECT 'country:' || code, opened_by FROM history.country
    UNION ALL
    SELECT 'mineral:' || code, opened_by FROM history.mineral
) AS v
JOIN history.change AS c ON c.id = v.opened_by AND c.id <= (SELECT guard.seen_change())
GROUP BY v.subject;

COMMENT ON VIEW row_ages IS 'Since when one row that facts speak of is in the database';
COMMENT ON COLUMN row_ages.subject IS 'The row, as table:key';
COMMENT ON COLUMN row_ages.recorded_at IS 'When it was first recorded';
