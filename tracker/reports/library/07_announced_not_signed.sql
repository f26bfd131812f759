/*
title_en: Announced but not signed
title_fr: Annoncés mais non signés
description_en: Agreements announced, agreed or under negotiation that had not been signed so many months later.
description_fr: Accords annoncés, convenus en principe ou en négociation, non signés après tant de mois.
theme: commitments
parameters:
  months:
    type: integer
    default: 6
    label_en: Months since
    label_fr: Nombre de mois écoulés
  day:
    type: date
    default: today
    label_en: Counted to
    label_fr: Comptés jusqu’au
chart: {kind: bar, x: title, y: days}
*/
SELECT
    a.agreement_id,
    a.reference,
    a.title_en,
    a.title_fr,
    a.parties_en,
    a.parties_fr,
    a.status,
    a.dated_on,
    a.dated_on_precision,
    (:'day')::date - a.dated_on AS days
FROM agreements AS a
WHERE a.status IN ('negotiating', 'announced', 'initialled')
    AND a.dated_on <= (:'day')::date - make_interval(months => (:'months')::integer)
ORDER BY a.dated_on, a.reference
