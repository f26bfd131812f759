-- Agreements: one row each, with their parties, officials, actions and what they cover.

CREATE VIEW agreements AS
SELECT
    a.id AS agreement_id,
    a.reference,
    a.title_en,
    a.title_fr,
    a.form,
    f.label_en AS form_en,
    f.label_fr AS form_fr,
    s.status,
    a.signed_on,
    a.signed_on_precision,
    a.dated_on,
    a.dated_on_precision,
    extract(year FROM a.dated_on)::integer AS year,
    a.place_en,
    a.place_fr,
    a.place_country_code,
    a.summary_en,
    a.summary_fr,
    a.base_agreement_id,
    (SELECT b.reference FROM agreement AS b WHERE b.id = a.base_agreement_id) AS base_reference,
    a.review_state,
    (
        SELECT string_agg(coalesce(c.name_en, o.name_en), ', ' ORDER BY p.position, p.id)
        FROM agreement_party AS p
        LEFT JOIN country AS c ON c.code = p.country_code
        LEFT JOIN organization AS o ON o.id = p.organization_id
        WHERE p.agreement_id = a.id
    ) AS parties_en,
    (
        SELECT string_agg(coalesce(c.name_fr, o.name_fr), ', ' ORDER BY p.position, p.id)
        FROM agreement_party AS p
        LEFT JOIN country AS c ON c.code = p.country_code
        LEFT JOIN organization AS o ON o.id = p.organization_id
        WHERE p.agreement_id = a.id
    ) AS parties_fr
FROM agreement AS a
JOIN agreement_form AS f ON f.code = a.form
JOIN agreement_status_span AS s ON s.agreement_id = a.id AND s.valid @> guard.valid_day();

COMMENT ON VIEW agreements IS
'One agreement between countries or organizations, or another text they made';
COMMENT ON COLUMN agreements.agreement_id IS 'The agreement: the key that other views carry';
COMMENT ON COLUMN agreements.reference IS 'Short name to cite the record by, such as A001';
COMMENT ON COLUMN agreements.title_en IS 'Title in English';
COMMENT ON COLUMN agreements.title_fr IS 'Title in French';
COMMENT ON COLUMN agreements.form IS 'Form of instrument, as a code';
COMMENT ON COLUMN agreements.form_en IS 'Form of instrument in English';
COMMENT ON COLUMN agreements.form_fr IS 'Form of instrument in French';
COMMENT ON COLUMN agreements.status IS
'Where it stands today or, as of a date, stood on that day, from its actions: unknown, negotiating, announced, initialled, issued, signed, operative, in_force, suspended, terminated, expired, lapsed or superseded';
COMMENT ON COLUMN agreements.signed_on IS 'When it was signed: first day of the period known';
COMMENT ON COLUMN agreements.signed_on_precision IS
'How much of signed_on is known: year, month or day';
COMMENT ON COLUMN agreements.dated_on IS
'When the text was made or, failing that, first acted on: first day of the period known';
COMMENT ON COLUMN agreements.dated_on_precision IS
'How much of dated_on is known: year, month or day';
COMMENT ON COLUMN agreements.year IS 'The year of dated_on';
COMMENT ON COLUMN agreements.place_en IS 'Where it was made, in English';
COMMENT ON COLUMN agreements.place_fr IS 'Where it was made, in French';
COMMENT ON COLUMN agreements.place_country_code IS 'The country where it was made';
COMMENT ON COLUMN agreements.summary_en IS 'What it is about, in English';
COMMENT ON COLUMN agreements.summary_fr IS 'What it is about, in French';
COMMENT ON COLUMN agreements.base_agreement_id IS 'The agreement that this one rests on';
COMMENT ON COLUMN agreements.base_reference IS 'Short name of the agreement that this one rests on';
COMMENT ON COLUMN agreements.review_state IS
'Where the record stands in review: draft, submitted, verified or returned';
COMMENT ON COLUMN agreements.parties_en IS 'Names of all parties in English, separated by commas';
COMMENT ON COLUMN agreements.parties_fr IS 'Names of all parties in French, separated by commas';

