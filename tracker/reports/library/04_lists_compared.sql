/*
title_en: Two governments' lists compared, with their agreements
title_fr: Les listes de deux gouvernements comparées, avec leurs accords
description_en: Every mineral on either list, on which of them it stands, and how many agreements of each issuer name it or its group.
description_fr: Chaque minéral de l’une ou l’autre liste, celles où il figure, et combien d’accords de chaque auteur le nomment, lui ou son groupe.
theme: minerals
parameters:
  first:
    type: choice
    default: United States list of critical minerals (2025)
    label_en: First list
    label_fr: Première liste
    choices: SELECT list_en, list_en, list_fr FROM criticality_lists
  second:
    type: choice
    default: European Union critical raw materials (2023)
    label_en: Second list
    label_fr: Seconde liste
    choices: SELECT list_en, list_en, list_fr FROM criticality_lists
*/
WITH listed AS (
    SELECT DISTINCT mineral_code, list_en, country_code, organization_id
    FROM mineral_listings
    WHERE list_en IN (:'first', :'second')
),
agreed AS (
    SELECT DISTINCT l.list_en, s.mineral_code, s.agreement_id
    FROM criticality_lists AS l
    JOIN parties AS p ON p.country_code = l.country_code OR p.organization_id = l.organization_id
    JOIN scope AS s USING (agreement_id)
    WHERE l.list_en IN (:'first', :'second') AND s.mineral_code IS NOT NULL
)
SELECT
    m.mineral_code,
    m.mineral_en,
    m.mineral_fr,
    bool_or(l.list_en = :'first') AS on_first,
    bool_or(l.list_en = :'second') AS on_second,
    (
        SELECT count(DISTINCT a.agreement_id) FROM agreed AS a
        WHERE a.mineral_code IN (m.mineral_code, m.group_code) AND a.list_en = :'first'
    ) AS agreements_of_first,
    (
        SELECT count(DISTINCT a.agreement_id) FROM agreed AS a
        WHERE a.mineral_code IN (m.mineral_code, m.group_code) AND a.list_en = :'second'
    ) AS agreements_of_second
FROM listed AS l
JOIN minerals AS m USING (mineral_code)
GROUP BY m.mineral_code, m.mineral_en, m.mineral_fr, m.group_code
ORDER BY count(DISTINCT l.list_en) DESC, m.mineral_en
