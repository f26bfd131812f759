
-- refused by uq_credential_session_key
UPDATE credential SET session_key = 'the same';

-- refused by ck_credential_second_factor_whole
UPDATE credential SET totp_counter = 1;

-- refused by ck_credential_second_factor_whole
UPDATE credential SET recovery_codes = '{a}';

-- refused by uq_sign_in_link_token_sha256
INSERT INTO sign_in_link (account_id, token_sha256, expires_at) VALUES (102, repeat('0', 64), now());

-- refused by ck_sign_in_link_token_sha256_format
UPDATE sign_in_link SET token_sha256 = 'the secret itself';

-- refused by an_administrator_remains through account.need_an_administrator
INSERT INTO role (code, label_en, label_fr) VALUES ('administrator', 'A', 'A');
INSERT INTO account_role (account_id, role_code) VALUES (101, 'administrator');
UPDATE account SET active = false WHERE id = 101;

-- refused by an_administrator_remains through account_role.need_an_administrator
INSERT INTO role (code, label_en, label_fr) VALUES ('administrator', 'A', 'A');
INSERT INTO account_role (account_id, role_code) VALUES (101, 'administrator');
DELETE FROM account_role WHERE account_id = 101;

-- refused by uq_credential_passkey_handle
UPDATE credential SET passkey_handle = '00000000-0000-4000-8000-000000000000';

-- refused by uq_passkey_credential_id
INSERT INTO passkey (account_id, name, credential_id, public_key, sign_count)
    VALUES (102, 'Another', '\x01', '\x02', 0);

-- refused by ck_passkey_credential_id_length
UPDATE passkey SET credential_id = '';

-- refused by ck_passkey_public_key_length
UPDATE passkey SET public_key = '';

-- refused by ck_passkey_sign_count_range
UPDATE passkey SET sign_count = -1;

-- refused by ck_passkey_challenge_challenge_sha256_format
UPDATE passkey_challenge SET challenge_sha256 = 'the challenge itself';
