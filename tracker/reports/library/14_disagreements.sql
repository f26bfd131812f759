/*
title_en: Disagreements between sources, and how they were resolved
title_fr: Désaccords entre sources, et comment ils ont été tranchés
description_en: Fields on which sources state different values, those not resolved first, with the value chosen, by whom and why.
description_fr: Champs pour lesquels les sources diffèrent, les non tranchés d’abord, avec la valeur retenue, par qui et pourquoi.
theme: evidence
parameters:
  which:
    type: choice
    default: all
    label_en: Which
    label_fr: Lesquels
    choices:
      all: {en: All, fr: Tous}
      open: {en: Not resolved, fr: Non tranchés}
      resolved: {en: Resolved, fr: Tranchés}
*/
SELECT
    c.agreement_id,
    c.event_id,
    c.official_id,
    coalesce(a.reference || ' ' || a.title_en, e.title_en, o.official, g.organization_en, l.list_en) AS record_en,
    coalesce(a.reference || ' ' || a.title_fr, e.title_fr, o.official, g.organization_fr, l.list_fr) AS record_fr,
    c.subject,
    split_part(c.subject, ':', 1) AS part,
    c.field,
    c.stated_values,
    c.sources,
    c.contradicting,
    c.is_resolved,
    c.chosen_value,
    c.chosen_by,
    c.chosen_reason
FROM conflicts AS c
LEFT JOIN agreements AS a USING (agreement_id)
LEFT JOIN events AS e USING (event_id)
LEFT JOIN officials AS o USING (official_id)
LEFT JOIN organizations AS g ON g.organization_id = c.organization_id
LEFT JOIN criticality_lists AS l ON l.list_id = c.list_id
WHERE :'which' = 'all' OR c.is_resolved = (:'which' = 'resolved')
ORDER BY c.is_resolved, record_en, c.subject, c.field
