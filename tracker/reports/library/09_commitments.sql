/*
title_en: Commitments by status and amount
title_fr: Engagements par état et par montant
description_en: How many undertakings stand where, and the sums of money in each currency.
description_fr: Combien d’engagements en sont à quel point, et les sommes dans chaque monnaie.
theme: commitments
chart: {kind: bar, x: status, y: commitments}
*/
SELECT
    status,
    currency,
    count(*) AS commitments,
    sum(amount) AS amount,
    count(DISTINCT agreement_id) AS agreements
FROM commitments
GROUP BY status, currency
ORDER BY status, currency NULLS LAST
