/*
title_en: Disagreements between sources, and how they were resolved
title_fr: Désaccords entre sources, et comment ils ont été tranchés
description_en: Fields of agreements, events and officials on which sources state different values, with the value chosen and why.
description_fr: Champs d’accords, d’événements et de responsables pour lesquels les sources diffèrent, avec la valeur retenue et pourquoi.
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
    c.subject,
    c.field,
    c.agreement_id,
    c.event_id,
    c.official_id,
    c.sources,
    c.contradicting,
    c.stated_values,
    c.is_resolved,
    c.chosen_value,
    c.chosen_by,
    c.chosen_reason
FROM conflicts AS c
WHERE :'which' = 'all' OR c.is_resolved = (:'which' = 'resolved')
ORDER BY c.is_resolved, c.subject, c.field
