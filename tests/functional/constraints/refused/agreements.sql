-- What must not exist among agreements and their parts.

---- The agreement itself.

-- refused by uq_agreement_reference
UPDATE agreement SET reference = 'W1' WHERE id = 102;

-- refused by ck_agreement_reference_format
UPDATE agreement SET reference = 'W 1' WHERE id = 102;

-- refused by ck_agreement_reference_format
UPDATE agreement SET reference = '/W1' WHERE id = 102;

-- refused by ck_agreement_reference_format
UPDATE agreement SET reference = E'W9\n' WHERE id = 102;

-- refused by ck_agreement_base_is_another
UPDATE agreement SET base_agreement_id = id WHERE id = 102;

-- refused by fk_agreement_form
UPDATE agreement SET form = 'napkin' WHERE id = 102;

-- refused by fk_agreement_place_country_code
UPDATE agreement SET place_country_code = 'XX';

-- refused by fk_agreement_base_agreement_id
UPDATE agreement SET base_agreement_id = 9 WHERE id = 103;

-- refused by fk_agreement_base_agreement_id
DELETE FROM agreement WHERE id = 101;

---- Its parties: a country or an organization, once each.

-- refused by ck_agreement_party_one_party
INSERT INTO agreement_party (agreement_id) VALUES (102);

-- refused by ck_agreement_party_one_party
UPDATE agreement_party SET organization_id = 101 WHERE id = 103;

-- refused by uq_agreement_party_agreement_id_country_code
INSERT INTO agreement_party (agreement_id, country_code) VALUES (102, 'KZ');

-- refused by uq_agreement_party_agreement_id_organization_id
INSERT INTO agreement_party (agreement_id, organization_id) VALUES (102, 101);

-- refused by fk_agreement_party_country_code
UPDATE agreement_party SET country_code = 'XX' WHERE id = 105;

-- refused by fk_agreement_party_organization_id
UPDATE agreement_party SET organization_id = 9 WHERE id = 104;

-- refused by fk_agreement_party_agreement_id
INSERT INTO agreement_party (agreement_id, country_code) VALUES (9, 'KZ');

---- Its actions, by a party of its own.

-- refused by fk_agreement_action_kind
UPDATE agreement_action SET kind = 'dreamt' WHERE id = 102;

-- refused by fk_agreement_action_kind
DELETE FROM action_kind WHERE code = 'announced';

-- refused by fk_agreement_action_agreement_id_party_id
UPDATE agreement_action SET party_id = 101 WHERE id = 102;

-- refused by fk_agreement_action_agreement_id
INSERT INTO agreement_action (agreement_id, kind) VALUES (9, 'signed');

-- refused by fk_agreement_action_agreement_id_party_id
DELETE FROM agreement_party WHERE id = 103;

---- Its officials, for a party of its own, once in each role.

-- refused by uq_agreement_official_agreement_id_official_id_role
INSERT INTO agreement_official (agreement_id, official_id, role) VALUES (102, 102, 'witness');

-- refused by fk_agreement_official_agreement_id_party_id
UPDATE agreement_official SET party_id = 101 WHERE id = 102;

-- refused by fk_agreement_official_official_id
UPDATE agreement_official SET official_id = 9 WHERE id = 102;

-- refused by fk_agreement_official_post_id
UPDATE agreement_official SET post_id = 9 WHERE id = 102;

-- refused by fk_agreement_official_official_id
DELETE FROM official WHERE id = 102;

-- refused by fk_agreement_official_agreement_id
INSERT INTO agreement_official (agreement_id, official_id, role) VALUES (9, 102, 'host');

---- Its ties to other agreements.

-- refused by ck_agreement_relation_related_is_another
UPDATE agreement_relation SET related_agreement_id = 102 WHERE id = 102;

-- refused by uq_agreement_relation_agreement_id_related_agreement_id_kind
INSERT INTO agreement_relation (agreement_id, kind, related_agreement_id)
    VALUES (102, 'amends', 101);

-- refused by fk_agreement_relation_related_agreement_id
UPDATE agreement_relation SET related_agreement_id = 9 WHERE id = 102;

