/*
title_en: What is missing, and why
title_fr: Ce qui manque, et pourquoi
description_en: Fields of agreements that are not filled, with the reason.
description_fr: Champs des accords qui ne sont pas remplis, avec la raison.
theme: evidence
chart: {kind: bar, x: field, y: agreements, series: reason}
*/
SELECT
    field,
    reason,
    count(DISTINCT agreement_id) AS agreements
FROM missing_values
WHERE agreement_id IS NOT NULL
GROUP BY field, reason
ORDER BY agreements DESC, field, reason
