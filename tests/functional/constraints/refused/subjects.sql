-- What must not exist among countries, organizations, people, events, minerals and their words.

---- Words that people may extend.

-- refused by ck_action_kind_phase_known
UPDATE action_kind SET phase = 0 WHERE code = 'announced';

-- refused by ck_action_kind_phase_known
UPDATE action_kind SET phase = 5 WHERE code = 'announced';

---- Countries and organizations.

-- refused by ck_country_code_alpha2
UPDATE country SET code = 'Na' WHERE code = 'NA';

-- refused by ck_country_code_alpha2
UPDATE country SET code = 'NAM' WHERE code = 'NA';

-- refused by ck_country_alpha3_format
UPDATE country SET alpha3 = 'NA' WHERE code = 'NA';

-- refused by uq_country_alpha3
UPDATE country SET alpha3 = 'KAZ' WHERE code = 'NA';

-- refused by fk_official_country_code
DELETE FROM country WHERE code = 'KZ';

-- refused by fk_organization_kind
UPDATE organization SET kind = 'club';

-- refused by fk_organization_country_code
UPDATE organization SET country_code = 'XX';

-- refused by fk_organization_parent_id
UPDATE organization SET parent_id = 9;

-- refused by fk_organization_parent_id
DELETE FROM organization WHERE id = 102;

-- refused by ck_organization_parent_is_another
UPDATE organization SET parent_id = id;

-- refused by uq_organization_name_en_country_code
INSERT INTO organization (name_en, name_fr, kind) VALUES ('Union', 'Autre', 'union');

-- refused by ck_organization_member_one_member
INSERT INTO organization_member (organization_id, valid) VALUES (101, '(,)');

-- refused by ck_organization_member_one_member
UPDATE organization_member SET country_code = 'US' WHERE id = 102;

-- refused by ck_organization_member_member_is_another
UPDATE organization_member SET member_organization_id = 101 WHERE id = 102;

-- refused by ex_organization_member_country_overlap
INSERT INTO organization_member (organization_id, country_code, valid, valid_lower_precision)
    VALUES (101, 'KZ', '[2020-06-30,)', 'day');

-- refused by ex_organization_member_organization_overlap
INSERT INTO organization_member (organization_id, member_organization_id, valid)
    VALUES (101, 103, '(,)');

-- refused by fk_organization_member_country_code
UPDATE organization_member SET country_code = 'XX' WHERE id = 101;

-- refused by fk_organization_member_member_organization_id
UPDATE organization_member SET member_organization_id = 9 WHERE id = 102;

-- refused by fk_organization_member_organization_id
UPDATE organization_member SET organization_id = 9;

---- People and their posts.

-- refused by fk_official_country_code
UPDATE official SET country_code = 'XX';

-- refused by fk_official_name_official_id
UPDATE official_name SET official_id = 9;

-- refused by uq_official_name_official_id_text_language
INSERT INTO official_name (official_id, text, kind) VALUES (101, 'Alija', 'alias');

-- refused by fk_post_kind
UPDATE post SET kind = 'clerk';

-- refused by fk_post_organization_id
UPDATE post SET organization_id = 9;

-- refused by fk_post_country_code
UPDATE post SET country_code = 'XX';

-- refused by uq_post_title_en_organization_id_country_code
INSERT INTO post (title_en, title_fr, kind, country_code)
    VALUES ('Minister', 'Autre', 'minister', 'KZ');

-- refused by ex_tenure_official_post_overlap
INSERT INTO tenure (official_id, post_id, held, held_lower_precision)
    VALUES (101, 101, '[2025-12-31,)', 'day');

-- refused by fk_tenure_official_id
UPDATE tenure SET official_id = 9;

-- refused by fk_tenure_post_id
UPDATE tenure SET post_id = 9;

---- Events.

-- refused by fk_event_kind
UPDATE event SET kind = 'party';

-- refused by fk_event_place_country_code
UPDATE event SET place_country_code = 'XX';

-- refused by fk_event_parent_id
UPDATE event SET parent_id = 9;

-- refused by ck_event_parent_is_another
UPDATE event SET parent_id = id;

-- refused by uq_event_series_ordinal
UPDATE event SET ordinal = 10 WHERE id = 102;

-- refused by ck_event_ordinal
UPDATE event SET ordinal = 0 WHERE id = 102;

-- refused by ck_event_ordinal
UPDATE event SET ordinal = 1 WHERE id = 103;

-- refused by ck_event_ends_after_start
UPDATE event SET ends_on = '2025-11-05', ends_on_precision = 'day' WHERE id = 101;

-- refused by ck_event_ends_after_start
UPDATE event SET ends_on = '2025-10-01', ends_on_precision = 'month' WHERE id = 101;

-- refused by ck_event_participant_one_participant
INSERT INTO event_participant (event_id, role) VALUES (101, 'host');

-- refused by ck_event_participant_one_participant
UPDATE event_participant SET country_code = 'KZ' WHERE id = 102;

-- refused by ck_event_participant_post_of_official
UPDATE event_participant SET post_id = 101 WHERE id = 101;

