/*
title_en: Duplicates suspected
title_fr: Doublons possibles
description_en: Pairs of agreements with the same parties and form whose dates are at most so many days apart.
description_fr: Paires d’accords ayant les mêmes parties et la même forme, à tant de jours d’intervalle au plus.
theme: evidence
parameters:
  days:
    type: integer
    default: 31
    label_en: Days apart at most
    label_fr: Jours d’intervalle au plus
*/
WITH described AS (
    SELECT
        a.agreement_id, a.reference, a.title_en, a.title_fr, a.form, a.dated_on,
        array_agg(coalesce(p.country_code, p.organization_id::text) ORDER BY p.country_code, p.organization_id) AS parties
    FROM agreements AS a
    JOIN parties AS p USING (agreement_id)
    GROUP BY a.agreement_id, a.reference, a.title_en, a.title_fr, a.form, a.dated_on
)
SELECT
    a.agreement_id,
    a.reference,
    a.title_en,
    a.title_fr,
    b.agreement_id AS other_agreement_id,
    b.reference AS other_reference,
    b.title_en AS other_title_en,
    b.title_fr AS other_title_fr,
    abs(a.dated_on - b.dated_on) AS days
FROM described AS a
JOIN described AS b ON b.form = a.form
    AND b.parties = a.parties
    AND b.agreement_id > a.agreement_id
    AND abs(a.dated_on - b.dated_on) <= (:'days')::integer
ORDER BY days, a.reference, b.reference
