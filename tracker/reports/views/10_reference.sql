-- Countries, minerals and sectors, and the words that other views use as codes.

CREATE VIEW countries AS
SELECT
    code AS country_code,
    alpha3,
    name_en AS country_en,
    name_fr AS country_fr,
    region_en,
    region_fr,
    lower(existed) AS existed_from,
    existed_lower_precision AS existed_from_precision,
    upper(existed) - 1 AS existed_until,
    existed_upper_precision AS existed_until_precision,
    note_en,
    note_fr
FROM country;

COMMENT ON VIEW countries IS 'One country or territory, of ISO 3166 but for Kosovo';
COMMENT ON COLUMN countries.country_code IS 'ISO 3166 alpha-2 code, such as KZ; XK is Kosovo';
COMMENT ON COLUMN countries.alpha3 IS 'ISO 3166-1 alpha-3 code, such as KAZ';
COMMENT ON COLUMN countries.country_en IS 'Name in English';
COMMENT ON COLUMN countries.country_fr IS 'Name in French';
COMMENT ON COLUMN countries.region_en IS 'Region of the world, in English';
COMMENT ON COLUMN countries.region_fr IS 'Region of the world, in French';
COMMENT ON COLUMN countries.existed_from IS
'First day of the period in which it began; null where that is not recorded';
COMMENT ON COLUMN countries.existed_from_precision IS
'How much of existed_from is known: year, month or day';
COMMENT ON COLUMN countries.existed_until_precision IS
'How much of existed_until is known: year, month or day';
COMMENT ON COLUMN countries.existed_until IS
'Last day of the period in which it ended; null where it is there still';
COMMENT ON COLUMN countries.note_en IS 'What it is, where that is asked, in English';
COMMENT ON COLUMN countries.note_fr IS 'What it is, where that is asked, in French';

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

CREATE VIEW other_names AS
SELECT
    n.id AS other_name_id,
    n.country_code,
    n.mineral_code,
    n.organization_id,
    n.sector_code,
    n.agreement_form_code AS form,
    coalesce(c.name_en, m.name_en, o.name_en, s.name_en, f.label_en) AS named_en,
    coalesce(c.name_fr, m.name_fr, o.name_fr, s.name_fr, f.label_fr) AS named_fr,
    n.text AS written_as,
    n.language,
    n.script,
    n.kind,
    lower(n.used) AS used_from,
    n.used_lower_precision AS used_from_precision,
    upper(n.used) - 1 AS used_until,
    n.used_upper_precision AS used_until_precision
FROM other_name AS n
LEFT JOIN country AS c ON c.code = n.country_code
LEFT JOIN mineral AS m ON m.code = n.mineral_code
LEFT JOIN organization AS o ON o.id = n.organization_id
LEFT JOIN sector AS s ON s.code = n.sector_code
LEFT JOIN agreement_form AS f ON f.code = n.agreement_form_code;

COMMENT ON VIEW other_names IS
'Another name of a country, mineral, organization, sector or form of instrument';
COMMENT ON COLUMN other_names.other_name_id IS 'The name: the key that evidence carries';
COMMENT ON COLUMN other_names.country_code IS 'The country called so, if one is';
COMMENT ON COLUMN other_names.mineral_code IS 'The mineral called so, if one is';
COMMENT ON COLUMN other_names.organization_id IS 'The organization called so, if one is';
COMMENT ON COLUMN other_names.sector_code IS 'The sector called so, if one is';
COMMENT ON COLUMN other_names.form IS 'The form of instrument called so, if one is';
COMMENT ON COLUMN other_names.named_en IS 'What is called so, by its name in English';
COMMENT ON COLUMN other_names.named_fr IS 'What is called so, by its name in French';
COMMENT ON COLUMN other_names.written_as IS 'The name as written';
COMMENT ON COLUMN other_names.language IS 'Language it is in (BCP 47)';
COMMENT ON COLUMN other_names.script IS 'Script it is written in (ISO 15924)';
COMMENT ON COLUMN other_names.kind IS
'official (in full), short, abbreviation, former, or variant (another name in use)';
COMMENT ON COLUMN other_names.used_from IS
'First day of the period in which it came into use; null when unknown';
COMMENT ON COLUMN other_names.used_from_precision IS
'How much of the beginning is known: year, month or day';
COMMENT ON COLUMN other_names.used_until IS
'Last day of the period in which it went out of use; null when unknown or still in use';
COMMENT ON COLUMN other_names.used_until_precision IS
'How much of the end is known: year, month or day';

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
