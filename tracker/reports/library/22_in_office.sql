/*
title_en: Who was, or may have been, in office on a day
title_fr: Qui était, ou a pu être, en fonction à une date
description_en: Officials who held a post of the country, or of one of its bodies, on that day; where the beginning or the end is empty, it is not known.
description_fr: Responsables qui exerçaient ce jour-là une fonction du pays ou d’un de ses organismes ; un début ou une fin vide n’est pas connu.
theme: people
parameters:
  country:
    type: choice
    default: KZ
    label_en: Country
    label_fr: Pays
    choices: SELECT country_code, country_en, country_fr FROM countries
  day:
    type: date
    default: 2025-11-06
    label_en: Day
    label_fr: Jour
*/
SELECT
    t.official_id,
    t.official,
    t.post_en,
    t.post_fr,
    t.held_from,
    t.held_from_precision,
    t.held_until,
    t.held_until_precision
FROM tenures AS t
LEFT JOIN organizations AS o USING (organization_id)
WHERE coalesce(t.country_code, o.country_code) = :'country' AND t.held @> (:'day')::date
ORDER BY t.post_en, t.official
