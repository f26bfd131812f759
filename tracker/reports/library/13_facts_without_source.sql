/*
title_en: Facts without source, by age
title_fr: Faits sans source, par ancienneté
description_en: Facts of agreements for which no source is cited and no reason is given, the oldest first.
description_fr: Faits des accords pour lesquels aucune source n’est citée et aucune raison n’est donnée, les plus anciens d’abord.
*/
SELECT
    f.agreement_id,
    a.reference,
    f.subject,
    f.field,
    c.added_at
FROM facts_without_source AS f
JOIN agreements AS a USING (agreement_id)
LEFT JOIN (
    SELECT subject, min(changed_at) AS added_at FROM agreement_changes GROUP BY subject
) AS c USING (subject)
ORDER BY c.added_at, a.reference, f.subject, f.field
