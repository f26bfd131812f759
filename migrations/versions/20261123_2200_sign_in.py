"""What people sign in with: credentials, one-time links, and recent attempts that failed."""

from alembic import op

revision = "20261123_2200"
down_revision = "20261123_2100"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(r"""
        CREATE TABLE credential (
            account_id bigint NOT NULL CONSTRAINT pk_credential PRIMARY KEY
                CONSTRAINT fk_credential_account_id REFERENCES account (id) ON DELETE CASCADE,
            password_hash text,
            session_key text DEFAULT gen_random_uuid()::text NOT NULL
                CONSTRAINT uq_credential_session_key UNIQUE,
            totp_secret text,
            totp_counter bigint,
            recovery_codes text[] DEFAULT '{}' NOT NULL,
            last_signed_in_at timestamp with time zone,
            CONSTRAINT ck_credential_password_hash_and_others_not_blank CHECK (
                (password_hash IS NULL OR password_hash ~ '\S')
                AND (session_key IS NULL OR session_key ~ '\S')
                AND (totp_secret IS NULL OR totp_secret ~ '\S')
            ),
            CONSTRAINT ck_credential_second_factor_whole CHECK (
                totp_secret IS NOT NULL OR (totp_counter IS NULL AND recovery_codes = '{}')
            )
        );
        COMMENT ON TABLE credential IS 'What one person signs in with';
        COMMENT ON COLUMN credential.account_id IS 'The account';
        COMMENT ON COLUMN credential.password_hash IS
            'Argon2 hash of the password; empty until one is chosen';
        COMMENT ON COLUMN credential.session_key IS
            'What sessions name the person by; another one ends them all';
        COMMENT ON COLUMN credential.totp_secret IS
            'Secret of the second factor''s codes, encrypted; empty where there is none';
        COMMENT ON COLUMN credential.totp_counter IS
            'Number of the newest code used, so that none is used twice';
        COMMENT ON COLUMN credential.recovery_codes IS
            'SHA-256 of each recovery code still good, in hexadecimal';
        COMMENT ON COLUMN credential.last_signed_in_at IS 'When the person last signed in';
        INSERT INTO credential (account_id) SELECT id FROM account;

        CREATE TABLE sign_in_link (
            account_id bigint NOT NULL CONSTRAINT pk_sign_in_link PRIMARY KEY
                CONSTRAINT fk_sign_in_link_account_id REFERENCES account (id) ON DELETE CASCADE,
            token_sha256 text NOT NULL CONSTRAINT uq_sign_in_link_token_sha256 UNIQUE
                CONSTRAINT ck_sign_in_link_token_sha256_format
                CHECK (token_sha256 ~ '^[0-9a-f]{64}$'),
            expires_at timestamp with time zone NOT NULL
        );
        COMMENT ON TABLE sign_in_link IS 'The one-time link that one person has not used yet';
        COMMENT ON COLUMN sign_in_link.account_id IS 'Whom it lets in';
        COMMENT ON COLUMN sign_in_link.token_sha256 IS
            'SHA-256 of the link''s secret, in hexadecimal';
        COMMENT ON COLUMN sign_in_link.expires_at IS 'When it lapses';

        CREATE TABLE sign_in_attempt (
            id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_sign_in_attempt PRIMARY KEY,
            email text NOT NULL,
            address text NOT NULL,
            attempted_at timestamp with time zone DEFAULT now() NOT NULL
        );
        CREATE INDEX ix_sign_in_attempt_email_attempted_at
            ON sign_in_attempt (email, attempted_at);
        CREATE INDEX ix_sign_in_attempt_address_attempted_at
            ON sign_in_attempt (address, attempted_at);
        CREATE INDEX ix_sign_in_attempt_attempted_at ON sign_in_attempt (attempted_at);
        COMMENT ON TABLE sign_in_attempt IS 'One recent attempt to sign in that did not succeed';
        COMMENT ON COLUMN sign_in_attempt.id IS
            'Number given by the database; stable, never used again';
        COMMENT ON COLUMN sign_in_attempt.email IS 'The e-mail address that was tried';
        COMMENT ON COLUMN sign_in_attempt.address IS 'The network address that it came from';
        COMMENT ON COLUMN sign_in_attempt.attempted_at IS 'When it was made';

        ALTER TABLE history.change DROP CONSTRAINT ck_change_door_known;
        ALTER TABLE history.change ADD CONSTRAINT ck_change_door_known
            CHECK (door IN ('form', 'cli', 'import', 'seed', 'migration', 'psql'));
        COMMENT ON COLUMN history.change.door IS
            'How it came in: form, cli, import, seed, migration, or psql where nothing was said';
    """)


def downgrade() -> None:
    op.execute("""
        ALTER TABLE history.change DROP CONSTRAINT ck_change_door_known;
        UPDATE history.change SET door = 'psql' WHERE door = 'cli';
        ALTER TABLE history.change ADD CONSTRAINT ck_change_door_known
            CHECK (door IN ('form', 'import', 'seed', 'migration', 'psql'));
        COMMENT ON COLUMN history.change.door IS
            'How it came in: form, import, seed, migration, or psql where nothing was said';
        DROP TABLE sign_in_attempt;
        DROP TABLE sign_in_link;
        DROP TABLE credential;
    """)
