/*
title_en: Commitments and steps that fall due
title_fr: Engagements et étapes à échéance
description_en: Commitments that are due, and steps such as a review by the parties, expiry or entry into force that take effect, within so many months of a day. What is known to its month or year counts until the end of it.
description_fr: Engagements dus et étapes, comme un réexamen par les parties, l’expiration ou l’entrée en vigueur, qui prennent effet dans tant de mois après un jour. Ce qui n’est connu qu’au mois ou à l’année compte jusqu’à sa fin.
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
    SELECT agreement_id, effective_on, effective_on_precision, kind_en, kind_fr
    FROM actions
    WHERE effective_on IS NOT NULL
    UNION ALL
    SELECT agreement_id, happened_on, happened_on_precision, kind_en, kind_fr
    FROM actions
    WHERE effective_on IS NULL AND phase >= 3 -- its effect and its end
) AS d
JOIN agreements AS a USING (agreement_id)
WHERE d.on_day < (:'day')::date + make_interval(months => (:'months')::integer)
    AND d.on_day + ('1 ' || d.on_day_precision)::interval > (:'day')::date
ORDER BY d.on_day, a.reference, d.due_en
