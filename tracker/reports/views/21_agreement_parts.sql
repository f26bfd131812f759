-- What agreements promise, and how they stand to each other and to events.

CREATE VIEW commitments AS
SELECT
    t.agreement_id,
    a.reference,
    t.id AS commitment_id,
    t.party_id,
    p.country_code,
    p.organization_id,
    coalesce(c.name_en, o.name_en) AS party_en,
    coalesce(c.name_fr, o.name_fr) AS party_fr,
    t.what_en,
    t.what_fr,
    t.amount,
    t.amount_bound,
    t.amount_to,
    t.currency,
    t.due_on,
    t.due_on_precision,
    t.status,
    t.position
FROM commitment AS t
JOIN agreement AS a ON a.id = t.agreement_id
LEFT JOIN agreement_party AS p ON p.id = t.party_id
LEFT JOIN country AS c ON c.code = p.country_code
LEFT JOIN organization AS o ON o.id = p.organization_id;

COMMENT ON VIEW commitments IS 'One undertaking of a party, or of all, under an agreement';
COMMENT ON COLUMN commitments.agreement_id IS 'The agreement';
COMMENT ON COLUMN commitments.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN commitments.commitment_id IS 'The commitment';
COMMENT ON COLUMN commitments.party_id IS 'The party that undertook it; null when all did';
COMMENT ON COLUMN commitments.country_code IS 'That party, if a country';
COMMENT ON COLUMN commitments.organization_id IS 'That party, if an organization';
COMMENT ON COLUMN commitments.party_en IS 'Name of that party in English';
COMMENT ON COLUMN commitments.party_fr IS 'Name of that party in French';
COMMENT ON COLUMN commitments.what_en IS 'What was undertaken, in English';
COMMENT ON COLUMN commitments.what_fr IS 'What was undertaken, in French';
COMMENT ON COLUMN commitments.amount IS
'Sum of money, in units of the currency; of a range the lower end';
COMMENT ON COLUMN commitments.amount_bound IS
'How the amount is meant: exact, up_to, at_least, about or between; only exact sums can be added';
COMMENT ON COLUMN commitments.amount_to IS
'The upper end of a range, in units of the currency';
COMMENT ON COLUMN commitments.currency IS 'ISO 4217 code of the currency';
COMMENT ON COLUMN commitments.due_on IS 'When it is due: first day of the period known';
COMMENT ON COLUMN commitments.due_on_precision IS 'How much of due_on is known: year, month or day';
COMMENT ON COLUMN commitments.status IS
'How far it has come: pledged, in_progress, fulfilled, overdue, abandoned or unknown';
COMMENT ON COLUMN commitments.position IS 'Place among the commitments, smallest first';

CREATE VIEW commitment_updates AS
SELECT
    u.agreement_id,
    a.reference,
    u.commitment_id,
    u.happened_on AS reported_on,
    u.happened_on_precision AS reported_on_precision,
    u.status,
    u.note_en,
    u.note_fr
FROM commitment_update AS u
JOIN agreement AS a ON a.id = u.agreement_id;

COMMENT ON VIEW commitment_updates IS 'One dated report on how far a commitment has come';
COMMENT ON COLUMN commitment_updates.agreement_id IS 'The agreement';
COMMENT ON COLUMN commitment_updates.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN commitment_updates.commitment_id IS 'The commitment';
COMMENT ON COLUMN commitment_updates.reported_on IS
'When it was reported: first day of the period known';
COMMENT ON COLUMN commitment_updates.reported_on_precision IS
'How much of reported_on is known: year, month or day';
COMMENT ON COLUMN commitment_updates.status IS 'How far the commitment had come';
COMMENT ON COLUMN commitment_updates.note_en IS 'Remark in English';
COMMENT ON COLUMN commitment_updates.note_fr IS 'Remark in French';

CREATE VIEW agreement_relations AS
SELECT
    r.agreement_id,
    a.reference,
    r.kind,
    r.related_agreement_id,
    b.reference AS related_reference,
    b.title_en AS related_title_en,
    b.title_fr AS related_title_fr,
    r.position
FROM agreement_relation AS r
JOIN agreement AS a ON a.id = r.agreement_id
JOIN agreement AS b ON b.id = r.related_agreement_id;

COMMENT ON VIEW agreement_relations IS 'One tie from an agreement to another';
COMMENT ON COLUMN agreement_relations.agreement_id IS 'The agreement that amends, implements, ...';
COMMENT ON COLUMN agreement_relations.reference IS 'Short name of that agreement''s record';
COMMENT ON COLUMN agreement_relations.kind IS
'amends, implements, supersedes, builds_on, accedes_to, part_of or signed_with';
COMMENT ON COLUMN agreement_relations.related_agreement_id IS
'The agreement that is amended, implemented, ...';
COMMENT ON COLUMN agreement_relations.related_reference IS
'Short name of that other agreement''s record';
COMMENT ON COLUMN agreement_relations.related_title_en IS
'Title of that other agreement in English';
COMMENT ON COLUMN agreement_relations.related_title_fr IS 'Title of that other agreement in French';
COMMENT ON COLUMN agreement_relations.position IS
'Place among the ties of that agreement, smallest first';

CREATE VIEW agreement_events AS
SELECT
    t.agreement_id,
    a.reference,
    t.event_id,
    e.title_en AS event_en,
    e.title_fr AS event_fr,
    e.starts_on,
    e.starts_on_precision,
    t.link
FROM agreement_event AS t
JOIN agreement AS a ON a.id = t.agreement_id
JOIN event AS e ON e.id = t.event_id;

COMMENT ON VIEW agreement_events IS 'One tie between an agreement and an event';
COMMENT ON COLUMN agreement_events.agreement_id IS 'The agreement';
COMMENT ON COLUMN agreement_events.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN agreement_events.event_id IS 'The event';
COMMENT ON COLUMN agreement_events.event_en IS 'Title of the event in English';
COMMENT ON COLUMN agreement_events.event_fr IS 'Title of the event in French';
COMMENT ON COLUMN agreement_events.starts_on IS
'When the event began: first day of the period known';
COMMENT ON COLUMN agreement_events.starts_on_precision IS
'How much of starts_on is known: year, month or day';
COMMENT ON COLUMN agreement_events.link IS
'signed_at, signed_on_margins_of, announced_at, prepared_at or followed_up_at';
