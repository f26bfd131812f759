/*
title_en: From a summit to the agreements signed at or around it
title_fr: D’un sommet aux accords signés lors de celui-ci ou en marge
description_en: The agreements tied to an event, to its parts, and to the events of the same days in the same country.
description_fr: Les accords liés à un événement, à ses parties et aux événements des mêmes jours dans le même pays.
theme: commitments
parameters:
  event:
    type: choice
    default: Tenth C5+1 summit
    label_en: Summit or other event
    label_fr: Sommet ou autre événement
    choices: |
      SELECT
          title_en,
          concat(title_en, ' (' || extract(year FROM starts_on) || ')'),
          concat(title_fr, ' (' || extract(year FROM starts_on) || ')')
      FROM events
*/
WITH summit AS (
    SELECT * FROM events WHERE title_en = :'event'
),
around AS (
    SELECT DISTINCT e.event_id
    FROM summit AS s
    JOIN events AS e ON e.event_id = s.event_id
        OR e.parent_event_id = s.event_id
        OR (
            e.place_country_code = s.place_country_code
            AND e.starts_on BETWEEN s.starts_on - 1 AND coalesce(s.ends_on, s.starts_on) + 1
            AND e.starts_on_precision = 'day'
            AND s.starts_on_precision = 'day'
        )
)
SELECT
    t.starts_on,
    t.starts_on_precision,
    t.event_id,
    t.event_en,
    t.event_fr,
    t.link,
    a.agreement_id,
    a.reference,
    a.title_en,
    a.title_fr,
    a.signed_on,
    a.signed_on_precision
FROM around
JOIN agreement_events AS t USING (event_id)
JOIN agreements AS a USING (agreement_id)
ORDER BY t.starts_on, a.reference, t.event_id, t.link
