/*
title_en: Stages of the value chain covered, by mineral
title_fr: Étapes de la chaîne de valeur couvertes, par minéral
description_en: How many agreements name each mineral at each stage; no stage where the agreement names none.
description_fr: Combien d’accords nomment chaque minéral à chaque étape ; sans étape lorsque l’accord n’en nomme aucune.
theme: minerals
parameters:
  mineral:
    type: choice
    optional: true
    label_en: Mineral
    label_fr: Minéral
    choices: SELECT mineral_code, mineral_en, mineral_fr FROM minerals
chart: {kind: grid, x: stage, y: covers, size: agreements}
*/
SELECT
    mineral_code,
    covers_en,
    covers_fr,
    stage,
    stage_en,
    stage_fr,
    count(DISTINCT agreement_id) AS agreements
FROM scope AS s
LEFT JOIN vocabulary AS v ON v.vocabulary = 'value_chain_stage' AND v.code = s.stage
WHERE mineral_code IS NOT NULL AND (:'mineral' = '' OR mineral_code = :'mineral')
GROUP BY mineral_code, covers_en, covers_fr, stage, stage_en, stage_fr, v.position
ORDER BY v.position NULLS FIRST, covers_en
