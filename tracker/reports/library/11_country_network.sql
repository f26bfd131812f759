/*
title_en: Network of countries by shared agreements
title_fr: Réseau des pays par accords communs
description_en: Pairs of countries that are parties to the same agreements, each pair once.
description_fr: Paires de pays parties aux mêmes accords, chaque paire une fois.
theme: partners
parameters:
  least:
    type: integer
    default: 2
    label_en: Pairs with at least so many agreements
    label_fr: Paires ayant au moins tant d’accords
chart: {kind: network, x: party, y: partner, size: agreements}
*/
SELECT
    country_code,
    party_en,
    party_fr,
    partner_country_code,
    partner_en,
    partner_fr,
    count(DISTINCT agreement_id) AS agreements
FROM partners
WHERE country_code < partner_country_code
GROUP BY country_code, party_en, party_fr, partner_country_code, partner_en, partner_fr
HAVING count(DISTINCT agreement_id) >= (:'least')::integer
ORDER BY agreements DESC, country_code, partner_country_code
