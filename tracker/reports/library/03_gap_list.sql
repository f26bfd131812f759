/*
title_en: "Gap list: critical minerals that no agreement covers"
title_fr: "Lacunes : minéraux critiques qu’aucun accord ne couvre"
description_en: Minerals on a list that no agreement of the list's issuer names. An agreement on critical minerals as a whole names none.
description_fr: Minéraux d’une liste qu’aucun accord de son auteur ne nomme. Un accord sur les minéraux critiques en général n’en nomme aucun.
parameters:
  list:
    type: choice
    default: United States list of critical minerals (2025)
    label_en: List
    label_fr: Liste
    choices: SELECT list_en, list_en, list_fr FROM criticality_lists
*/
SELECT
    l.mineral_code,
    l.mineral_en,
    l.mineral_fr,
    l.class
FROM mineral_listings AS l
WHERE l.list_en = :'list'
    AND NOT EXISTS (
        SELECT FROM scope AS s
        JOIN parties AS p USING (agreement_id)
        WHERE s.mineral_code = l.mineral_code
            AND (p.country_code = l.country_code OR p.organization_id = l.organization_id)
    )
ORDER BY l.mineral_en
