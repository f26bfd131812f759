/*
title_en: Facts without source, by age
title_fr: Faits sans source, par ancienneté
description_en: Facts for which no source is cited and no reason is given, the oldest first.
description_fr: Faits pour lesquels aucune source n’est citée et aucune raison n’est donnée, les plus anciens d’abord.
theme: evidence
*/
SELECT
    ages.recorded_at AS added_at,
    f.agreement_id,
    f.event_id,
    f.official_id,
    n.mineral_code,
    coalesce(a.reference || ' ' || a.title_en, e.title_en, o.official, n.mineral_en, c.country_en, g.organization_en, s.sector_en, f.record) AS record_en,
    coalesce(a.reference || ' ' || a.title_fr, e.title_fr, o.official, n.mineral_fr, c.country_fr, g.organization_fr, s.sector_fr, f.record) AS record_fr,
    f.subject,
    split_part(f.subject, ':', 1) AS part,
    f.field
FROM facts_without_source AS f
LEFT JOIN agreements AS a USING (agreement_id)
LEFT JOIN events AS e USING (event_id)
LEFT JOIN officials AS o USING (official_id)
LEFT JOIN minerals AS n ON f.record = 'mineral:' || n.mineral_code
LEFT JOIN countries AS c ON f.record = 'country:' || c.country_code
LEFT JOIN organizations AS g ON f.record = 'organization:' || g.organization_id
LEFT JOIN sectors AS s ON f.record = 'sector:' || s.sector_code
LEFT JOIN row_ages AS ages USING (subject)
ORDER BY ages.recorded_at, f.record, f.subject, f.field
