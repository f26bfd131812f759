/*
title_en: Partners of a country, and since when
title_fr: Partenaires d’un pays, et depuis quand
description_en: Every other party to the country's agreements, with the number of agreements and the first and last date.
description_fr: Chaque autre partie aux accords du pays, avec le nombre d’accords, la première date et la dernière.
theme: partners
parameters:
  country:
    type: choice
    default: KZ
    label_en: Country
    label_fr: Pays
    choices: SELECT country_code, country_en, country_fr FROM countries
chart: {kind: bar, x: partner, y: agreements}
*/
SELECT
    partner_en,
    partner_fr,
    partner_country_code,
    partner_organization_id,
    count(DISTINCT agreement_id) AS agreements,
    min(dated_on) AS since,
    (array_agg(dated_on_precision ORDER BY dated_on, dated_on_precision DESC))[1] AS since_precision,
    max(dated_on) AS latest,
    (
        array_agg(dated_on_precision ORDER BY dated_on DESC NULLS LAST, dated_on_precision DESC)
    )[1] AS latest_precision
FROM partners
WHERE country_code = :'country'
GROUP BY partner_en, partner_fr, partner_country_code, partner_organization_id
ORDER BY agreements DESC, partner_en
