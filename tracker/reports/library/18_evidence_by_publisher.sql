/*
title_en: Evidence by publisher and language
title_fr: Preuves par éditeur et par langue
description_en: How many documents of each publisher are cited, how often, and how often by their words.
description_fr: Combien de documents de chaque éditeur sont cités, combien de fois, et combien de fois mot pour mot.
theme: evidence
chart: {kind: bar, x: publisher, y: citations, series: language}
*/
SELECT
    publisher,
    language,
    document_class,
    count(DISTINCT document_id) AS documents,
    count(*) AS citations,
    count(quotation) AS quoted,
    count(DISTINCT agreement_id) AS agreements
FROM citations
GROUP BY publisher, language, document_class
ORDER BY citations DESC, publisher, language, document_class
