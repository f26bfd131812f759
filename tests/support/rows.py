"""Rows for every table, by the revision that makes the table and valid at that revision.

Together they are a small world in which every constraint has something to refuse: three agreements,
each resting on the one before; the first of them verified, with all its evidence. Identity numbers
are given (from 101), so that statements about the rows can be read.
"""

ROWS = {
    "20261123_1801": """
INSERT INTO action_kind (code, label_en, label_fr, phase, status, dates_text, position) VALUES
    ('announced', 'Announced', 'Annoncé', 1, 'announced', false, 1),
    ('issued', 'Issued', 'Publié', 2, 'issued', true, 2),
    ('signed', 'Signed', 'Signé', 2, 'signed', true, 3),
    ('ratified', 'Ratified', 'Ratifié', 3, NULL, false, 4),
    ('entered_into_force', 'Entered into force', 'Entré en vigueur', 3, 'in_force', false, 5),
    ('became_operative', 'Became operative', 'Devenu applicable', 3, 'operative', false, 6),
    ('terminated', 'Terminated', 'Dénoncé', 4, 'terminated', false, 7);
INSERT INTO agreement_form (code, label_en, label_fr) VALUES ('treaty', 'Treaty', 'Traité');
INSERT INTO event_kind (code, label_en, label_fr) VALUES ('summit', 'Summit', 'Sommet');
INSERT INTO organization_kind (code, label_en, label_fr) VALUES ('union', 'Union', 'Union');
INSERT INTO post_kind (code, label_en, label_fr) VALUES ('minister', 'Minister', 'Ministre');
INSERT INTO value_chain_stage (code, label_en, label_fr)
    VALUES ('refining', 'Refining', 'Raffinage');
""",
    "20261123_1802": """
INSERT INTO country (code, alpha3, name_en, name_fr) VALUES
    ('KZ', 'KAZ', 'Kazakhstan', 'Kazakhstan'),
    ('NA', 'NAM', 'Namibia', 'Namibie'),
    ('US', 'USA', 'United States', 'États-Unis');
INSERT INTO organization (id, name_en, name_fr, kind, parent_id) OVERRIDING SYSTEM VALUE VALUES
    (101, 'Union', 'Union', 'union', NULL),
    (102, 'Commission', 'Commission', 'union', 101),
    (103, 'Department', 'Service', 'union', 102),
    (104, 'Club', 'Club', 'union', NULL);
INSERT INTO organization_member (id, organization_id, country_code, member_organization_id,
        valid, valid_lower_precision, valid_upper_precision) OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 'KZ', NULL, '[2015-01-01,2020-07-01)', 'year', 'month'),
    (102, 101, NULL, 103, '[2015-03-02,)', 'day', NULL);
INSERT INTO official (id, name, country_code) OVERRIDING SYSTEM VALUE VALUES
    (101, 'Aliya', 'KZ'),
    (102, 'Brian', 'US'),
    (103, 'Chris', NULL);
INSERT INTO official_name (id, official_id, text, language, kind) OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 'Алия', 'kk', 'official'),
    (102, 101, 'Alija', NULL, 'transliteration');
INSERT INTO post (id, title_en, title_fr, kind, country_code) OVERRIDING SYSTEM VALUE VALUES
    (101, 'Minister', 'Ministre', 'minister', 'KZ'),
    (102, 'Secretary', 'Secrétaire', 'minister', 'US');
INSERT INTO tenure (id, official_id, post_id, held, held_lower_precision, held_upper_precision)
    OVERRIDING SYSTEM VALUE
    VALUES (101, 101, 101, '[2024-01-01,2026-01-01)', 'year', 'year');
""",
    "20261123_1803": """
INSERT INTO sector (code, name_en, name_fr, parent_code) VALUES
    ('security', 'Security', 'Sécurité', NULL),
    ('energy', 'Energy', 'Énergie', 'security'),
    ('hydrogen', 'Hydrogen', 'Hydrogène', 'energy');
INSERT INTO mineral (code, name_en, name_fr, group_code) VALUES
    ('metals', 'Metals', 'Métaux', NULL),
    ('rare_earth_elements', 'Rare earths', 'Terres rares', 'metals'),
    ('neodymium', 'Neodymium', 'Néodyme', 'rare_earth_elements'),
    ('helium', 'Helium', 'Hélium', NULL);
INSERT INTO mineral_hs (id, mineral_code, hs6, description_en) OVERRIDING SYSTEM VALUE
    VALUES (101, 'neodymium', '280530', 'Rare-earth metals');
INSERT INTO criticality_list (id, name_en, name_fr, country_code, edition)
    OVERRIDING SYSTEM VALUE VALUES
    (101, 'List of 2022', 'Liste de 2022', 'US', '2022'),
    (102, 'List of 2025', 'Liste de 2025', 'US', '2025');
INSERT INTO criticality_listing (id, criticality_list_id, mineral_code, listed_as, class)
    OVERRIDING SYSTEM VALUE
    VALUES (101, 101, 'neodymium', 'Neodymium', 'critical');
""",
    "20261123_1804": """
INSERT INTO agreement (id, reference, title_en, title_fr, form, base_agreement_id)
    OVERRIDING SYSTEM VALUE VALUES
    (101, 'W1', 'Treaty', 'Traité', 'treaty', NULL),
    (102, 'W2', 'First protocol', 'Premier protocole', 'treaty', 101),
    (103, 'W3', 'Second protocol', 'Second protocole', 'treaty', 102);
INSERT INTO agreement_party (id, agreement_id, country_code, organization_id, legal_nature)
    OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 'KZ', NULL, 'treaty'),
    (102, 101, 'US', NULL, 'political_commitment'),
    (103, 102, 'KZ', NULL, 'political_commitment'),
    (104, 102, NULL, 101, 'political_commitment'),
    (105, 103, 'KZ', NULL, 'unknown');
INSERT INTO agreement_action (id, agreement_id, kind, party_id, happened_on, happened_on_precision)
    OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 'signed', NULL, '2025-11-06', 'day'),
    (102, 102, 'announced', 103, '2026-01-01', 'year');
INSERT INTO agreement_official (id, agreement_id, official_id, post_id, party_id, role)
    OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 101, 101, 101, 'signatory'),
    (102, 102, 102, NULL, NULL, 'witness');
INSERT INTO agreement_relation (id, agreement_id, kind, related_agreement_id)
    OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 'builds_on', 103),
    (102, 102, 'amends', 101),
    (103, 103, 'amends', 102);
INSERT INTO agreement_scope (id, agreement_id, mineral_code, sector_code, stage)
    OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 'neodymium', NULL, 'refining'),
    (102, 102, NULL, 'energy', NULL);
INSERT INTO commitment (id, agreement_id, party_id, what_en, what_fr, amount, currency)
    OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 101, 'Build a plant', 'Bâtir une usine', 1500000, 'EUR'),
    (102, 102, NULL, 'Share data', 'Partager des données', NULL, NULL);
INSERT INTO commitment_update (id, agreement_id, commitment_id, status, happened_on,
        happened_on_precision) OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 101, 'in_progress', '2026-03-01', 'month'),
    (102, 102, 102, 'pledged', NULL, NULL);
""",
    "20261123_1805": """
INSERT INTO event (id, kind, series, ordinal, title_en, title_fr, starts_on, starts_on_precision,
        parent_id) OVERRIDING SYSTEM VALUE VALUES
    (101, 'summit', 'C5+1', 10, 'Summit', 'Sommet', '2025-11-06', 'day', NULL),
    (102, 'summit', 'C5+1', 11, 'Meeting', 'Rencontre', NULL, NULL, 101),
    (103, 'summit', NULL, NULL, 'Ceremony', 'Cérémonie', NULL, NULL, 102);
INSERT INTO event_participant (id, event_id, country_code, official_id, post_id, role)
    OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 'US', NULL, NULL, 'host'),
    (102, 102, NULL, 101, 101, 'participant');
INSERT INTO event_topic (id, event_id, sector_code) OVERRIDING SYSTEM VALUE
    VALUES (101, 101, 'energy');
INSERT INTO statement (id, event_id, kind, text_en, text_fr) OVERRIDING SYSTEM VALUE
    VALUES (101, 101, 'said', 'They will meet again', 'Ils se reverront');
INSERT INTO statement_speaker (id, event_id, statement_id, official_id) OVERRIDING SYSTEM VALUE
    VALUES (101, 101, 101, 101);
INSERT INTO agreement_event (id, agreement_id, event_id, link) OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 101, 'signed_at'),
    (102, 102, 102, 'announced_at');
""",
    "20261123_1806": """
INSERT INTO document (id, url, publisher, title, class, text, sha256) OVERRIDING SYSTEM VALUE VALUES
    (101, 'https://gazette.example/1', 'Gazette', 'Gazette', 'news', NULL, NULL),
    (102, NULL, 'Courier', 'Courier', 'news', 'They met. They signed. They left.',
        encode(sha256('They met. They signed. They left.'), 'hex'));
INSERT INTO passage (id, document_id, exact, start_offset, end_offset, sha256)
    OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 'Ils ont signé.', NULL, NULL,
        encode(sha256(convert_to('Ils ont signé.', 'UTF8')), 'hex')),
    (102, 102, 'They signed.', 10, 22, encode(sha256('They signed.'), 'hex'));
INSERT INTO citation (id, document_id, passage_id, agreement_id, field) OVERRIDING SYSTEM VALUE
    VALUES (101, 101, 101, 101, 'form'), (102, 102, 102, 102, 'title_en');
INSERT INTO citation (document_id, agreement_id, agreement_party_id)
    VALUES (101, 101, 101), (101, 101, 102);
INSERT INTO citation (document_id, agreement_id, agreement_action_id) VALUES (101, 101, 101);
INSERT INTO citation (document_id, agreement_id, agreement_official_id) VALUES (101, 101, 101);
INSERT INTO citation (document_id, agreement_id, agreement_relation_id) VALUES (101, 101, 101);
INSERT INTO citation (document_id, agreement_id, agreement_scope_id) VALUES (101, 101, 101);
INSERT INTO citation (document_id, agreement_id, agreement_event_id) VALUES (101, 101, 101);
INSERT INTO citation (document_id, agreement_id, commitment_id) VALUES (101, 101, 101);
INSERT INTO citation (document_id, agreement_id, commitment_update_id) VALUES (101, 101, 101);
INSERT INTO citation (document_id, agreement_id, agreement_action_id, field, stance, stated_value)
    VALUES (102, 101, 101, 'happened_on', 'contradicts', '2025-11-05');
INSERT INTO citation (id, document_id, agreement_id, agreement_action_id, field, chosen_at,
        chosen_by, chosen_reason) OVERRIDING SYSTEM VALUE
    VALUES (103, 101, 101, 101, 'happened_on', now(), 'Editors', 'Nearest');
INSERT INTO missing_value (id, agreement_id, field, reason) OVERRIDING SYSTEM VALUE VALUES
    (101, 101, 'title_en', 'not_stated'),
    (102, 102, 'place_en', 'not_stated');
""",
    "20261123_1807": """
INSERT INTO account (id, email, display_name) OVERRIDING SYSTEM VALUE VALUES
    (101, 'ann@example.org', 'Ann'),
    (102, 'ben@example.org', 'Ben');
INSERT INTO role (code, label_en, label_fr) VALUES ('editor', 'Editor', 'Rédaction');
INSERT INTO account_role (account_id, role_code) VALUES (101, 'editor');
INSERT INTO review (id, agreement_id, state, reviewer_id, decided_at) OVERRIDING SYSTEM VALUE
    VALUES (101, 101, 'verified', 101, now());
INSERT INTO saved_report (id, slug, title_en, title_fr) OVERRIDING SYSTEM VALUE VALUES
    (101, 'by-year', 'By year', 'Par année'),
    (102, 'by-mineral', 'By mineral', 'Par minerai');
INSERT INTO saved_report_version (id, saved_report_id, number, query) OVERRIDING SYSTEM VALUE
    VALUES (101, 101, 1, 'SELECT 1');
""",
    "20261123_1808": """
INSERT INTO seed_row (key, table_name, row_key, content)
    VALUES ('country:KZ', 'country', 'KZ', '{}');
INSERT INTO seed_run (digest) VALUES ('0');
""",
    "20261123_1809": "",
    "20261123_1915": "",
    "20261123_1916": "",
    "20261123_1920": """
INSERT INTO agreement_search (agreement_id, dated_on, words)
    VALUES (101, '2025-11-06', words('Treaty')) ON CONFLICT DO NOTHING;  -- kept by a trigger
INSERT INTO search_word (word, agreements) VALUES ('treaty', 1) ON CONFLICT DO NOTHING;
""",
    "20261123_2100": "",  # the history writes itself
    "20261123_2200": """
INSERT INTO credential (account_id, password_hash) VALUES (101, '$argon2id$'), (102, NULL)
    ON CONFLICT DO NOTHING;
INSERT INTO sign_in_link (account_id, token_sha256, expires_at)
    VALUES (101, repeat('0', 64), now() + interval '1 day');
INSERT INTO sign_in_attempt (email, address) VALUES ('ann@example.org', '127.0.0.1');
""",
    "20261124_1120": "",
    "20261127_2240": """
INSERT INTO agreement_country (country_code, dated_on, agreement_id)
    VALUES ('KZ', '2025-11-06', 101) ON CONFLICT DO NOTHING;  -- kept by a trigger
""",
    "20261127_2330": r"""
INSERT INTO passkey (id, account_id, name, credential_id, public_key, sign_count)
    OVERRIDING SYSTEM VALUE VALUES (101, 101, 'Laptop', '\x01', '\x02', 0);
INSERT INTO passkey_challenge (challenge_sha256, expires_at) VALUES (repeat('0', 64), now());
""",
    "20261128_0640": "",
    "20261130_1910": "",
    "20261130_1915": "",
    "20261130_1920": """
INSERT INTO other_name (id, mineral_code, country_code, organization_id, sector_code,
        agreement_form_code, text, language, script, kind, used, used_upper_precision)
    OVERRIDING SYSTEM VALUE VALUES
    (101, 'neodymium', NULL, NULL, NULL, NULL, 'Neodym', 'de', 'Latn', 'short', '(,)', NULL),
    (102, NULL, 'KZ', NULL, NULL, NULL, 'Қазақстан', 'kk', 'Cyrl', 'short', '(,)', NULL),
    (103, NULL, NULL, 101, NULL, NULL, 'League', 'en', NULL, 'former', '(,2015-01-01)', 'year'),
    (104, NULL, NULL, NULL, 'energy', NULL, 'Power', 'en', NULL, 'variant', '(,)', NULL),
    (105, NULL, NULL, NULL, NULL, (SELECT min(code) FROM agreement_form), 'MoU', NULL, NULL,
        'abbreviation', '(,)', NULL);
UPDATE country SET note_en = 'A state', note_fr = 'Un État' WHERE code = 'KZ';
UPDATE agreement_party SET named_as = 'The Republic' WHERE id = 101;
""",
    "20261130_1930": """
INSERT INTO agreement_action (id, agreement_id, kind, party_id) OVERRIDING SYSTEM VALUE
    VALUES (103, 102, 'became_operative', 103);
INSERT INTO agreement_status_span (agreement_id, status, valid, dated_on)
    VALUES (101, 'unknown', '(,)', '2025-11-06') ON CONFLICT DO NOTHING;  -- kept by a trigger
INSERT INTO agreement_standing_span (agreement_id, party_id, standing, valid)
    VALUES (102, 103, 'not_yet_bound', '(,2026-01-01)') ON CONFLICT DO NOTHING;  -- as is this
""",
}
"""Statements by revision, oldest first; empty for a revision that makes no table."""
