-- Organizations, and who belonged to them by time.

CREATE VIEW organizations AS
SELECT
    o.id AS organization_id,
    o.name_en AS organization_en,
    o.name_fr AS organization_fr,
    o.acronym,
    o.kind,
    k.label_en AS kind_en,
    k.label_fr AS kind_fr,
    o.country_code,
    o.parent_id AS parent_organization_id,
    p.name_en AS parent_en,
    p.name_fr AS parent_fr
FROM organization AS o
JOIN organization_kind AS k ON k.code = o.kind
LEFT JOIN organization AS p ON p.id = o.parent_id;

COMMENT ON VIEW organizations IS 'One ministry, agency, company, union, forum or other body';
COMMENT ON COLUMN organizations.organization_id IS
'The organization: the key that other views carry';
COMMENT ON COLUMN organizations.organization_en IS 'Name in English';
COMMENT ON COLUMN organizations.organization_fr IS 'Name in French';
COMMENT ON COLUMN organizations.acronym IS 'Short name, such as EU or C5+1';
COMMENT ON COLUMN organizations.kind IS 'What kind of body, as a code such as ministry';
COMMENT ON COLUMN organizations.kind_en IS 'What kind of body, in English';
COMMENT ON COLUMN organizations.kind_fr IS 'What kind of body, in French';
COMMENT ON COLUMN organizations.country_code IS
'The country it belongs to; null for an international body';
COMMENT ON COLUMN organizations.parent_organization_id IS 'The body it is a part of';
COMMENT ON COLUMN organizations.parent_en IS 'Name of that body in English';
COMMENT ON COLUMN organizations.parent_fr IS 'Name of that body in French';

CREATE VIEW memberships AS
SELECT
    m.organization_id,
    o.name_en AS organization_en,
    o.name_fr AS organization_fr,
    o.acronym,
    m.country_code,
    m.member_organization_id,
    coalesce(c.name_en, p.name_en) AS member_en,
    coalesce(c.name_fr, p.name_fr) AS member_fr,
    lower(m.valid) AS member_from,
    m.valid_lower_precision AS member_from_precision,
    upper(m.valid) - 1 AS member_until,
    m.valid_upper_precision AS member_until_precision,
    m.valid
FROM organization_member AS m
JOIN organization AS o ON o.id = m.organization_id
LEFT JOIN country AS c ON c.code = m.country_code
LEFT JOIN organization AS p ON p.id = m.member_organization_id;

COMMENT ON VIEW memberships IS
'One membership of a country or organization in an organization for a time';
COMMENT ON COLUMN memberships.organization_id IS 'The body it is a member of';
COMMENT ON COLUMN memberships.organization_en IS 'Name of that body in English';
COMMENT ON COLUMN memberships.organization_fr IS 'Name of that body in French';
COMMENT ON COLUMN memberships.acronym IS 'Short name of that body, such as EU or C5+1';
COMMENT ON COLUMN memberships.country_code IS 'The member, if a country';
COMMENT ON COLUMN memberships.member_organization_id IS 'The member, if an organization';
COMMENT ON COLUMN memberships.member_en IS 'Name of the member in English';
COMMENT ON COLUMN memberships.member_fr IS 'Name of the member in French';
COMMENT ON COLUMN memberships.member_from IS
'First day of the period in which it joined; null when unknown';
COMMENT ON COLUMN memberships.member_from_precision IS
'How much of the date of joining is known: year, month or day';
COMMENT ON COLUMN memberships.member_until IS
'Last day of the period in which it left; null when unknown or still a member';
COMMENT ON COLUMN memberships.member_until_precision IS
'How much of the date of leaving is known: year, month or day';
COMMENT ON COLUMN memberships.valid IS
'The time as a range, to ask for a day: valid @> DATE ''2025-11-06''';
