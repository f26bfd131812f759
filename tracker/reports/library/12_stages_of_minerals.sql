/*
title_en: Stages of the value chain covered, by mineral
title_fr: Étapes de la chaîne de valeur couvertes, par minéral
description_en: How many agreements name each mineral at each stage; no stage where the agreement names none.
description_fr: Combien d’accords nomment chaque minéral à chaque étape ; sans étape lorsque l’accord n’en nomme aucune.
parameters:
  mineral:
    type: choice
    optional: true
    label_en: Mineral
    label_fr: Minéral
    choices: SELECT mineral_code, mineral_en, mineral_fr FROM minerals
chart: {kind: bar, x: covers_en, y: agreements, series: stage_en}
*/
SELECT
    mineral_code,
    covers_en,
    covers_fr,
    stage,
    stage_en,
    stage_fr,
    count(DISTINCT agreement_id) AS agreements
FROM scope
WHERE mineral_code IS NOT NULL AND (:'mineral' = '' OR mineral_code = :'mineral')
GROUP BY mineral_code, covers_en, covers_fr, stage, stage_en, stage_fr
ORDER BY covers_en, stage NULLS FIRST
