-- Agreements and their parts, flat, for people who write SQL.

CREATE VIEW report.agreement AS
SELECT
    a.id AS agreement_id,
    a.reference,
    a.title_en,
    a.title_fr,
    a.form,
    f.label_en AS form_en,
    f.label_fr AS form_fr,
    a.status,
    a.signed_on,
    a.signed_on_precision,
    a.dated_on,
    a.dated_on_precision,
    a.place_en,
    a.place_fr,
    a.place_country_code,
    a.review_state
FROM public.agreement AS a
JOIN public.agreement_form AS f ON f.code = a.form;

COMMENT ON VIEW report.agreement IS 'One agreement';
COMMENT ON COLUMN report.agreement.agreement_id IS 'The agreement';
COMMENT ON COLUMN report.agreement.reference IS 'Short name to cite the record by';
COMMENT ON COLUMN report.agreement.title_en IS 'Title in English';
COMMENT ON COLUMN report.agreement.title_fr IS 'Title in French';
COMMENT ON COLUMN report.agreement.form IS 'Form of instrument, as a code';
COMMENT ON COLUMN report.agreement.form_en IS 'Form of instrument in English';
COMMENT ON COLUMN report.agreement.form_fr IS 'Form of instrument in French';
COMMENT ON COLUMN report.agreement.status IS 'Where it stands, from its actions';
COMMENT ON COLUMN report.agreement.signed_on IS 'When it was signed: first day of the period known';
COMMENT ON COLUMN report.agreement.signed_on_precision IS 'How much of signed_on is known';
COMMENT ON COLUMN report.agreement.dated_on IS
'When the text was made or first acted on: first day of the period known';
COMMENT ON COLUMN report.agreement.dated_on_precision IS 'How much of dated_on is known';
COMMENT ON COLUMN report.agreement.place_en IS 'Where it was made, in English';
COMMENT ON COLUMN report.agreement.place_fr IS 'Where it was made, in French';
COMMENT ON COLUMN report.agreement.place_country_code IS 'The country where it was made';
COMMENT ON COLUMN report.agreement.review_state IS 'Where the record stands in review';

CREATE VIEW report.agreement_party AS
SELECT
    p.agreement_id,
    a.reference,
    p.country_code,
    p.organization_id,
    coalesce(c.name_en, o.name_en) AS party_en,
    coalesce(c.name_fr, o.name_fr) AS party_fr,
    p.capacity,
    p.legal_nature
FROM public.agreement_party AS p
JOIN public.agreement AS a ON a.id = p.agreement_id
LEFT JOIN public.country AS c ON c.code = p.country_code
LEFT JOIN public.organization AS o ON o.id = p.organization_id;

COMMENT ON VIEW report.agreement_party IS 'One party to an agreement';
COMMENT ON COLUMN report.agreement_party.agreement_id IS 'The agreement';
COMMENT ON COLUMN report.agreement_party.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN report.agreement_party.country_code IS 'The party, if a country';
COMMENT ON COLUMN report.agreement_party.organization_id IS 'The party, if an organization';
COMMENT ON COLUMN report.agreement_party.party_en IS 'The party''s name in English';
COMMENT ON COLUMN report.agreement_party.party_fr IS 'The party''s name in French';
COMMENT ON COLUMN report.agreement_party.capacity IS 'In what capacity it takes part';
COMMENT ON COLUMN report.agreement_party.legal_nature IS 'How this party sees the text';

CREATE VIEW report.signature AS
SELECT
    ao.agreement_id,
    a.reference,
    ao.official_id,
    o.name AS official,
    o.country_code,
    p.title_en AS post_en,
    p.title_fr AS post_fr,
    ao.role
FROM public.agreement_official AS ao
JOIN public.agreement AS a ON a.id = ao.agreement_id
JOIN public.official AS o ON o.id = ao.official_id
LEFT JOIN public.post AS p ON p.id = ao.post_id;

COMMENT ON VIEW report.signature IS
'One official''s part in the making of an agreement: who signed, who looked on';
COMMENT ON COLUMN report.signature.agreement_id IS 'The agreement';
COMMENT ON COLUMN report.signature.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN report.signature.official_id IS 'The official';
COMMENT ON COLUMN report.signature.official IS 'The official''s name';
COMMENT ON COLUMN report.signature.country_code IS 'The country the official acts for';
COMMENT ON COLUMN report.signature.post_en IS 'The post held then, in English';
COMMENT ON COLUMN report.signature.post_fr IS 'The post held then, in French';
COMMENT ON COLUMN report.signature.role IS 'signatory, witness, host, negotiator or announcer';

CREATE VIEW report.agreement_scope AS
SELECT
    s.agreement_id,
    a.reference,
    s.mineral_code,
    s.sector_code,
    coalesce(m.name_en, t.name_en) AS covers_en,
    coalesce(m.name_fr, t.name_fr) AS covers_fr,
    s.stage
FROM public.agreement_scope AS s
JOIN public.agreement AS a ON a.id = s.agreement_id
LEFT JOIN public.mineral AS m ON m.code = s.mineral_code
LEFT JOIN public.sector AS t ON t.code = s.sector_code;

COMMENT ON VIEW report.agreement_scope IS 'One mineral or sector that an agreement covers';
COMMENT ON COLUMN report.agreement_scope.agreement_id IS 'The agreement';
COMMENT ON COLUMN report.agreement_scope.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN report.agreement_scope.mineral_code IS 'The mineral covered';
COMMENT ON COLUMN report.agreement_scope.sector_code IS 'The sector covered';
COMMENT ON COLUMN report.agreement_scope.covers_en IS 'What is covered, in English';
COMMENT ON COLUMN report.agreement_scope.covers_fr IS 'What is covered, in French';
COMMENT ON COLUMN report.agreement_scope.stage IS 'Stage of the value chain';
