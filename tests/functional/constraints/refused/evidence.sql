-- What must not exist among sources, evidence, accounts, reviews and kept reports.

---- Documents.

-- refused by uq_document_url
UPDATE document SET url = 'https://gazette.example/1' WHERE id = 102;

-- refused by ck_document_url_format
UPDATE document SET url = 'javascript:alert(1)' WHERE id = 102;

-- refused by ck_document_url_format
UPDATE document SET url = 'https://a b' WHERE id = 102;

-- refused by ck_document_can_be_found
UPDATE document SET title = NULL WHERE id = 102;

-- refused by ck_document_sha256_format
UPDATE document SET sha256 = 'abc' WHERE id = 101;

-- refused by ck_document_sha256_format
UPDATE document SET sha256 = upper(encode(sha256('a'), 'hex')) WHERE id = 101;

-- refused by ck_document_text_has_its_sha256
UPDATE document SET sha256 = NULL WHERE id = 102;

-- refused by ck_document_text_has_its_sha256
UPDATE document SET text = text || '!' WHERE id = 102;

-- refused by fk_citation_document_id
DELETE FROM document WHERE id = 101;

---- Passages.

-- refused by ck_passage_exact_has_its_sha256
UPDATE passage SET exact = exact || '!';

-- refused by ck_passage_exact_not_blank
UPDATE passage SET exact = ' ', sha256 = encode(sha256(' '), 'hex');

-- refused by ck_passage_position_whole
UPDATE passage SET end_offset = NULL WHERE id = 102;

-- refused by ck_passage_position_whole
UPDATE passage SET start_offset = 3 WHERE id = 101;

-- refused by ck_passage_position_fits
UPDATE passage SET end_offset = 23 WHERE id = 102;

-- refused by ck_passage_position_fits
UPDATE passage SET start_offset = -1, end_offset = 13 WHERE id = 101;

-- refused by uq_passage_document_id_sha256_start_offset
INSERT INTO passage (document_id, exact, sha256)
    SELECT document_id, exact, sha256 FROM passage WHERE id = 101;

-- refused by fk_passage_document_id
INSERT INTO passage (document_id, exact, sha256) VALUES (9, 'A', encode(sha256('A'), 'hex'));

-- refused by fk_citation_document_id_passage_id
DELETE FROM passage WHERE id = 101;

---- Citations and missing values.

-- refused by citation_subject_not_null
INSERT INTO citation (document_id) VALUES (101);

-- refused by ck_citation_one_root
INSERT INTO citation (document_id, agreement_id, event_id) VALUES (101, 102, 101);

-- refused by missing_value_subject_not_null
INSERT INTO missing_value (field, reason) VALUES ('form', 'not_stated');

-- refused by ck_missing_value_one_root
INSERT INTO missing_value (agreement_id, event_id, field, reason)
    VALUES (102, 101, 'title_en', 'not_stated');

-- refused by ck_citation_part_has_its_root
INSERT INTO citation (document_id, event_id, agreement_party_id) VALUES (101, 101, 103);

-- refused by ck_missing_value_part_has_its_root
INSERT INTO missing_value (event_id, agreement_party_id, field, reason)
    VALUES (101, 103, 'id', 'not_stated');

-- refused by ck_citation_at_most_one_part
INSERT INTO citation (document_id, agreement_id, agreement_party_id, agreement_action_id)
    VALUES (101, 102, 103, 102);

-- refused by ck_missing_value_at_most_one_part
INSERT INTO missing_value (agreement_id, agreement_party_id, agreement_action_id, field, reason)
    VALUES (102, 103, 102, 'id', 'not_stated');

-- refused by fk_citation_document_id
UPDATE citation SET document_id = 9 WHERE passage_id IS NULL;

-- refused by fk_citation_document_id_passage_id
UPDATE citation SET passage_id = 102 WHERE id = 101;

-- refused by uq_citation_once
INSERT INTO citation (document_id, passage_id, agreement_id, field)
    VALUES (102, 102, 102, 'title_en');

-- refused by ck_citation_contradiction_states_value
UPDATE citation SET stance = 'contradicts' WHERE id = 102;

-- refused by ck_citation_choice_has_chooser_and_reason
UPDATE citation SET chosen_at = now() WHERE id = 102;

-- refused by ck_citation_choice_has_chooser_and_reason
UPDATE citation SET chosen_by = NULL WHERE id = 103;

-- refused by ck_citation_choice_has_chooser_and_reason
UPDATE citation SET chosen_reason = NULL WHERE id = 103;

-- refused by uq_citation_chosen
UPDATE citation SET chosen_at = now(), chosen_by = 'Others', chosen_reason = 'Later'
    WHERE stance = 'contradicts';

-- refused by uq_missing_value_subject_field
INSERT INTO missing_value (agreement_id, field, reason) VALUES (102, 'place_en', 'not_checked');

---- Accounts and reviews.

-- refused by uq_account_email
UPDATE account SET email = 'ann@example.org';

-- refused by ck_account_email_format
UPDATE account SET email = 'Ann@example.org' WHERE id = 101;

-- refused by ck_account_email_format
UPDATE account SET email = 'ann' WHERE id = 101;

-- refused by fk_account_role_account_id
UPDATE account_role SET account_id = 9;

-- refused by fk_account_role_role_code
UPDATE account_role SET role_code = 'king';

-- refused by ck_review_state_known
UPDATE review SET state = 'adored', reviewer_id = NULL, decided_at = NULL;

-- refused by fk_review_agreement_id
UPDATE review SET agreement_id = 9;

-- refused by fk_review_reviewer_id
UPDATE review SET reviewer_id = 9;

-- refused by fk_review_reviewer_id
DELETE FROM account WHERE id = 101;

-- refused by ck_review_decision_has_reviewer_and_time
UPDATE review SET reviewer_id = NULL;

-- refused by ck_review_decision_has_reviewer_and_time
UPDATE review SET decided_at = NULL;

-- refused by ck_review_decision_has_reviewer_and_time
UPDATE review SET state = 'submitted';

-- refused by ck_review_return_has_reason
UPDATE review SET state = 'returned';

---- Kept reports.

-- refused by uq_saved_report_slug
UPDATE saved_report SET slug = 'by-year';

-- refused by ck_saved_report_slug_format
UPDATE saved_report SET slug = 'By year' WHERE id = 101;

-- refused by fk_saved_report_owner_id
UPDATE saved_report SET owner_id = 9;

-- refused by uq_saved_report_version_saved_report_id_number
INSERT INTO saved_report_version (saved_report_id, number, query) VALUES (101, 1, 'SELECT 2');

-- refused by ck_saved_report_version_number_positive
INSERT INTO saved_report_version (saved_report_id, number, query) VALUES (101, 0, 'SELECT 2');

-- refused by fk_saved_report_version_saved_report_id
INSERT INTO saved_report_version (saved_report_id, number, query) VALUES (9, 1, 'SELECT 2');

-- refused by fk_saved_report_version_author_id
INSERT INTO saved_report_version (saved_report_id, number, query, author_id)
    VALUES (101, 2, 'SELECT 2', 9);
