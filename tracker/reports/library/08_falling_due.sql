/*
title_en: Commitments and steps that fall due
title_fr: Engagements et étapes à échéance
description_en: Commitments that are due, and steps such as a review, expiry or entry into force, within so many months of a day. What is known to its month or year counts until the end of it; a step that changes the status has come on its first day. What would follow the agreement's end is left out.
description_fr: Engagements dus et étapes (réexamen, expiration, entrée en vigueur) dans tant de mois après un jour. Ce qui n’est connu qu’au mois ou à l’année compte jusqu’à sa fin ; une étape qui change l’état est acquise dès son premier jour. Ce qui suivrait la fin de l’accord est omis.
theme: commitments
parameters:
  day:
    type: date
    default: today
    label_en: From
    label_fr: À partir du
  months:
    type: integer
    default: 12
    label_en: Months ahead
    label_fr: Mois à venir
chart: {kind: timeline, x: on_day, y: due}
*/
SELECT
    d.on_day,
    d.on_day_precision,
    d.due_en,
    d.due_fr,
    a.agreement_id,
    a.reference,
    a.title_en,
    a.title_fr
FROM (
    SELECT
        agreement_id, due_on AS on_day, due_on_precision AS on_day_precision, what_en AS due_en, what_fr AS due_fr
    FROM commitments
    UNION ALL
    SELECT agreement_id, on_day, on_day_precision, kind_en, kind_fr
    FROM (
        SELECT
            *,
            coalesce(effective_on, happened_on) AS on_day,
            coalesce(effective_on_precision, happened_on_precision) AS on_day_precision
        FROM actions
        WHERE effective_on IS NOT NULL OR phase >= 3 -- its effect and its end
    ) AS step
    -- What has changed the status has come; what follows an end will not.
    WHERE NOT (status IS NOT NULL AND on_day < (:'day')::date) AND NOT EXISTS (
        SELECT FROM statuses AS s
        WHERE s.agreement_id = step.agreement_id
            AND s.status IN ('terminated', 'expired', 'lapsed', 'superseded')
            AND s.valid @> on_day - 1
    )
) AS d
JOIN agreements AS a USING (agreement_id)
WHERE d.on_day < (:'day')::date + make_interval(months => (:'months')::integer)
    AND d.on_day + ('1 ' || d.on_day_precision)::interval > (:'day')::date
ORDER BY d.on_day, a.reference, d.due_en
