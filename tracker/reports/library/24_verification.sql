/*
title_en: Where records stand in review
title_fr: Où en sont les fiches dans la relecture
description_en: How many agreements' records are drafts, submitted, verified or returned, by form of instrument.
description_fr: Combien de fiches d’accords sont des brouillons, soumises, vérifiées ou renvoyées, par forme d’instrument.
theme: evidence
chart: {kind: bar, x: form, y: agreements, series: review_state}
*/
SELECT
    form,
    form_en,
    form_fr,
    review_state,
    count(*) AS agreements
FROM agreements
GROUP BY form, form_en, form_fr, review_state
ORDER BY agreements DESC, form, review_state
