/*
title_en: What was known of a country's agreements on two days
title_fr: Ce que l’on savait des accords d’un pays à deux dates
description_en: Agreements of the country whose record was new, gone or different at the end of the second day, and what of it was changed in between.
description_fr: Accords du pays dont la fiche était nouvelle, disparue ou différente à la fin du second jour, et ce qui en a été modifié entre-temps.
theme: history
parameters:
  country:
    type: choice
    default: KZ
    label_en: Country
    label_fr: Pays
    choices: SELECT country_code, country_en, country_fr FROM countries
  first:
    type: date
    default: 2025-01-01
    label_en: First day
    label_fr: Premier jour
  second:
    type: date
    default: today
    label_en: Second day
    label_fr: Second jour
*/
WITH known AS (
    SELECT d.day, s.status, v.*
    FROM (VALUES ((:'first')::date), ((:'second')::date)) AS d (day)
    JOIN agreement_versions AS v
        ON v.known_from < d.day + 1 AND (v.known_until IS NULL OR v.known_until >= d.day + 1)
    JOIN status_versions AS s
        ON s.agreement_id = v.agreement_id AND s.valid @> d.day
            AND s.known_from < d.day + 1 AND (s.known_until IS NULL OR s.known_until >= d.day + 1)
    WHERE EXISTS (
        SELECT FROM party_versions AS p
        WHERE p.agreement_id = v.agreement_id
            AND p.country_code = :'country'
            AND p.known_from < d.day + 1
            AND (p.known_until IS NULL OR p.known_until >= d.day + 1)
    )
),
changed AS (
    SELECT agreement_id, array_agg(DISTINCT part ORDER BY part) AS parts
    FROM agreement_changes
    WHERE changed_at >= (:'first')::date + 1 AND changed_at < (:'second')::date + 1
    GROUP BY agreement_id
)
SELECT
    coalesce(b.agreement_id, a.agreement_id) AS agreement_id,
    coalesce(b.reference, a.reference) AS reference,
    CASE
        WHEN a.agreement_id IS NULL THEN 'new'
        WHEN b.agreement_id IS NULL THEN 'gone'
        ELSE 'different'
    END AS difference,
    coalesce(b.title_en, a.title_en) AS title_en,
    coalesce(b.title_fr, a.title_fr) AS title_fr,
    a.status AS status_first,
    b.status AS status_second,
    a.dated_on AS dated_on_first,
    a.dated_on_precision AS dated_on_first_precision,
    b.dated_on AS dated_on_second,
    b.dated_on_precision AS dated_on_second_precision,
    c.parts AS changed_parts
FROM (SELECT * FROM known WHERE day = (:'first')::date) AS a
FULL JOIN (SELECT * FROM known WHERE day = (:'second')::date) AS b USING (agreement_id)
LEFT JOIN changed AS c USING (agreement_id)
WHERE a.known_from IS DISTINCT FROM b.known_from OR c.parts IS NOT NULL
ORDER BY reference
