/*
title_en: Binding and political commitments by country
title_fr: Engagements contraignants et politiques par pays
description_en: How each country sees the texts to which it is a party, where a source says so.
description_fr: Comment chaque pays considère les textes dont il est partie, lorsqu’une source le dit.
theme: commitments
parameters:
  least:
    type: integer
    default: 1
    label_en: Countries with at least so many agreements
    label_fr: Pays ayant au moins tant d’accords
chart: {kind: bar, x: country, y: [treaties, contracts, political_commitments, not_known]}
*/
SELECT
    country_code,
    party_en AS country_en,
    party_fr AS country_fr,
    count(*) AS agreements,
    count(*) FILTER (WHERE legal_nature = 'treaty') AS treaties,
    count(*) FILTER (WHERE legal_nature = 'contract') AS contracts,
    count(*) FILTER (WHERE legal_nature = 'political_commitment') AS political_commitments,
    count(*) FILTER (WHERE legal_nature = 'unknown') AS not_known
FROM parties
WHERE country_code IS NOT NULL
GROUP BY country_code, party_en, party_fr
HAVING count(*) >= (:'least')::integer
ORDER BY agreements DESC, country_en
