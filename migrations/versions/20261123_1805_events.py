"""Events, what was said at them, and their ties to agreements."""

import sqlalchemy as sa
from alembic import op

revision = "20261123_1805"
down_revision = "20261123_1804"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="What kind of event it was"),
        sa.Column(
            "series", sa.Text(), nullable=True, comment="The series it belongs to, such as C5+1"
        ),
        sa.Column(
            "ordinal",
            sa.SmallInteger(),
            nullable=True,
            comment="Which of the series it was: 10 for the tenth",
        ),
        sa.Column("title_en", sa.Text(), nullable=False, comment="Title in English"),
        sa.Column("title_fr", sa.Text(), nullable=False, comment="Title in French"),
        sa.Column("place_en", sa.Text(), nullable=True, comment="Where it took place, in English"),
        sa.Column("place_fr", sa.Text(), nullable=True, comment="Where it took place, in French"),
        sa.Column(
            "place_country_code",
            sa.Text(),
            nullable=True,
            comment="The country where it took place",
        ),
        sa.Column(
            "starts_on",
            sa.Date(),
            nullable=True,
            comment="When it began, at its place: first day of the period known",
        ),
        sa.Column(
            "starts_on_precision",
            sa.Text(),
            nullable=True,
            comment="How much of starts_on is known: year, month or day",
        ),
        sa.Column(
            "ends_on",
            sa.Date(),
            nullable=True,
            comment="When it ended, where that is another day: first day of the period known",
        ),
        sa.Column(
            "ends_on_precision",
            sa.Text(),
            nullable=True,
            comment="How much of ends_on is known: year, month or day",
        ),
        sa.Column(
            "parent_id", sa.BigInteger(), nullable=True, comment="The event that it was a part of"
        ),
        sa.CheckConstraint(
            "(ends_on IS NULL AND ends_on_precision IS NULL) OR (ends_on IS NOT NULL AND ends_on_precision IS NOT NULL AND ends_on BETWEEN '1800-01-01' AND '2199-12-31' AND CASE ends_on_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM ends_on) = 1 WHEN 'year' THEN extract(doy FROM ends_on) = 1 ELSE false END)",
            name=op.f("ck_event_ends_on_partial"),
        ),
        sa.CheckConstraint(
            "(starts_on IS NULL AND starts_on_precision IS NULL) OR (starts_on IS NOT NULL AND starts_on_precision IS NOT NULL AND starts_on BETWEEN '1800-01-01' AND '2199-12-31' AND CASE starts_on_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM starts_on) = 1 WHEN 'year' THEN extract(doy FROM starts_on) = 1 ELSE false END)",
            name=op.f("ck_event_starts_on_partial"),
        ),
        sa.CheckConstraint(
            "(title_en IS NULL OR title_en ~ '\\S') AND (title_fr IS NULL OR title_fr ~ '\\S') AND (place_en IS NULL OR place_en ~ '\\S') AND (place_fr IS NULL OR place_fr ~ '\\S') AND (series IS NULL OR series ~ '\\S')",
            name=op.f("ck_event_title_en_and_others_not_blank"),
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_event_ends_after_start")),
        sa.CheckConstraint(
            "ordinal > 0 AND (ordinal IS NULL OR series IS NOT NULL)", name=op.f("ck_event_ordinal")
        ),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_event_parent_is_another")),
        sa.ForeignKeyConstraint(
            ["kind"], ["event_kind.code"], name=op.f("fk_event_kind"), onupdate="CASCADE"
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["event.id"], name=op.f("fk_event_parent_id")),
        sa.ForeignKeyConstraint(
            ["place_country_code"],
            ["country.code"],
            name=op.f("fk_event_place_country_code"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("series", "ordinal", name=op.f("uq_event_series_ordinal")),
        comment="One summit, meeting, visit, ceremony or other event",
    )
    op.create_index(op.f("ix_event_kind"), "event", ["kind"], unique=False)
    op.create_index(op.f("ix_event_parent_id"), "event", ["parent_id"], unique=False)
    op.create_index(
        op.f("ix_event_place_country_code"), "event", ["place_country_code"], unique=False
    )
    op.create_index("ix_event_starts_on_id", "event", ["starts_on", "id"], unique=False)
    op.create_table(
        "agreement_event",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.Column("event_id", sa.BigInteger(), nullable=False, comment="The event"),
        sa.Column(
            "link",
            sa.Text(),
            nullable=False,
            comment="signed_at, signed_on_margins_of, announced_at, prepared_at or followed_up_at",
        ),
        sa.CheckConstraint(
            "link IN ('signed_at', 'signed_on_margins_of', 'announced_at', 'prepared_at', 'followed_up_at')",
            name=op.f("ck_agreement_event_link_known"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_event_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_agreement_event_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_event")),
        sa.UniqueConstraint(
            "agreement_id",
            "event_id",
            "link",
            name=op.f("uq_agreement_event_agreement_id_event_id_link"),
        ),
        sa.UniqueConstraint("agreement_id", "id", name=op.f("uq_agreement_event_agreement_id_id")),
        comment="One tie between an agreement and an event",
    )
    op.create_index(
        op.f("ix_agreement_event_event_id"), "agreement_event", ["event_id"], unique=False
    )
    op.create_table(
        "event_topic",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("event_id", sa.BigInteger(), nullable=False, comment="The event"),
        sa.Column("sector_code", sa.Text(), nullable=False, comment="The sector"),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_topic_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sector_code"],
            ["sector.code"],
            name=op.f("fk_event_topic_sector_code"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_topic")),
        sa.UniqueConstraint("event_id", "id", name=op.f("uq_event_topic_event_id_id")),
        sa.UniqueConstraint(
            "event_id", "sector_code", name=op.f("uq_event_topic_event_id_sector_code")
        ),
        comment="One sector that was spoken of at an event",
    )
    op.create_index(
        op.f("ix_event_topic_sector_code"), "event_topic", ["sector_code"], unique=False
    )
    op.create_table(
        "statement",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("event_id", sa.BigInteger(), nullable=False, comment="The event"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="said, stressed, reaffirmed, discussed or announced",
        ),
        sa.Column(
            "text_en", sa.Text(), nullable=False, comment="What was said, in English, in our words"
        ),
        sa.Column(
            "text_fr", sa.Text(), nullable=False, comment="What was said, in French, in our words"
        ),
        sa.Column(
            "sector_code", sa.Text(), nullable=True, comment="The sector it is about, if one"
        ),
        sa.Column(
            "position",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Place among the statements, smallest first",
        ),
        sa.CheckConstraint(
            "(text_en IS NULL OR text_en ~ '\\S') AND (text_fr IS NULL OR text_fr ~ '\\S')",
            name=op.f("ck_statement_text_en_and_others_not_blank"),
        ),
        sa.CheckConstraint(
            "kind IN ('said', 'stressed', 'reaffirmed', 'discussed', 'announced')",
            name=op.f("ck_statement_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_statement_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sector_code"],
            ["sector.code"],
            name=op.f("fk_statement_sector_code"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sa.UniqueConstraint("event_id", "id", name=op.f("uq_statement_event_id_id")),
        comment="One thing that was said, discussed or reaffirmed at an event, in our words",
    )
    op.create_index(op.f("ix_statement_sector_code"), "statement", ["sector_code"], unique=False)
    op.create_table(
        "event_participant",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("event_id", sa.BigInteger(), nullable=False, comment="The event"),
        sa.Column("country_code", sa.Text(), nullable=True, comment="Who, if a country"),
        sa.Column(
            "organization_id", sa.BigInteger(), nullable=True, comment="Who, if an organization"
        ),
        sa.Column("official_id", sa.BigInteger(), nullable=True, comment="Who, if an official"),
        sa.Column(
            "post_id",
            sa.BigInteger(),
            nullable=True,
            comment="The post that the official held then",
        ),
        sa.Column(
            "role",
            sa.Text(),
            nullable=False,
            comment="host, chair, participant, visitor, witness or observer",
        ),
        sa.Column(
            "position",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Place among the participants, smallest first",
        ),
        sa.CheckConstraint(
            "role IN ('host', 'chair', 'participant', 'visitor', 'witness', 'observer')",
            name=op.f("ck_event_participant_role_known"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(country_code, organization_id, official_id) = 1",
            name=op.f("ck_event_participant_one_participant"),
        ),
        sa.CheckConstraint(
            "post_id IS NULL OR official_id IS NOT NULL",
            name=op.f("ck_event_participant_post_of_official"),
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["country.code"],
            name=op.f("fk_event_participant_country_code"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_event_participant_event_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["official_id"], ["official.id"], name=op.f("fk_event_participant_official_id")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_event_participant_organization_id"),
        ),
        sa.ForeignKeyConstraint(
            ["post_id"], ["post.id"], name=op.f("fk_event_participant_post_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_participant")),
        sa.UniqueConstraint(
            "event_id",
            "country_code",
            "organization_id",
            "official_id",
            "role",
            name="uq_event_participant_who",
            postgresql_nulls_not_distinct=True,
        ),
        sa.UniqueConstraint("event_id", "id", name=op.f("uq_event_participant_event_id_id")),
        comment="One country, organization or official that took part in an event",
    )
    op.create_index(
        op.f("ix_event_participant_country_code"),
        "event_participant",
        ["country_code"],
        unique=False,
    )
    op.create_index(
        op.f("ix_event_participant_official_id"), "event_participant", ["official_id"], unique=False
    )
    op.create_index(
        op.f("ix_event_participant_organization_id"),
        "event_participant",
        ["organization_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_event_participant_post_id"), "event_participant", ["post_id"], unique=False
    )
    op.create_table(
        "statement_speaker",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("event_id", sa.BigInteger(), nullable=False, comment="The event"),
        sa.Column("statement_id", sa.BigInteger(), nullable=False, comment="The statement"),
        sa.Column("country_code", sa.Text(), nullable=True, comment="Who, if a country"),
        sa.Column(
            "organization_id", sa.BigInteger(), nullable=True, comment="Who, if an organization"
        ),
        sa.Column("official_id", sa.BigInteger(), nullable=True, comment="Who, if an official"),
        sa.CheckConstraint(
            "num_nonnulls(country_code, organization_id, official_id) = 1",
            name=op.f("ck_statement_speaker_one_speaker"),
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["country.code"],
            name=op.f("fk_statement_speaker_country_code"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id", "statement_id"],
            ["statement.event_id", "statement.id"],
            name=op.f("fk_statement_speaker_event_id_statement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_statement_speaker_event_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["official_id"], ["official.id"], name=op.f("fk_statement_speaker_official_id")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_statement_speaker_organization_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_speaker")),
        sa.UniqueConstraint("event_id", "id", name=op.f("uq_statement_speaker_event_id_id")),
        sa.UniqueConstraint(
            "statement_id",
            "country_code",
            "organization_id",
            "official_id",
            name="uq_statement_speaker_who",
            postgresql_nulls_not_distinct=True,
        ),
        comment="One country, organization or official that made a statement",
    )
    op.create_index(
        op.f("ix_statement_speaker_country_code"),
        "statement_speaker",
        ["country_code"],
        unique=False,
    )
    op.create_index(
        op.f("ix_statement_speaker_event_id_statement_id"),
        "statement_speaker",
        ["event_id", "statement_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_statement_speaker_official_id"), "statement_speaker", ["official_id"], unique=False
    )
    op.create_index(
        op.f("ix_statement_speaker_organization_id"),
        "statement_speaker",
        ["organization_id"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_statement_speaker_organization_id"), table_name="statement_speaker")
    op.drop_index(op.f("ix_statement_speaker_official_id"), table_name="statement_speaker")
    op.drop_index(
        op.f("ix_statement_speaker_event_id_statement_id"), table_name="statement_speaker"
    )
    op.drop_index(op.f("ix_statement_speaker_country_code"), table_name="statement_speaker")
    op.drop_table("statement_speaker")
    op.drop_index(op.f("ix_event_participant_post_id"), table_name="event_participant")
    op.drop_index(op.f("ix_event_participant_organization_id"), table_name="event_participant")
    op.drop_index(op.f("ix_event_participant_official_id"), table_name="event_participant")
    op.drop_index(op.f("ix_event_participant_country_code"), table_name="event_participant")
    op.drop_table("event_participant")
    op.drop_index(op.f("ix_statement_sector_code"), table_name="statement")
    op.drop_table("statement")
    op.drop_index(op.f("ix_event_topic_sector_code"), table_name="event_topic")
    op.drop_table("event_topic")
    op.drop_index(op.f("ix_agreement_event_event_id"), table_name="agreement_event")
    op.drop_table("agreement_event")
    op.drop_index("ix_event_starts_on_id", table_name="event")
    op.drop_index(op.f("ix_event_place_country_code"), table_name="event")
    op.drop_index(op.f("ix_event_parent_id"), table_name="event")
    op.drop_index(op.f("ix_event_kind"), table_name="event")
    op.drop_table("event")