CREATE VIEW parties AS
SELECT
    p.agreement_id,
    a.reference,
    p.id AS party_id,
    p.country_code,
    p.organization_id,
    coalesce(c.name_en, o.name_en) AS party_en,
    coalesce(c.name_fr, o.name_fr) AS party_fr,
    c.region_en,
    c.region_fr,
    p.capacity,
    p.legal_nature,
    p.position,
    s.standing,
    lower(s.valid) AS standing_since,
    s.valid_lower_precision AS standing_since_precision,
    p.named_as
FROM agreement_party AS p
JOIN agreement AS a ON a.id = p.agreement_id
LEFT JOIN country AS c ON c.code = p.country_code
LEFT JOIN organization AS o ON o.id = p.organization_id
LEFT JOIN agreement_standing_span AS s
    ON s.agreement_id = p.agreement_id AND s.party_id = p.id AND s.valid @> guard.valid_day();

COMMENT ON VIEW parties IS 'One party to an agreement: a country or an organization';
COMMENT ON COLUMN parties.agreement_id IS 'The agreement';
COMMENT ON COLUMN parties.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN parties.party_id IS 'The party: the key that actions and commitments carry';
COMMENT ON COLUMN parties.country_code IS 'The party, if a country';
COMMENT ON COLUMN parties.organization_id IS 'The party, if an organization';
COMMENT ON COLUMN parties.party_en IS 'The party''s name in English';
COMMENT ON COLUMN parties.party_fr IS 'The party''s name in French';
COMMENT ON COLUMN parties.region_en IS 'Region of the world of a country, in English';
COMMENT ON COLUMN parties.region_fr IS 'Region of the world of a country, in French';
COMMENT ON COLUMN parties.capacity IS
'In what capacity it takes part: party, acceding_party, founding_participant, participant or observer';
COMMENT ON COLUMN parties.legal_nature IS
'How this party sees the text: treaty, contract, political_commitment or unknown';
COMMENT ON COLUMN parties.position IS 'Place among the parties, smallest first';
COMMENT ON COLUMN parties.standing IS
'Where it stands by its own steps: not_yet_bound, consented (signed, acceded or ratified), bound, suspended or withdrawn; null where it stands as the agreement does';
COMMENT ON COLUMN parties.standing_since IS 'Since when: first day of the period known';
COMMENT ON COLUMN parties.standing_since_precision IS
'How much of standing_since is known: year, month or day; null where no date is';
COMMENT ON COLUMN parties.named_as IS
'The name that the text gives it, where that is not the one shown today';

CREATE VIEW partners AS
SELECT
    p.agreement_id,
    a.reference,
    a.dated_on,
    a.dated_on_precision,
    p.country_code,
    p.organization_id,
    coalesce(pc.name_en, po.name_en) AS party_en,
    coalesce(pc.name_fr, po.name_fr) AS party_fr,
    q.country_code AS partner_country_code,
    q.organization_id AS partner_organization_id,
    coalesce(qc.name_en, qo.name_en) AS partner_en,
    coalesce(qc.name_fr, qo.name_fr) AS partner_fr
FROM agreement_party AS p
JOIN agreement_party AS q ON q.agreement_id = p.agreement_id AND q.id <> p.id
JOIN agreement AS a ON a.id = p.agreement_id
LEFT JOIN country AS pc ON pc.code = p.country_code
LEFT JOIN organization AS po ON po.id = p.organization_id
LEFT JOIN country AS qc ON qc.code = q.country_code
LEFT JOIN organization AS qo ON qo.id = q.organization_id;

