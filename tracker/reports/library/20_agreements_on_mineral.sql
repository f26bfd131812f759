/*
title_en: Agreements on a mineral
title_fr: Accords sur un minéral
description_en: Every agreement that names the mineral, with its parties and the stages it names it at.
description_fr: Chaque accord qui nomme le minéral, avec ses parties et les étapes auxquelles il le nomme.
parameters:
  mineral:
    type: choice
    default: lithium
    label_en: Mineral
    label_fr: Minéral
    choices: SELECT mineral_code, mineral_en, mineral_fr FROM minerals
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
    string_agg(s.stage, ', ' ORDER BY s.stage) AS stages
FROM scope AS s
JOIN agreements AS a USING (agreement_id)
WHERE s.mineral_code = :'mineral'
GROUP BY
    a.agreement_id, a.reference, a.title_en, a.title_fr, a.parties_en, a.parties_fr, a.status,
    a.dated_on, a.dated_on_precision
ORDER BY a.dated_on DESC NULLS LAST, a.reference
