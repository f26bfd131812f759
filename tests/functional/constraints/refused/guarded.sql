-- What each trigger of schema `guard` must refuse, that no constraint of a table does.
--
-- With the trigger disabled the statements are accepted, so each one proves its trigger necessary.
-- Agreement 101 is verified; 102 and 103 are drafts, and each rests on the one before.

---- An agreement and its parts.

-- refused by agreement_has_a_party through agreement.check_agreement
INSERT INTO agreement (reference, title_en, title_fr, form) VALUES ('W9', 'T', 'T', 'treaty');

-- refused by agreement_has_a_party through agreement_party.check_agreement
DELETE FROM agreement_party WHERE id = 105;

-- refused by agreement_has_a_party through agreement_party.check_agreement
UPDATE agreement_party SET agreement_id = 102, country_code = 'US' WHERE id = 105;

-- refused by non_binding_is_never_in_force through agreement_party.check_agreement
INSERT INTO agreement_action (agreement_id, kind) VALUES (103, 'ratified');
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE agreement_party SET legal_nature = 'political_commitment' WHERE id = 105;

-- refused by non_binding_is_never_in_force through agreement_action.check_agreement
INSERT INTO agreement_action (agreement_id, kind) VALUES (102, 'entered_into_force');

-- refused by non_binding_is_never_in_force through agreement_action.check_agreement
UPDATE agreement_action SET kind = 'ratified' WHERE id = 102;

-- refused by non_binding_is_never_in_force through action_kind.check_agreements
UPDATE action_kind SET status = 'in_force' WHERE code = 'announced';

---- Cycles, through one or several rows between.

-- refused by agreement_base_agreement_id_no_cycle through agreement.refuse_cycle
UPDATE agreement SET base_agreement_id = 103 WHERE id = 102;

-- refused by agreement_base_agreement_id_no_cycle through agreement.refuse_cycle
INSERT INTO citation (document_id, agreement_id, field) VALUES (101, 101, 'base_agreement_id');
UPDATE agreement SET base_agreement_id = 103 WHERE id = 101;

-- refused by event_parent_id_no_cycle through event.refuse_cycle
UPDATE event SET parent_id = 102 WHERE id = 101;

-- refused by event_parent_id_no_cycle through event.refuse_cycle
UPDATE event SET parent_id = 103 WHERE id = 101;

-- refused by organization_parent_id_no_cycle through organization.refuse_cycle
UPDATE organization SET parent_id = 102 WHERE id = 101;

-- refused by organization_parent_id_no_cycle through organization.refuse_cycle
UPDATE organization SET parent_id = 103 WHERE id = 101;

-- refused by sector_parent_code_no_cycle through sector.refuse_cycle
UPDATE sector SET parent_code = 'energy' WHERE code = 'security';

-- refused by sector_parent_code_no_cycle through sector.refuse_cycle
UPDATE sector SET parent_code = 'hydrogen' WHERE code = 'security';

-- refused by mineral_group_code_no_cycle through mineral.refuse_cycle
UPDATE mineral SET group_code = 'rare_earth_elements' WHERE code = 'metals';

-- refused by mineral_group_code_no_cycle through mineral.refuse_cycle
UPDATE mineral SET group_code = 'neodymium' WHERE code = 'metals';

-- refused by agreement_relation_no_cycle through agreement_relation.refuse_relation_cycle
INSERT INTO agreement_relation (agreement_id, kind, related_agreement_id)
    VALUES (102, 'amends', 103);

-- refused by agreement_relation_no_cycle through agreement_relation.refuse_relation_cycle
UPDATE agreement_relation SET kind = 'builds_on' WHERE id IN (102, 103);

---- Quotations stand in the text that is held.

-- refused by passage_is_in_the_text through passage.check_passage
INSERT INTO passage (document_id, exact, sha256)
    VALUES (102, 'They wept.', encode(sha256('They wept.'), 'hex'));

-- refused by passage_is_at_its_position through passage.check_passage
UPDATE passage SET start_offset = 11, end_offset = 23 WHERE id = 102;

-- refused by passage_is_in_its_context through passage.check_passage
UPDATE passage SET prefix = 'They left. ' WHERE id = 102;

-- refused by passage_is_in_its_context through passage.check_passage
UPDATE passage SET suffix = 'They left.' WHERE id = 102;

-- refused by passage_is_at_its_position through document.check_passages
UPDATE document SET text = 'They left.', sha256 = encode(sha256('They left.'), 'hex')
    WHERE id = 102;

-- refused by passage_is_in_the_text through document.check_passages
UPDATE document SET text = 'Rien.', sha256 = encode(sha256('Rien.'), 'hex') WHERE id = 101;

