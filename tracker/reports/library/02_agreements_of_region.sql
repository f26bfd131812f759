/*
title_en: Agreements of a region by year and form
title_fr: Accords d’une région par année et par forme
description_en: Every agreement to which a country of the region is a party, by the year it is dated and its form of instrument.
description_fr: Chaque accord dont un pays de la région est partie, par année et par forme d’instrument.
theme: partners
parameters:
  region:
    type: choice
    default: Central Asia
    label_en: Region
    label_fr: Région
    choices: SELECT DISTINCT region_en, region_en, region_fr FROM countries WHERE region_en IS NOT NULL
chart: {kind: column, x: year, series: form}
*/
SELECT
    a.year,
    a.form,
    a.form_en,
    a.form_fr,
    a.agreement_id,
    a.reference,
    a.title_en,
    a.title_fr,
    a.parties_en,
    a.parties_fr
FROM agreements AS a
WHERE a.agreement_id IN (SELECT agreement_id FROM parties WHERE region_en = :'region')
ORDER BY a.year DESC NULLS LAST, a.form_en, a.reference
