/*
title_en: Commitments by status and amount
title_fr: Engagements par état et par montant
description_en: How many undertakings stand where, and the total of those sums in each currency that are exact. Ceilings, minimums, rough figures and ranges cannot be added; how many there are stands beside.
description_fr: Combien d’engagements en sont à quel point, et le total des sommes exactes dans chaque monnaie. Plafonds, minimums, ordres de grandeur et fourchettes ne s’additionnent pas ; leur nombre est indiqué à côté.
theme: commitments
chart: {kind: bar, x: status, y: commitments}
*/
SELECT
    status,
    currency,
    count(*) AS commitments,
    sum(amount) FILTER (WHERE amount_bound = 'exact') AS amount,
    count(*) FILTER (WHERE amount_bound <> 'exact') AS sums_not_added,
    count(DISTINCT agreement_id) AS agreements
FROM commitments
GROUP BY status, currency
ORDER BY status, currency NULLS LAST