COMMENT ON VIEW partners IS
'One party to an agreement beside one other party to it: each pair stands here twice, from either side';
COMMENT ON COLUMN partners.agreement_id IS 'The agreement';
COMMENT ON COLUMN partners.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN partners.dated_on IS 'The agreement''s date: first day of the period known';
COMMENT ON COLUMN partners.dated_on_precision IS
'How much of dated_on is known: year, month or day';
COMMENT ON COLUMN partners.country_code IS 'The party, if a country';
COMMENT ON COLUMN partners.organization_id IS 'The party, if an organization';
COMMENT ON COLUMN partners.party_en IS 'The party''s name in English';
COMMENT ON COLUMN partners.party_fr IS 'The party''s name in French';
COMMENT ON COLUMN partners.partner_country_code IS 'The other party, if a country';
COMMENT ON COLUMN partners.partner_organization_id IS 'The other party, if an organization';
COMMENT ON COLUMN partners.partner_en IS 'The other party''s name in English';
COMMENT ON COLUMN partners.partner_fr IS 'The other party''s name in French';

CREATE VIEW agreement_officials AS
SELECT
    ao.agreement_id,
    a.reference,
    ao.official_id,
    o.name AS official,
    o.country_code,
    ao.post_id,
    p.title_en AS post_en,
    p.title_fr AS post_fr,
    ao.party_id,
    coalesce(c.name_en, g.name_en) AS party_en,
    coalesce(c.name_fr, g.name_fr) AS party_fr,
    ao.role,
    ao.position
FROM agreement_official AS ao
JOIN agreement AS a ON a.id = ao.agreement_id
JOIN official AS o ON o.id = ao.official_id
LEFT JOIN post AS p ON p.id = ao.post_id
LEFT JOIN agreement_party AS t ON t.id = ao.party_id
LEFT JOIN country AS c ON c.code = t.country_code
LEFT JOIN organization AS g ON g.id = t.organization_id;

COMMENT ON VIEW agreement_officials IS
'One official''s part in the making of an agreement: who signed, who looked on';
COMMENT ON COLUMN agreement_officials.agreement_id IS 'The agreement';
COMMENT ON COLUMN agreement_officials.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN agreement_officials.official_id IS 'The official';
COMMENT ON COLUMN agreement_officials.official IS 'The official''s name';
COMMENT ON COLUMN agreement_officials.country_code IS 'The country the official acts for';
COMMENT ON COLUMN agreement_officials.post_id IS 'The post held then';
COMMENT ON COLUMN agreement_officials.post_en IS 'The post held then, in English';
COMMENT ON COLUMN agreement_officials.post_fr IS 'The post held then, in French';
COMMENT ON COLUMN agreement_officials.party_id IS 'The party represented';
COMMENT ON COLUMN agreement_officials.party_en IS 'Name of the party represented, in English';
COMMENT ON COLUMN agreement_officials.party_fr IS 'Name of the party represented, in French';
COMMENT ON COLUMN agreement_officials.role IS
'signatory, witness (looked on), host, negotiator or announcer';
COMMENT ON COLUMN agreement_officials.position IS 'Place among the officials, smallest first';

CREATE VIEW signatures AS
SELECT
    agreement_id,
    reference,
    official_id,
    official,
    country_code,
    post_id,
    post_en,
    post_fr,
    party_id,
    party_en,
    party_fr
FROM agreement_officials
WHERE role = 'signatory';

COMMENT ON VIEW signatures IS 'One official''s signature under an agreement';
COMMENT ON COLUMN signatures.agreement_id IS 'The agreement';
COMMENT ON COLUMN signatures.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN signatures.official_id IS 'The official who signed';
COMMENT ON COLUMN signatures.official IS 'The official''s name';
COMMENT ON COLUMN signatures.country_code IS 'The country the official acts for';
COMMENT ON COLUMN signatures.post_id IS 'The post held then';
COMMENT ON COLUMN signatures.post_en IS 'The post held then, in English';
COMMENT ON COLUMN signatures.post_fr IS 'The post held then, in French';
COMMENT ON COLUMN signatures.party_id IS 'The party signed for';
COMMENT ON COLUMN signatures.party_en IS 'Name of the party signed for, in English';
COMMENT ON COLUMN signatures.party_fr IS 'Name of the party signed for, in French';

