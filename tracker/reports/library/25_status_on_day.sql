/*
title_en: Where agreements stand on a day
title_fr: État des accords un jour donné
description_en: Status of each agreement on a day, past or to come, and since when. Asked as of a date, it is what was known then of that day.
description_fr: État de chaque accord un jour donné, passé ou à venir, et depuis quand. Consulté à une date antérieure, c’est ce que l’on savait alors de ce jour.
theme: history
parameters:
  day:
    type: date
    default: today
    label_en: Day
    label_fr: Jour
*/
SELECT
    a.agreement_id,
    a.reference,
    a.title_en,
    a.title_fr,
    s.status,
    s.since,
    s.since_precision,
    a.parties_en,
    a.parties_fr
FROM agreements AS a
JOIN statuses AS s USING (agreement_id)
WHERE s.valid @> (:'day')::date AND s.status <> 'unknown'
ORDER BY a.reference
