/*
title_en: Timeline of one relationship
title_fr: Chronologie d’une relation
description_en: The agreements to which both countries are parties and the events in which both took part, by date.
description_fr: Les accords dont les deux pays sont parties et les événements auxquels tous deux ont pris part, par date.
theme: partners
parameters:
  first:
    type: choice
    default: KZ
    label_en: Country
    label_fr: Pays
    choices: SELECT country_code, country_en, country_fr FROM countries
  second:
    type: choice
    default: US
    label_en: Other country
    label_fr: Autre pays
    choices: SELECT country_code, country_en, country_fr FROM countries
chart: {kind: timeline, x: happened_on, y: title, series: kind}
*/
SELECT
    a.dated_on AS happened_on,
    a.dated_on_precision AS happened_on_precision,
    'agreement' AS kind,
    a.title_en,
    a.title_fr,
    a.agreement_id,
    NULL::bigint AS event_id
FROM agreements AS a
WHERE EXISTS (
    SELECT FROM partners AS p
    WHERE p.agreement_id = a.agreement_id
        AND p.country_code = :'first' AND p.partner_country_code = :'second'
)
UNION ALL
SELECT e.starts_on, e.starts_on_precision, 'event', e.title_en, e.title_fr, NULL, e.event_id
FROM events AS e
WHERE 2 = (
    SELECT count(DISTINCT coalesce(p.country_code, o.country_code))
    FROM event_participants AS p
    LEFT JOIN officials AS o USING (official_id)
    WHERE p.event_id = e.event_id
        AND coalesce(p.country_code, o.country_code) IN (:'first', :'second')
)
ORDER BY happened_on NULLS LAST, kind, title_en
