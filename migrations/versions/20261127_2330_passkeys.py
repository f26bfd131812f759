"""Passkeys, and the challenges that they have not answered yet."""

from alembic import op

revision = "20261127_2330"
down_revision = "20261127_2240"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(r"""
        ALTER TABLE credential
            ADD COLUMN passkey_handle uuid DEFAULT gen_random_uuid() NOT NULL
            CONSTRAINT uq_credential_passkey_handle UNIQUE;
        COMMENT ON COLUMN credential.passkey_handle IS 'What passkeys name the person by; it stays';

        CREATE TABLE passkey (
            id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_passkey PRIMARY KEY,
            account_id bigint NOT NULL
                CONSTRAINT fk_passkey_account_id REFERENCES account (id) ON DELETE CASCADE,
            name text NOT NULL
                CONSTRAINT ck_passkey_name_not_blank CHECK (name IS NULL OR name ~ '\S'),
            credential_id bytea NOT NULL CONSTRAINT uq_passkey_credential_id UNIQUE
                CONSTRAINT ck_passkey_credential_id_length
                CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
            public_key bytea NOT NULL
                CONSTRAINT ck_passkey_public_key_length CHECK (octet_length(public_key) > 0),
            sign_count bigint NOT NULL
                CONSTRAINT ck_passkey_sign_count_range
                CHECK (sign_count BETWEEN 0 AND 4294967295),
            transports text[] DEFAULT '{}' NOT NULL,
            created_at timestamp with time zone DEFAULT now() NOT NULL,
            last_used_at timestamp with time zone
        );
        CREATE INDEX ix_passkey_account_id ON passkey (account_id);
        COMMENT ON TABLE passkey IS 'One passkey of one person, to sign in with alone';
        COMMENT ON COLUMN passkey.id IS 'Number given by the database; stable, never used again';
        COMMENT ON COLUMN passkey.account_id IS 'Whom it lets in';
        COMMENT ON COLUMN passkey.name IS 'What the person calls it';
        COMMENT ON COLUMN passkey.credential_id IS 'What the device calls it, chosen at random';
        COMMENT ON COLUMN passkey.public_key IS
            'Public key (COSE) that its signatures are checked with';
        COMMENT ON COLUMN passkey.sign_count IS
            'How often it had signed at its last use, as it says; 0 where it does not count';
        COMMENT ON COLUMN passkey.transports IS
            'How a browser may reach it (internal, usb, nfc, ble, hybrid), as that said';
        COMMENT ON COLUMN passkey.created_at IS 'When it was made';
        COMMENT ON COLUMN passkey.last_used_at IS 'When it last let the person in';

        CREATE TABLE passkey_challenge (
            challenge_sha256 text NOT NULL CONSTRAINT pk_passkey_challenge PRIMARY KEY
                CONSTRAINT ck_passkey_challenge_challenge_sha256_format
                CHECK (challenge_sha256 ~ '^[0-9a-f]{64}$'),
            expires_at timestamp with time zone NOT NULL
        );
        CREATE INDEX ix_passkey_challenge_expires_at ON passkey_challenge (expires_at);
        COMMENT ON TABLE passkey_challenge IS
            'One challenge that no passkey has answered yet; it is answered once';
        COMMENT ON COLUMN passkey_challenge.challenge_sha256 IS
            'SHA-256 of the challenge, in hexadecimal';
        COMMENT ON COLUMN passkey_challenge.expires_at IS 'When it lapses';
    """)


def downgrade() -> None:
    op.execute("""
        DROP TABLE passkey_challenge;
        DROP TABLE passkey;
        ALTER TABLE credential DROP COLUMN passkey_handle;
    """)
