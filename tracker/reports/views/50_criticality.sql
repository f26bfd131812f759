-- The lists in which governments call minerals critical, and which agreements cover what.

CREATE VIEW criticality_lists AS
SELECT
    l.id AS list_id,
    l.name_en AS list_en,
    l.name_fr AS list_fr,
    l.country_code,
    l.organization_id,
    coalesce(c.name_en, o.name_en) AS issuer_en,
    coalesce(c.name_fr, o.name_fr) AS issuer_fr,
    l.edition,
    l.published_on,
    l.published_on_precision,
    l.note_en,
    l.note_fr
FROM criticality_list AS l
LEFT JOIN country AS c ON c.code = l.country_code
LEFT JOIN organization AS o ON o.id = l.organization_id;

COMMENT ON VIEW criticality_lists IS
'One edition of a government''s or union''s list of critical minerals';
COMMENT ON COLUMN criticality_lists.list_id IS 'The list: the key that mineral_listings carries';
COMMENT ON COLUMN criticality_lists.list_en IS 'Name in English';
COMMENT ON COLUMN criticality_lists.list_fr IS 'Name in French';
COMMENT ON COLUMN criticality_lists.country_code IS 'The issuer, if a country';
COMMENT ON COLUMN criticality_lists.organization_id IS
'The issuer, if an organization such as the EU';
COMMENT ON COLUMN criticality_lists.issuer_en IS 'Name of the issuer in English';
COMMENT ON COLUMN criticality_lists.issuer_fr IS 'Name of the issuer in French';
COMMENT ON COLUMN criticality_lists.edition IS 'Which edition, usually its year';
COMMENT ON COLUMN criticality_lists.published_on IS
'When it was published: first day of the period known';
COMMENT ON COLUMN criticality_lists.published_on_precision IS
'How much of published_on is known: year, month or day';
COMMENT ON COLUMN criticality_lists.note_en IS 'Remark in English';
COMMENT ON COLUMN criticality_lists.note_fr IS 'Remark in French';

CREATE VIEW mineral_listings AS
SELECT
    e.criticality_list_id AS list_id,
    l.list_en,
    l.list_fr,
    l.country_code,
    l.organization_id,
    l.issuer_en,
    l.issuer_fr,
    l.edition,
    e.mineral_code,
    m.name_en AS mineral_en,
    m.name_fr AS mineral_fr,
    e.listed_as,
    e.class,
    e.note
FROM criticality_listing AS e
JOIN criticality_lists AS l ON l.list_id = e.criticality_list_id
JOIN mineral AS m ON m.code = e.mineral_code;

COMMENT ON VIEW mineral_listings IS
'One entry of a criticality list: a government calls a mineral critical';
COMMENT ON COLUMN mineral_listings.list_id IS 'The list';
COMMENT ON COLUMN mineral_listings.list_en IS 'Name of the list in English';
COMMENT ON COLUMN mineral_listings.list_fr IS 'Name of the list in French';
COMMENT ON COLUMN mineral_listings.country_code IS 'The issuer, if a country';
COMMENT ON COLUMN mineral_listings.organization_id IS
'The issuer, if an organization such as the EU';
COMMENT ON COLUMN mineral_listings.issuer_en IS 'Name of the issuer in English';
COMMENT ON COLUMN mineral_listings.issuer_fr IS 'Name of the issuer in French';
COMMENT ON COLUMN mineral_listings.edition IS 'Which edition, usually its year';
COMMENT ON COLUMN mineral_listings.mineral_code IS 'The mineral listed';
COMMENT ON COLUMN mineral_listings.mineral_en IS 'Name of the mineral in English';
COMMENT ON COLUMN mineral_listings.mineral_fr IS 'Name of the mineral in French';
COMMENT ON COLUMN mineral_listings.listed_as IS 'The entry''s wording on the list';
COMMENT ON COLUMN mineral_listings.class IS
'How high the list ranks it: critical, strategic, high, moderate_to_high, moderate or watchlist';
COMMENT ON COLUMN mineral_listings.note IS 'Remark on the entry, as its source has it';

CREATE VIEW coverage AS
SELECT
    s.mineral_code,
    m.name_en AS mineral_en,
    m.name_fr AS mineral_fr,
    p.country_code,
    c.name_en AS country_en,
    c.name_fr AS country_fr,
    s.stage,
    g.label_en AS stage_en,
    g.label_fr AS stage_fr,
    count(DISTINCT a.id) AS agreements,
    min(a.dated_on) AS first_dated_on,
    (
        array_agg(a.dated_on_precision ORDER BY a.dated_on, a.dated_on_precision DESC)
    )[1] AS first_dated_on_precision,
    max(a.dated_on) AS last_dated_on,
    (
        array_agg(
            a.dated_on_precision ORDER BY a.dated_on DESC NULLS LAST, a.dated_on_precision DESC
        )
    )[1] AS last_dated_on_precision
FROM agreement_scope AS s
JOIN agreement AS a ON a.id = s.agreement_id
JOIN agreement_party AS p ON p.agreement_id = s.agreement_id
JOIN country AS c ON c.code = p.country_code
JOIN mineral AS m ON m.code = s.mineral_code
LEFT JOIN value_chain_stage AS g ON g.code = s.stage
GROUP BY
    s.mineral_code, m.name_en, m.name_fr,
    p.country_code, c.name_en, c.name_fr,
    s.stage, g.label_en, g.label_fr;

COMMENT ON VIEW coverage IS
'How many agreements of a country cover a mineral at a stage of the value chain';
COMMENT ON COLUMN coverage.mineral_code IS 'The mineral';
COMMENT ON COLUMN coverage.mineral_en IS 'Name of the mineral in English';
COMMENT ON COLUMN coverage.mineral_fr IS 'Name of the mineral in French';
COMMENT ON COLUMN coverage.country_code IS 'The country that is a party';
COMMENT ON COLUMN coverage.country_en IS 'Name of the country in English';
COMMENT ON COLUMN coverage.country_fr IS 'Name of the country in French';
COMMENT ON COLUMN coverage.stage IS
'Stage of the value chain, as a code; null where the agreement names none';
COMMENT ON COLUMN coverage.stage_en IS 'Stage of the value chain in English';
COMMENT ON COLUMN coverage.stage_fr IS 'Stage of the value chain in French';
COMMENT ON COLUMN coverage.agreements IS
'How many agreements of this country cover the mineral at this stage';
COMMENT ON COLUMN coverage.first_dated_on IS 'Date of the earliest of them';
COMMENT ON COLUMN coverage.first_dated_on_precision IS
'How much of first_dated_on is known: year, month or day';
COMMENT ON COLUMN coverage.last_dated_on IS 'Date of the latest of them';
COMMENT ON COLUMN coverage.last_dated_on_precision IS
'How much of last_dated_on is known: year, month or day';
