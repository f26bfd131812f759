/*
title_en: Agreements of a region by year and form
title_fr: Accords d’une région par année et par forme
description_en: Agreements to which a country of the region is a party, counted by the year they are dated and by form of instrument.
description_fr: Accords dont un pays de la région est partie, comptés par année et par forme d’instrument.
parameters:
  region:
    type: choice
    default: Central Asia
    label_en: Region
    label_fr: Région
    choices: SELECT DISTINCT region_en, region_en, region_fr FROM countries WHERE region_en IS NOT NULL
chart: {kind: bar, x: year, y: agreements, series: form_en}
*/
SELECT
    a.year,
    a.form,
    a.form_en,
    a.form_fr,
    count(*) AS agreements
FROM agreements AS a
WHERE a.agreement_id IN (SELECT agreement_id FROM parties WHERE region_en = :'region')
GROUP BY a.year, a.form, a.form_en, a.form_fr
ORDER BY a.year DESC NULLS LAST, agreements DESC, a.form
