/*
title_en: "Who signs: officials by number of instruments"
title_fr: "Qui signe : responsables par nombre d’instruments"
description_en: Officials in a role at the making of agreements, by the post they held then. Leave the country empty for all.
description_fr: Responsables ayant eu un rôle lors de la conclusion d’accords, par fonction exercée alors. Laissez le pays vide pour tous.
theme: people
parameters:
  country:
    type: choice
    optional: true
    label_en: Country
    label_fr: Pays
    choices: SELECT country_code, country_en, country_fr FROM countries
  role:
    type: choice
    default: signatory
    label_en: Role
    label_fr: Rôle
    choices:
      signatory: {en: Signatory, fr: Signataire}
      witness: {en: Witness, fr: Témoin}
      host: {en: Host, fr: Hôte}
      negotiator: {en: Negotiator, fr: Négociateur}
      announcer: {en: Announcer, fr: Auteur de l’annonce}
chart: {kind: bar, x: official, y: instruments}
*/
SELECT
    official_id,
    official,
    country_code,
    post_en,
    post_fr,
    count(DISTINCT agreement_id) AS instruments
FROM agreement_officials
WHERE role = :'role' AND (:'country' = '' OR country_code = :'country')
GROUP BY official_id, official, country_code, post_en, post_fr
ORDER BY instruments DESC, official, post_en