---- Evidence speaks of fields that exist.

-- refused by citation_field_is_known through citation.check_field
UPDATE citation SET field = 'colour' WHERE id = 102;

-- refused by citation_field_is_known through citation.check_field
-- The agreement has parties, a party has none.
INSERT INTO citation (document_id, agreement_id, agreement_party_id, field)
    VALUES (101, 102, 103, 'parties');

-- refused by missing_value_field_is_known through missing_value.check_field
UPDATE missing_value SET field = 'colour' WHERE id = 102;

---- A verified agreement has a source or a reason for every fact.

-- refused by verified_agreement_has_its_evidence through agreement.check_verified
INSERT INTO review (agreement_id, state, reviewer_id, decided_at)
    VALUES (102, 'verified', 101, now());

-- refused by verified_agreement_has_its_evidence through agreement.check_verified
UPDATE agreement SET place_en = 'Rome', place_fr = 'Rome' WHERE id = 101;

-- refused by verified_agreement_has_its_evidence through agreement.check_verified
UPDATE agreement SET place_country_code = 'KZ' WHERE id = 101;

-- refused by verified_agreement_has_its_evidence through agreement_party.check_verified
INSERT INTO agreement_party (agreement_id, organization_id) VALUES (101, 101);

-- refused by verified_agreement_has_its_evidence through agreement_party.check_verified
UPDATE agreement_party SET agreement_id = 101 WHERE id = 104;

-- refused by verified_agreement_has_its_evidence through agreement_action.check_verified
INSERT INTO agreement_action (agreement_id, kind) VALUES (101, 'announced');

-- refused by verified_agreement_has_its_evidence through agreement_official.check_verified
INSERT INTO agreement_official (agreement_id, official_id, role) VALUES (101, 101, 'host');

-- refused by verified_agreement_has_its_evidence through agreement_relation.check_verified
INSERT INTO agreement_relation (agreement_id, kind, related_agreement_id)
    VALUES (101, 'part_of', 103);

-- refused by verified_agreement_has_its_evidence through agreement_scope.check_verified
INSERT INTO agreement_scope (agreement_id, sector_code) VALUES (101, 'energy');

-- refused by verified_agreement_has_its_evidence through agreement_scope.check_verified
UPDATE agreement_scope SET agreement_id = 101 WHERE id = 102;

-- refused by verified_agreement_has_its_evidence through agreement_event.check_verified
INSERT INTO agreement_event (agreement_id, event_id, link) VALUES (101, 102, 'announced_at');

-- refused by verified_agreement_has_its_evidence through commitment.check_verified
INSERT INTO commitment (agreement_id, what_en, what_fr) VALUES (101, 'Do', 'Faire');

-- refused by verified_agreement_has_its_evidence through commitment_update.check_verified
INSERT INTO commitment_update (agreement_id, commitment_id, status) VALUES (101, 101, 'fulfilled');

-- refused by verified_agreement_has_its_evidence through citation.check_verified
DELETE FROM citation WHERE id = 101;

-- refused by verified_agreement_has_its_evidence through citation.check_verified
DELETE FROM citation WHERE agreement_scope_id = 101;

-- refused by verified_agreement_has_its_evidence through citation.check_verified
UPDATE citation SET field = 'title_en' WHERE id = 101;

-- refused by verified_agreement_has_its_evidence through citation.check_verified
UPDATE citation SET stance = 'contradicts', stated_value = 'x' WHERE id = 101;

-- refused by verified_agreement_has_its_evidence through citation.check_verified
UPDATE citation SET agreement_id = 102 WHERE id = 101;

-- refused by verified_agreement_has_its_evidence through citation.check_verified
UPDATE citation SET agreement_id = NULL, event_id = 101, field = NULL WHERE id = 101;

-- refused by verified_agreement_has_its_evidence through citation.check_verified
-- A reason why the time of effect is missing is no source for the signature.
INSERT INTO missing_value (agreement_id, agreement_action_id, field, reason)
    VALUES (101, 101, 'effective_on', 'not_stated');
DELETE FROM citation WHERE agreement_action_id = 101 AND stance = 'supports';

-- refused by verified_agreement_has_its_evidence through missing_value.check_verified
DELETE FROM missing_value WHERE id = 101;

-- refused by verified_agreement_has_its_evidence through missing_value.check_verified
UPDATE missing_value SET field = 'summary_en' WHERE id = 101;

---- A version that was kept stays as it was.

-- refused by saved_report_version_is_kept through saved_report_version.refuse_change
UPDATE saved_report_version SET query = 'SELECT 2';
