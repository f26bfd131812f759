-- Countries, minerals and sectors, and the words that other views use as codes.

CREATE VIEW countries AS
SELECT
    code AS country_code,
    alpha3,
    name_en AS country_en,
    name_fr AS country_fr,
    region_en,
    region_fr
FROM country;

COMMENT ON VIEW countries IS 'One country or territory of ISO 3166-1';
COMMENT ON COLUMN countries.country_code IS 'ISO 3166-1 alpha-2 code, such as KZ';
COMMENT ON COLUMN countries.alpha3 IS 'ISO 3166-1 alpha-3 code, such as KAZ';
COMMENT ON COLUMN countries.country_en IS 'Name in English';
COMMENT ON COLUMN countries.country_fr IS 'Name in French';
COMMENT ON COLUMN countries.region_en IS 'Region of the world, in English';
COMMENT ON COLUMN countries.region_fr IS 'Region of the world, in French';

CREATE VIEW minerals AS
SELECT
    m.code AS mineral_code,
    m.name_en AS mineral_en,
    m.name_fr AS mineral_fr,
    m.symbol,
    m.atomic_number,
    m.group_code,
    g.name_en AS group_en,
    g.name_fr AS group_fr
FROM mineral AS m
LEFT JOIN mineral AS g ON g.code = m.group_code;

COMMENT ON VIEW minerals IS 'One mineral, metal or material, or a group such as the rare earths';
COMMENT ON COLUMN minerals.mineral_code IS 'The mineral as a code, such as lithium';
COMMENT ON COLUMN minerals.mineral_en IS 'Name in English';
COMMENT ON COLUMN minerals.mineral_fr IS 'Name in French';
COMMENT ON COLUMN minerals.symbol IS 'Chemical symbol or formula';
COMMENT ON COLUMN minerals.atomic_number IS 'Atomic number, for a chemical element';
COMMENT ON COLUMN minerals.group_code IS 'The group it belongs to, such as rare_earth_elements';
COMMENT ON COLUMN minerals.group_en IS 'Name of that group in English';
COMMENT ON COLUMN minerals.group_fr IS 'Name of that group in French';

CREATE VIEW mineral_trade_codes AS
SELECT
    h.mineral_code,
    m.name_en AS mineral_en,
    m.name_fr AS mineral_fr,
    h.hs6,
    h.description_en,
    h.description_fr
FROM mineral_hs AS h
JOIN mineral AS m ON m.code = h.mineral_code;

COMMENT ON VIEW mineral_trade_codes IS
'One Harmonized System subheading under which a mineral is traded';
COMMENT ON COLUMN mineral_trade_codes.mineral_code IS 'The mineral';
COMMENT ON COLUMN mineral_trade_codes.mineral_en IS 'Name of the mineral in English';
COMMENT ON COLUMN mineral_trade_codes.mineral_fr IS 'Name of the mineral in French';
COMMENT ON COLUMN mineral_trade_codes.hs6 IS 'Six-digit HS subheading';
COMMENT ON COLUMN mineral_trade_codes.description_en IS 'What the subheading covers, in English';
COMMENT ON COLUMN mineral_trade_codes.description_fr IS 'What the subheading covers, in French';

CREATE VIEW sectors AS
SELECT
    s.code AS sector_code,
    s.name_en AS sector_en,
    s.name_fr AS sector_fr,
    s.parent_code,
    p.name_en AS parent_en,
    p.name_fr AS parent_fr
FROM sector AS s
LEFT JOIN sector AS p ON p.code = s.parent_code;

COMMENT ON VIEW sectors IS 'One field of cooperation, such as critical minerals or energy';
COMMENT ON COLUMN sectors.sector_code IS 'The sector as a code, such as critical_minerals';
COMMENT ON COLUMN sectors.sector_en IS 'Name in English';
COMMENT ON COLUMN sectors.sector_fr IS 'Name in French';
COMMENT ON COLUMN sectors.parent_code IS 'The wider sector';
COMMENT ON COLUMN sectors.parent_en IS 'Name of the wider sector in English';
COMMENT ON COLUMN sectors.parent_fr IS 'Name of the wider sector in French';

CREATE VIEW vocabulary AS
SELECT 'agreement_form' AS vocabulary, code, label_en, label_fr, position FROM agreement_form
UNION ALL
SELECT 'action_kind', code, label_en, label_fr, position FROM action_kind
UNION ALL
SELECT 'event_kind', code, label_en, label_fr, position FROM event_kind
UNION ALL
SELECT 'organization_kind', code, label_en, label_fr, position FROM organization_kind
UNION ALL
SELECT 'post_kind', code, label_en, label_fr, position FROM post_kind
UNION ALL
SELECT 'value_chain_stage', code, label_en, label_fr, position FROM value_chain_stage;

COMMENT ON VIEW vocabulary IS 'One word that other views write as a code, with its labels';
COMMENT ON COLUMN vocabulary.vocabulary IS
'Which words: agreement_form, action_kind, event_kind, organization_kind, post_kind or value_chain_stage';
COMMENT ON COLUMN vocabulary.code IS 'The word as other views write it';
COMMENT ON COLUMN vocabulary.label_en IS 'The word in English';
COMMENT ON COLUMN vocabulary.label_fr IS 'The word in French';
COMMENT ON COLUMN vocabulary.position IS 'Place in lists, smallest first';
