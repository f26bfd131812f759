-- Where sources disagree, what is missing, and what nothing vouches for.

CREATE VIEW conflicts AS
SELECT
    c.subject,
    c.field,
    c.agreement_id,
    c.event_id,
    c.official_id,
    c.organization_id,
    c.criticality_list_id AS list_id,
    count(*) AS sources,
    count(*) FILTER (WHERE c.stance = 'contradicts') AS contradicting,
    string_agg(DISTINCT c.stated_value, ' | ') AS stated_values,
    bool_or(c.chosen_by IS NOT NULL) AS is_resolved,
    max(c.stated_value) FILTER (WHERE c.chosen_by IS NOT NULL) AS chosen_value,
    max(c.chosen_by) AS chosen_by,
    max(c.chosen_reason) AS chosen_reason,
    max(c.chosen_at) AS chosen_at
FROM citation AS c
GROUP BY
    c.subject, c.field, c.agreement_id, c.event_id, c.official_id, c.organization_id,
    c.criticality_list_id
HAVING bool_or(c.stance = 'contradicts') OR count(DISTINCT c.stated_value) > 1;

COMMENT ON VIEW conflicts IS
'One field, or one row as a whole, on which sources disagree, and how that was resolved';
COMMENT ON COLUMN conflicts.subject IS 'The row they speak of, as table:key';
COMMENT ON COLUMN conflicts.field IS 'The field they speak of; null for the whole row';
COMMENT ON COLUMN conflicts.agreement_id IS 'The agreement they speak of, itself or a part';
COMMENT ON COLUMN conflicts.event_id IS 'The event they speak of, itself or a part';
COMMENT ON COLUMN conflicts.official_id IS 'The official they speak of, or a part';
COMMENT ON COLUMN conflicts.organization_id IS 'The organization they speak of, itself or a part';
COMMENT ON COLUMN conflicts.list_id IS 'The criticality list they speak of, itself or an entry';
COMMENT ON COLUMN conflicts.sources IS 'How many citations speak of it';
COMMENT ON COLUMN conflicts.contradicting IS 'How many of these contradict the recorded value';
COMMENT ON COLUMN conflicts.stated_values IS
'The different values as sources state them, where they are written down';
COMMENT ON COLUMN conflicts.is_resolved IS 'Whether somebody chose one of them';
COMMENT ON COLUMN conflicts.chosen_value IS 'The value that was chosen, as its source states it';
COMMENT ON COLUMN conflicts.chosen_by IS 'Who chose it';
COMMENT ON COLUMN conflicts.chosen_reason IS 'Why it was chosen';
COMMENT ON COLUMN conflicts.chosen_at IS 'When it was chosen';

CREATE VIEW missing_values AS
SELECT
    subject,
    field,
    reason,
    note_en,
    note_fr,
    agreement_id,
    event_id,
    official_id,
    organization_id,
    criticality_list_id AS list_id
FROM missing_value;

COMMENT ON VIEW missing_values IS 'Why one field of one row, or one kind of part, is not filled';
COMMENT ON COLUMN missing_values.subject IS 'The row it speaks of, as table:key';
COMMENT ON COLUMN missing_values.field IS
'The field that is empty, or a kind of part such as officials';
COMMENT ON COLUMN missing_values.reason IS
'not_stated, not_published, not_applicable or not_checked';
COMMENT ON COLUMN missing_values.note_en IS 'Remark in English';
COMMENT ON COLUMN missing_values.note_fr IS 'Remark in French';
COMMENT ON COLUMN missing_values.agreement_id IS 'The agreement it speaks of, itself or a part';
COMMENT ON COLUMN missing_values.event_id IS 'The event it speaks of, itself or a part';
COMMENT ON COLUMN missing_values.official_id IS 'The official it speaks of, or a part';
COMMENT ON COLUMN missing_values.organization_id IS
'The organization it speaks of, itself or a part';
COMMENT ON COLUMN missing_values.list_id IS 'The criticality list it speaks of, itself or an entry';

CREATE VIEW facts AS
SELECT
    f.table_name,
    f.subject,
    f.field,
    f.root AS record,
    CASE WHEN f.root LIKE 'agreement:%' THEN split_part(f.root, ':', 2)::bigint END AS agreement_id,
    CASE WHEN f.root LIKE 'event:%' THEN split_part(f.root, ':', 2)::bigint END AS event_id,
    CASE WHEN f.root LIKE 'official:%' THEN split_part(f.root, ':', 2)::bigint END AS official_id
FROM fact AS f;

COMMENT ON VIEW facts IS
'One fact that the database asserts: a row as a whole, or one filled field of it';
COMMENT ON COLUMN facts.table_name IS 'The kind of row, such as agreement_party';
COMMENT ON COLUMN facts.subject IS 'The row, as table:key';
COMMENT ON COLUMN facts.field IS 'The field; null for the row as a whole';
COMMENT ON COLUMN facts.record IS
'The agreement, event, official, ... that the row is or belongs to, as table:key';
COMMENT ON COLUMN facts.agreement_id IS 'The agreement that the row is or belongs to';
COMMENT ON COLUMN facts.event_id IS 'The event that the row is or belongs to';
COMMENT ON COLUMN facts.official_id IS 'The official that the row is or belongs to';

CREATE VIEW facts_without_source AS
SELECT
    f.table_name,
    f.subject,
    f.field,
    f.root AS record,
    CASE WHEN f.root LIKE 'agreement:%' THEN split_part(f.root, ':', 2)::bigint END AS agreement_id,
    CASE WHEN f.root LIKE 'event:%' THEN split_part(f.root, ':', 2)::bigint END AS event_id,
    CASE WHEN f.root LIKE 'official:%' THEN split_part(f.root, ':', 2)::bigint END AS official_id
FROM fact_without_source AS f;

COMMENT ON VIEW facts_without_source IS
'One fact for which no source is cited and no reason is given';
COMMENT ON COLUMN facts_without_source.table_name IS 'The kind of row, such as agreement_party';
COMMENT ON COLUMN facts_without_source.subject IS 'The row, as table:key';
COMMENT ON COLUMN facts_without_source.field IS 'The field; null for the row as a whole';
COMMENT ON COLUMN facts_without_source.record IS
'The agreement, event, official, ... that the row is or belongs to, as table:key';
COMMENT ON COLUMN facts_without_source.agreement_id IS
'The agreement that the row is or belongs to';
COMMENT ON COLUMN facts_without_source.event_id IS 'The event that the row is or belongs to';
COMMENT ON COLUMN facts_without_source.official_id IS 'The official that the row is or belongs to';

CREATE VIEW reviews AS
SELECT
    r.agreement_id,
    a.reference,
    r.id AS review_id,
    r.state,
    c.display_name AS reviewer,
    r.decided_at,
    r.reason
FROM review AS r
JOIN agreement AS a ON a.id = r.agreement_id
LEFT JOIN account AS c ON c.id = r.reviewer_id;

COMMENT ON VIEW reviews IS 'One step in the review of an agreement''s record; the latest holds';
COMMENT ON COLUMN reviews.agreement_id IS 'The agreement';
COMMENT ON COLUMN reviews.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN reviews.review_id IS 'The step; a later one has a greater number';
COMMENT ON COLUMN reviews.state IS 'draft, submitted, verified or returned';
COMMENT ON COLUMN reviews.reviewer IS 'Who verified or returned it, by the name shown on the site';
COMMENT ON COLUMN reviews.decided_at IS 'When it was verified or returned';
COMMENT ON COLUMN reviews.reason IS 'Why; never empty for a return';