-- refused by fk_agreement_relation_agreement_id
INSERT INTO agreement_relation (agreement_id, kind, related_agreement_id) VALUES (9, 'amends', 101);

---- What it covers: a mineral or a sector, once at each stage.

-- refused by ck_agreement_scope_mineral_or_sector
INSERT INTO agreement_scope (agreement_id) VALUES (102);

-- refused by ck_agreement_scope_mineral_or_sector
UPDATE agreement_scope SET mineral_code = 'neodymium' WHERE id = 102;

-- refused by uq_agreement_scope_item
INSERT INTO agreement_scope (agreement_id, sector_code) VALUES (102, 'energy');

-- refused by fk_agreement_scope_mineral_code
UPDATE agreement_scope SET mineral_code = 'mud' WHERE id = 101;

-- refused by fk_agreement_scope_sector_code
UPDATE agreement_scope SET sector_code = 'mud' WHERE id = 102;

-- refused by fk_agreement_scope_stage
UPDATE agreement_scope SET stage = 'last' WHERE id = 102;

-- refused by fk_agreement_scope_agreement_id
INSERT INTO agreement_scope (agreement_id, sector_code) VALUES (9, 'energy');

---- Where it and its parties stand, which the database keeps itself.

-- refused by ex_agreement_status_span_overlap
INSERT INTO agreement_status_span (agreement_id, status, valid, dated_on)
    VALUES (101, 'signed', '(,)', '2025-11-06');

-- refused by ex_agreement_standing_span_overlap
INSERT INTO agreement_standing_span (agreement_id, party_id, standing, valid)
    VALUES (101, 101, 'bound', '(,)'), (101, 101, 'withdrawn', '(,)');

---- What was undertaken under it.

-- refused by ck_commitment_amount_has_currency
UPDATE commitment SET amount = 1 WHERE id = 102;

-- refused by ck_commitment_amount_has_currency
UPDATE commitment SET currency = 'EUR' WHERE id = 102;

-- refused by ck_commitment_amount_not_negative
UPDATE commitment SET amount = -0.01 WHERE id = 101;

-- refused by ck_commitment_amount_not_negative
UPDATE commitment SET amount = 'NaN' WHERE id = 101;

-- refused by ck_commitment_amount_bound_known
UPDATE commitment SET amount_bound = 'most' WHERE id = 101;

-- refused by ck_commitment_bound_has_its_amount
UPDATE commitment SET amount_bound = 'about' WHERE id = 102;

-- refused by ck_commitment_range_has_both_ends
UPDATE commitment SET amount_bound = 'between' WHERE id = 101;

-- refused by ck_commitment_range_has_both_ends
UPDATE commitment SET amount_to = 9000000 WHERE id = 101;

-- refused by ck_commitment_range_ends_above_its_beginning
UPDATE commitment SET amount_bound = 'between', amount_to = amount WHERE id = 101;

-- refused by ck_commitment_range_ends_above_its_beginning
UPDATE commitment SET amount_bound = 'between', amount_to = 'NaN' WHERE id = 101;

-- refused by ck_commitment_currency_format
UPDATE commitment SET currency = 'eur' WHERE id = 101;

-- refused by fk_commitment_agreement_id_party_id
UPDATE commitment SET party_id = 101 WHERE id = 102;

-- refused by fk_commitment_agreement_id
INSERT INTO commitment (agreement_id, what_en, what_fr) VALUES (9, 'Talk', 'Parler');

-- refused by fk_commitment_update_agreement_id_commitment_id
UPDATE commitment_update SET commitment_id = 101 WHERE id = 102;

---- The events it was made at.

-- refused by uq_agreement_event_agreement_id_event_id_link
INSERT INTO agreement_event (agreement_id, event_id, link) VALUES (102, 102, 'announced_at');

-- refused by fk_agreement_event_event_id
UPDATE agreement_event SET event_id = 9 WHERE id = 102;

-- refused by fk_agreement_event_agreement_id
INSERT INTO agreement_event (agreement_id, event_id, link) VALUES (9, 102, 'signed_at');
