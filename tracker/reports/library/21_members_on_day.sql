/*
title_en: Members of an organization on a day
title_fr: Membres d’une organisation à une date
description_en: Those who belonged to the organization on that day, as far as the days of joining and leaving are known.
description_fr: Ceux qui en étaient membres ce jour-là, pour autant que les dates d’entrée et de sortie soient connues.
theme: partners
parameters:
  organization:
    type: choice
    default: Minerals Security Partnership
    label_en: Organization
    label_fr: Organisation
    choices: SELECT DISTINCT organization_en, organization_en, organization_fr FROM memberships
  day:
    type: date
    default: 2025-11-06
    label_en: Day
    label_fr: Jour
chart: {kind: timeline, x: member_from, y: member}
*/
SELECT
    member_en,
    member_fr,
    country_code,
    member_from,
    member_from_precision,
    member_until,
    member_until_precision
FROM memberships
WHERE organization_en = :'organization' AND valid @> (:'day')::date
ORDER BY member_en
