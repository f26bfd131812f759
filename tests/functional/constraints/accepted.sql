-- What must be accepted, although something much like it is refused.
--
-- Agreement 101 is verified; 102 and 103 are drafts, and each rests on the one before.

-- accepted: an agreement, its action and its party, in any order
INSERT INTO agreement (id, reference, title_en, title_fr, form) OVERRIDING SYSTEM VALUE
    VALUES (901, 'W9', 'Treaty', 'Traité', 'treaty');
INSERT INTO agreement_action (agreement_id, kind) VALUES (901, 'entered_into_force');
INSERT INTO agreement_party (agreement_id, country_code, legal_nature) VALUES (901, 'NA', 'treaty');

-- accepted: one party for another
DELETE FROM agreement_party WHERE id = 105;
INSERT INTO agreement_party (agreement_id, country_code) VALUES (103, 'NA');

-- accepted: a text that binds nobody and becomes operative
INSERT INTO agreement_action (agreement_id, kind) VALUES (102, 'became_operative');

-- accepted: a text that binds one of its parties and enters into force
INSERT INTO agreement_action (agreement_id, kind) VALUES (103, 'entered_into_force');
INSERT INTO agreement_party (agreement_id, country_code, legal_nature)
    VALUES (103, 'NA', 'political_commitment');

-- accepted: the deletion of an agreement with its parts and their evidence
DELETE FROM agreement WHERE id = 103;

-- accepted: an order of organizations that is turned round
UPDATE organization SET parent_id = 102 WHERE id = 101;
UPDATE organization SET parent_id = NULL WHERE id = 102;

-- accepted: a tie that stood the other way round when the transaction began
INSERT INTO agreement_relation (agreement_id, kind, related_agreement_id)
    VALUES (102, 'part_of', 103);
DELETE FROM agreement_relation WHERE kind = 'part_of';
INSERT INTO agreement_relation (agreement_id, kind, related_agreement_id)
    VALUES (103, 'part_of', 102);

-- accepted: ties of several kinds that together make a circle
INSERT INTO agreement_relation (agreement_id, kind, related_agreement_id)
    VALUES (102, 'implements', 103);

-- accepted: another text that has the quotation
UPDATE document SET text = 'They ate. They signed.',
    sha256 = encode(sha256('They ate. They signed.'), 'hex') WHERE id = 102;

-- accepted: a text that is taken away, with its hash kept
UPDATE document SET text = NULL WHERE id = 102;

-- accepted: evidence of a kind of part as a whole
INSERT INTO missing_value (agreement_id, field, reason) VALUES (102, 'officials', 'not_stated');

-- accepted: a membership that begins when the last has ended
INSERT INTO organization_member (organization_id, country_code, valid, valid_lower_precision)
    VALUES (101, 'KZ', '[2020-07-01,)', 'month');

-- accepted: a person in another post at the same time
INSERT INTO tenure (official_id, post_id, held) VALUES (101, 102, '(,)');

-- accepted: a part of a verified agreement that comes with its source
INSERT INTO agreement_party (id, agreement_id, organization_id) OVERRIDING SYSTEM VALUE
    VALUES (901, 101, 101);
INSERT INTO citation (document_id, agreement_id, agreement_party_id) VALUES (101, 101, 901);

-- accepted: a place of a verified agreement that comes with its source
UPDATE agreement SET place_en = 'Rome', place_fr = 'Rome' WHERE id = 101;
INSERT INTO citation (document_id, agreement_id, field) VALUES (101, 101, 'place_en');

-- accepted: a source for a verified agreement in the place of a reason
DELETE FROM missing_value WHERE id = 101;
INSERT INTO citation (document_id, agreement_id, field) VALUES (101, 101, 'title_en');

-- accepted: one source of a verified agreement for another, on the whole of it
DELETE FROM citation WHERE id = 101;
INSERT INTO citation (document_id, agreement_id) VALUES (102, 101);

-- accepted: a part of a verified agreement that goes, with its source
DELETE FROM agreement_scope WHERE id = 101;

-- accepted: less evidence once the agreement is no longer verified
INSERT INTO review (agreement_id, state) VALUES (101, 'draft');
DELETE FROM citation WHERE agreement_id = 101;

-- accepted: an agreement that is verified when every fact has a source or a reason
INSERT INTO citation (document_id, agreement_id) VALUES (101, 103);
INSERT INTO citation (document_id, agreement_id, agreement_party_id) VALUES (101, 103, 105);
INSERT INTO citation (document_id, agreement_id, agreement_relation_id) VALUES (101, 103, 103);
INSERT INTO review (agreement_id, state, reviewer_id, decided_at)
    VALUES (103, 'verified', 101, now());
