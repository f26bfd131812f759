/*
title_en: Changes since a date
title_fr: Changements depuis une date
description_en: What was added to, changed in or removed from agreements' records since the beginning of a day.
description_fr: Ce qui a été ajouté aux fiches des accords, modifié ou retiré depuis le début d’un jour.
theme: history
parameters:
  since:
    type: date
    default: today
    label_en: Since
    label_fr: Depuis
*/
SELECT
    c.changed_at,
    c.actor,
    c.door,
    c.reason,
    c.agreement_id,
    a.reference,
    a.title_en,
    a.title_fr,
    c.what AS change,
    c.part,
    count(*) AS "rows"
FROM agreement_changes AS c
LEFT JOIN agreements AS a USING (agreement_id)
WHERE c.changed_at >= (:'since')::date
GROUP BY
    c.change_id, c.changed_at, c.actor, c.door, c.reason, c.agreement_id, a.reference, a.title_en, a.title_fr,
    c.what, c.part
ORDER BY c.change_id DESC, a.reference, c.part, c.what
