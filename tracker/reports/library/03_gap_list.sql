/*
title_en: "Gap list: critical minerals that no agreement covers"
title_fr: "Lacunes : minéraux critiques qu’aucun accord ne couvre"
description_en: Minerals on a list that no agreement of its issuer names, not by their group or as one of it either. An agreement on critical minerals as a whole names none.
description_fr: Minéraux d’une liste qu’aucun accord de son auteur ne nomme, ni par leur groupe, ni comme l’un de celui-ci. Un accord sur les minéraux critiques en général n’en nomme aucun.
theme: minerals
parameters:
  list:
    type: choice
    default: United States list of critical minerals (2025)
    label_en: List
    label_fr: Liste
    choices: SELECT list_en, list_en, list_fr FROM criticality_lists
*/
WITH named AS (
    SELECT l.list_id, m.mineral_code, m.group_code
    FROM criticality_lists AS l
    JOIN parties AS p ON p.country_code = l.country_code OR p.organization_id = l.organization_id
    JOIN scope AS s USING (agreement_id)
    JOIN minerals AS m USING (mineral_code)
    WHERE l.list_en = :'list'
)
SELECT
    l.mineral_code,
    l.mineral_en,
    l.mineral_fr,
    l.class
FROM mineral_listings AS l
JOIN minerals AS m USING (mineral_code)
WHERE l.list_en = :'list'
    AND NOT EXISTS (
        SELECT FROM named AS n
        WHERE n.list_id = l.list_id
            AND (
                n.mineral_code IN (l.mineral_code, m.group_code)
                OR n.group_code = l.mineral_code
            )
    )
ORDER BY l.mineral_en
