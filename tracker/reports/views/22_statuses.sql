-- Where agreements and their parties stand, for any day: `valid @> DATE '2026-01-31'`.

CREATE VIEW statuses AS
SELECT
    s.agreement_id,
    a.reference,
    s.status,
    s.valid,
    lower(s.valid) AS since,
    s.valid_lower_precision AS since_precision
FROM agreement_status_span AS s
JOIN agreement AS a ON a.id = s.agreement_id;

COMMENT ON VIEW statuses IS
'One agreement''s status over one span of days, past or to come: ask for the span that holds a day';
COMMENT ON COLUMN statuses.agreement_id IS 'The agreement';
COMMENT ON COLUMN statuses.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN statuses.status IS
'Where it stands on these days, from the actions that have taken effect by then';
COMMENT ON COLUMN statuses.valid IS
'The days: no two spans of an agreement share one, and together they leave none out';
COMMENT ON COLUMN statuses.since IS 'The first of the days; null where it is not known';
COMMENT ON COLUMN statuses.since_precision IS
'How much of since is known: year, month or day; null where no date is';

CREATE VIEW party_standings AS
SELECT
    s.agreement_id,
    a.reference,
    s.party_id,
    p.country_code,
    p.organization_id,
    coalesce(c.name_en, o.name_en) AS party_en,
    coalesce(c.name_fr, o.name_fr) AS party_fr,
    s.standing,
    s.valid,
    lower(s.valid) AS since,
    s.valid_lower_precision AS since_precision
FROM agreement_standing_span AS s
JOIN agreement AS a ON a.id = s.agreement_id
JOIN agreement_party AS p ON p.id = s.party_id
LEFT JOIN country AS c ON c.code = p.country_code
LEFT JOIN organization AS o ON o.id = p.organization_id;

COMMENT ON VIEW party_standings IS
'One party''s standing over one span of days on which its own steps say more than the agreement''s status';
COMMENT ON COLUMN party_standings.agreement_id IS 'The agreement';
COMMENT ON COLUMN party_standings.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN party_standings.party_id IS 'The party';
COMMENT ON COLUMN party_standings.country_code IS 'The party, if a country';
COMMENT ON COLUMN party_standings.organization_id IS 'The party, if an organization';
COMMENT ON COLUMN party_standings.party_en IS 'The party''s name in English';
COMMENT ON COLUMN party_standings.party_fr IS 'The party''s name in French';
COMMENT ON COLUMN party_standings.standing IS
'not_yet_bound, consented (signed, acceded or ratified), bound, suspended or withdrawn';
COMMENT ON COLUMN party_standings.valid IS 'The days';
COMMENT ON COLUMN party_standings.since IS 'The first of the days; null where it is not known';
COMMENT ON COLUMN party_standings.since_precision IS
'How much of since is known: year, month or day; null where no date is';