-- refused by uq_event_participant_who
INSERT INTO event_participant (event_id, country_code, role) VALUES (101, 'US', 'host');

-- refused by fk_event_participant_event_id
UPDATE event_participant SET event_id = 9;

-- refused by fk_event_participant_country_code
UPDATE event_participant SET country_code = 'XX' WHERE id = 101;

-- refused by fk_event_participant_organization_id
INSERT INTO event_participant (event_id, organization_id, role) VALUES (101, 9, 'host');

-- refused by fk_event_participant_official_id
UPDATE event_participant SET official_id = 9 WHERE id = 102;

-- refused by fk_event_participant_post_id
UPDATE event_participant SET post_id = 9 WHERE id = 102;

-- refused by uq_event_topic_event_id_sector_code
INSERT INTO event_topic (event_id, sector_code) VALUES (101, 'energy');

-- refused by fk_event_topic_event_id
UPDATE event_topic SET event_id = 9;

-- refused by fk_event_topic_sector_code
UPDATE event_topic SET sector_code = 'mud';

-- refused by fk_statement_sector_code
UPDATE statement SET sector_code = 'mud';

-- refused by fk_statement_event_id
INSERT INTO statement (event_id, kind, text_en, text_fr) VALUES (9, 'said', 'A', 'A');

-- refused by ck_statement_speaker_one_speaker
INSERT INTO statement_speaker (event_id, statement_id) VALUES (101, 101);

-- refused by ck_statement_speaker_one_speaker
UPDATE statement_speaker SET country_code = 'KZ';

-- refused by uq_statement_speaker_who
INSERT INTO statement_speaker (event_id, statement_id, official_id) VALUES (101, 101, 101);

-- refused by fk_statement_speaker_event_id_statement_id
UPDATE statement_speaker SET event_id = 102;

-- refused by fk_statement_speaker_official_id
UPDATE statement_speaker SET official_id = 9;

-- refused by fk_statement_speaker_country_code
UPDATE statement_speaker SET official_id = NULL, country_code = 'XX';

-- refused by fk_statement_speaker_organization_id
UPDATE statement_speaker SET official_id = NULL, organization_id = 9;

---- Sectors, minerals and lists of them.

-- refused by ck_sector_code_format
UPDATE sector SET code = 'Energy' WHERE code = 'energy';

-- refused by ck_sector_parent_is_another
UPDATE sector SET parent_code = code;

-- refused by fk_sector_parent_code
UPDATE sector SET parent_code = 'mud';

-- refused by ck_mineral_code_format
UPDATE mineral SET code = 'rare earths' WHERE code = 'metals';

-- refused by ck_mineral_group_is_another
UPDATE mineral SET group_code = code;

-- refused by fk_mineral_group_code
UPDATE mineral SET group_code = 'mud';

-- refused by ck_mineral_atomic_number_known
UPDATE mineral SET atomic_number = 0;

-- refused by ck_mineral_atomic_number_known
UPDATE mineral SET atomic_number = 119;

-- refused by ck_mineral_hs_hs6_format
UPDATE mineral_hs SET hs6 = '2805.30';

-- refused by uq_mineral_hs_mineral_code_hs6
INSERT INTO mineral_hs (mineral_code, hs6, description_en) VALUES ('neodymium', '280530', 'Other');

-- refused by fk_mineral_hs_mineral_code
UPDATE mineral_hs SET mineral_code = 'mud';

-- refused by ck_other_name_one_named
UPDATE other_name SET country_code = 'KZ' WHERE id = 101;

-- refused by ck_other_name_one_named
UPDATE other_name SET country_code = NULL WHERE id = 102;

-- refused by uq_other_name_once
INSERT INTO other_name (country_code, text, language, kind) VALUES ('KZ', 'Қазақстан', 'kk', 'short');

-- refused by fk_other_name_country_code
UPDATE other_name SET country_code = 'XX' WHERE id = 102;

-- refused by fk_other_name_agreement_form_code
UPDATE other_name SET agreement_form_code = 'no_such_form' WHERE id = 105;

-- refused by ck_criticality_list_one_issuer
UPDATE criticality_list SET country_code = NULL;

-- refused by ck_criticality_list_one_issuer
UPDATE criticality_list SET organization_id = 101;

-- refused by uq_criticality_list_name_en
UPDATE criticality_list SET name_en = 'List of 2022';

-- refused by fk_criticality_list_country_code
UPDATE criticality_list SET country_code = 'XX';

-- refused by fk_criticality_list_organization_id
UPDATE criticality_list SET country_code = NULL, organization_id = 9;

-- refused by uq_criticality_listing_criticality_list_id_mineral_code_fd79
INSERT INTO criticality_listing (criticality_list_id, mineral_code, listed_as, class)
    VALUES (101, 'neodymium', 'Neodymium', 'strategic');

-- refused by fk_criticality_listing_mineral_code
UPDATE criticality_listing SET mineral_code = 'mud';

-- refused by fk_criticality_listing_criticality_list_id
UPDATE criticality_listing SET criticality_list_id = 9;
