/*
title_en: Agreements on a mineral
title_fr: Accords sur un minéral
description_en: Every agreement that names the mineral, with its parties and the stages it names it at.
description_fr: Chaque accord qui nomme le minéral, avec ses parties et les étapes auxquelles il le nomme.
theme: minerals
parameters:
  mineral:
    type: choice
    default: lithium
    label_en: Mineral
    label_fr: Minéral
    choices: SELECT mineral_code, mineral_en, mineral_fr FROM minerals
chart: {kind: timeline, x: dated_on, y: title}
*/
SELECT
    a.agreement_id,
    a.reference,
    a.title_en,
    a.title_fr,
    a.parties_en,
    a.parties_fr,
    a.status,
    a.dated_on,
    a.dated_on_precision,
    string_agg(s.stage_en, ', ' ORDER BY s.stage_en) AS stages_en,
    string_agg(s.stage_fr, ', ' ORDER BY s.stage_fr) AS stages_fr
FROM scope AS s
JOIN agreements AS a USING (agreement_id)
WHERE s.mineral_code = :'mineral'
GROUP BY
    a.agreement_id, a.reference, a.title_en, a.title_fr, a.parties_en, a.parties_fr, a.status,
    a.dated_on, a.dated_on_precision
ORDER BY a.dated_on DESC NULLS LAST, a.reference