CREATE VIEW actions AS
SELECT
    s.agreement_id,
    a.reference,
    s.id AS action_id,
    s.kind,
    k.label_en AS kind_en,
    k.label_fr AS kind_fr,
    k.phase,
    k.status,
    s.happened_on,
    s.happened_on_precision,
    s.effective_on,
    s.effective_on_precision,
    s.party_id,
    coalesce(c.name_en, o.name_en) AS party_en,
    coalesce(c.name_fr, o.name_fr) AS party_fr,
    s.note_en,
    s.note_fr
FROM agreement_action AS s
JOIN agreement AS a ON a.id = s.agreement_id
JOIN action_kind AS k ON k.code = s.kind
LEFT JOIN agreement_party AS p ON p.id = s.party_id
LEFT JOIN country AS c ON c.code = p.country_code
LEFT JOIN organization AS o ON o.id = p.organization_id;

COMMENT ON VIEW actions IS 'One step in an agreement''s life, such as its signature';
COMMENT ON COLUMN actions.agreement_id IS 'The agreement';
COMMENT ON COLUMN actions.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN actions.action_id IS 'The action';
COMMENT ON COLUMN actions.kind IS 'What was done, as a code such as signed or entered_into_force';
COMMENT ON COLUMN actions.kind_en IS 'What was done, in English';
COMMENT ON COLUMN actions.kind_fr IS 'What was done, in French';
COMMENT ON COLUMN actions.phase IS
'1 before the text is made, 2 its making, 3 its effect, 4 its end';
COMMENT ON COLUMN actions.status IS
'Where such a step brings the agreement, or the party whose step it is; null where it changes nothing';
COMMENT ON COLUMN actions.happened_on IS 'When it was done: first day of the period known';
COMMENT ON COLUMN actions.happened_on_precision IS
'How much of happened_on is known: year, month or day';
COMMENT ON COLUMN actions.effective_on IS 'When it takes effect: first day of the period known';
COMMENT ON COLUMN actions.effective_on_precision IS
'How much of effective_on is known: year, month or day';
COMMENT ON COLUMN actions.party_id IS 'The party whose step it is, if one''s';
COMMENT ON COLUMN actions.party_en IS 'Name of that party in English';
COMMENT ON COLUMN actions.party_fr IS 'Name of that party in French';
COMMENT ON COLUMN actions.note_en IS 'Remark in English';
COMMENT ON COLUMN actions.note_fr IS 'Remark in French';

CREATE VIEW scope AS
SELECT
    s.agreement_id,
    a.reference,
    s.mineral_code,
    s.sector_code,
    coalesce(m.name_en, t.name_en) AS covers_en,
    coalesce(m.name_fr, t.name_fr) AS covers_fr,
    s.stage,
    g.label_en AS stage_en,
    g.label_fr AS stage_fr,
    s.position
FROM agreement_scope AS s
JOIN agreement AS a ON a.id = s.agreement_id
LEFT JOIN mineral AS m ON m.code = s.mineral_code
LEFT JOIN sector AS t ON t.code = s.sector_code
LEFT JOIN value_chain_stage AS g ON g.code = s.stage;

COMMENT ON VIEW scope IS
'One mineral or sector that an agreement covers, at one stage of the value chain or at any';
COMMENT ON COLUMN scope.agreement_id IS 'The agreement';
COMMENT ON COLUMN scope.reference IS 'Short name of the agreement''s record';
COMMENT ON COLUMN scope.mineral_code IS 'The mineral covered, if a mineral';
COMMENT ON COLUMN scope.sector_code IS 'The sector covered, if a sector';
COMMENT ON COLUMN scope.covers_en IS 'What is covered, in English';
COMMENT ON COLUMN scope.covers_fr IS 'What is covered, in French';
COMMENT ON COLUMN scope.stage IS 'Stage of the value chain, as a code; null when none is named';
COMMENT ON COLUMN scope.stage_en IS 'Stage of the value chain in English';
COMMENT ON COLUMN scope.stage_fr IS 'Stage of the value chain in French';
COMMENT ON COLUMN scope.position IS 'Place in the scope, smallest first';
