"""Documents, passages, citations and reasons for missing values."""

import sqlalchemy as sa
from alembic import op

revision = "20261123_1806"
down_revision = "20261123_1805"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "document",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("url", sa.Text(), nullable=True, comment="Where it can be read"),
        sa.Column("publisher", sa.Text(), nullable=False, comment="Who published it"),
        sa.Column("title", sa.Text(), nullable=True, comment="Its title, in its own language"),
        sa.Column(
            "language", sa.Text(), nullable=True, comment="Language it is written in (BCP 47)"
        ),
        sa.Column(
            "class",
            sa.Text(),
            nullable=False,
            comment="primary, official_statement, news, analysis or reference",
        ),
        sa.Column(
            "published_on",
            sa.Date(),
            nullable=True,
            comment="When it was published: first day of the period known",
        ),
        sa.Column(
            "published_on_precision",
            sa.Text(),
            nullable=True,
            comment="How much of published_on is known: year, month or day",
        ),
        sa.Column(
            "retrieved_at",
            sa.TIMESTAMP(timezone=True),
            nullable=True,
            comment="When it was last read",
        ),
        sa.Column(
            "text",
            sa.Text(),
            nullable=True,
            comment="Its full text, where it may be kept or a reader has attached it",
        ),
        sa.Column(
            "sha256",
            sa.Text(),
            nullable=True,
            comment="SHA-256 of the full text in UTF-8, known even where the text is not kept",
        ),
        sa.Column("note", sa.Text(), nullable=True, comment="Remark for those who check it"),
        sa.CheckConstraint(
            "(published_on IS NULL AND published_on_precision IS NULL) OR (published_on IS NOT NULL AND published_on_precision IS NOT NULL AND published_on BETWEEN '1800-01-01' AND '2199-12-31' AND CASE published_on_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM published_on) = 1 WHEN 'year' THEN extract(doy FROM published_on) = 1 ELSE false END)",
            name=op.f("ck_document_published_on_partial"),
        ),
        sa.CheckConstraint(
            "(publisher IS NULL OR publisher ~ '\\S') AND (title IS NULL OR title ~ '\\S')",
            name=op.f("ck_document_publisher_and_others_not_blank"),
        ),
        sa.CheckConstraint(
            "class IN ('primary', 'official_statement', 'news', 'analysis', 'reference')",
            name=op.f("ck_document_class_known"),
        ),
        sa.CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name=op.f("ck_document_sha256_format")),
        sa.CheckConstraint(
            "text IS NULL OR sha256 IS NOT DISTINCT FROM encode(sha256(convert_to(text, 'UTF8')), 'hex')",
            name=op.f("ck_document_text_has_its_sha256"),
        ),
        sa.CheckConstraint("url ~ '^https?://[^[:space:]]+$'", name=op.f("ck_document_url_format")),
        sa.CheckConstraint(
            "url IS NOT NULL OR title IS NOT NULL", name=op.f("ck_document_can_be_found")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("url", name=op.f("uq_document_url")),
        comment="One source that facts are cited from",
    )
    op.create_index("ix_document_publisher_id", "document", ["publisher", "id"], unique=False)
    op.create_table(
        "passage",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("document_id", sa.BigInteger(), nullable=False, comment="The document"),
        sa.Column(
            "exact",
            sa.Text(),
            nullable=False,
            comment="The words, verbatim, in the original language",
        ),
        sa.Column("prefix", sa.Text(), nullable=True, comment="What stands just before"),
        sa.Column("suffix", sa.Text(), nullable=True, comment="What stands just after"),
        sa.Column(
            "start_offset",
            sa.BigInteger(),
            nullable=True,
            comment="Where the words begin in the full text, in code points from 0",
        ),
        sa.Column(
            "end_offset",
            sa.BigInteger(),
            nullable=True,
            comment="Where the words end in the full text, exclusive",
        ),
        sa.Column(
            "sha256",
            sa.Text(),
            nullable=False,
            comment="SHA-256 of the words in UTF-8, stated apart",
        ),
        sa.Column("language", sa.Text(), nullable=True, comment="Language of the words (BCP 47)"),
        sa.Column(
            "translation_en", sa.Text(), nullable=True, comment="Translation into English, ours"
        ),
        sa.Column(
            "translation_fr", sa.Text(), nullable=True, comment="Translation into French, ours"
        ),
        sa.CheckConstraint(
            "(exact IS NULL OR exact ~ '\\S')", name=op.f("ck_passage_exact_not_blank")
        ),
        sa.CheckConstraint(
            "sha256 = encode(sha256(convert_to(exact, 'UTF8')), 'hex')",
            name=op.f("ck_passage_exact_has_its_sha256"),
        ),
        sa.CheckConstraint(
            "(start_offset IS NULL) = (end_offset IS NULL)", name=op.f("ck_passage_position_whole")
        ),
        sa.CheckConstraint(
            "start_offset >= 0 AND end_offset - start_offset = char_length(exact)",
            name=op.f("ck_passage_position_fits"),
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_passage_document_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passage")),
        sa.UniqueConstraint("document_id", "id", name=op.f("uq_passage_document_id_id")),
        sa.UniqueConstraint(
            "document_id",
            "sha256",
            "start_offset",
            name=op.f("uq_passage_document_id_sha256_start_offset"),
            postgresql_nulls_not_distinct=True,
        ),
        comment="One quotation from a document, as W3C Web Annotation selectors describe it",
    )
    op.create_table(
        "citation",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("document_id", sa.BigInteger(), nullable=False, comment="The document"),
        sa.Column(
            "passage_id",
            sa.BigInteger(),
            nullable=True,
            comment="The words; null when the document is cited as a whole, which is weaker",
        ),
        sa.Column(
            "field",
            sa.Text(),
            nullable=True,
            comment="The column spoken of, or a kind of part such as parties; null for the whole row",
        ),
        sa.Column(
            "stance",
            sa.Text(),
            server_default="supports",
            nullable=False,
            comment="Whether it supports or contradicts the value",
        ),
        sa.Column(
            "stated_value", sa.Text(), nullable=True, comment="The value as the source states it"
        ),
        sa.Column(
            "note_en",
            sa.Text(),
            nullable=True,
            comment="What the source says, in our words, in English",
        ),
        sa.Column(
            "note_fr",
            sa.Text(),
            nullable=True,
            comment="What the source says, in our words, in French",
        ),
        sa.Column(
            "chosen_at",
            sa.TIMESTAMP(timezone=True),
            nullable=True,
            comment="When its value was chosen among those that differ",
        ),
        sa.Column("chosen_by", sa.Text(), nullable=True, comment="Who chose it"),
        sa.Column("chosen_reason", sa.Text(), nullable=True, comment="Why it was chosen"),
        sa.Column(
            "agreement_id",
            sa.BigInteger(),
            nullable=True,
            comment="The agreement it speaks of, itself or a part",
        ),
        sa.Column(
            "event_id",
            sa.BigInteger(),
            nullable=True,
            comment="The event it speaks of, itself or a part",
        ),
        sa.Column(
            "organization_id",
            sa.BigInteger(),
            nullable=True,
            comment="The organization it speaks of, itself or a part",
        ),
        sa.Column(
            "official_id",
            sa.BigInteger(),
            nullable=True,
            comment="The official it speaks of, himself, herself or a part",
        ),
        sa.Column("post_id", sa.BigInteger(), nullable=True, comment="The post it speaks of"),
        sa.Column("country_code", sa.Text(), nullable=True, comment="The country it speaks of"),
        sa.Column("sector_code", sa.Text(), nullable=True, comment="The sector it speaks of"),
        sa.Column(
            "mineral_code",
            sa.Text(),
            nullable=True,
            comment="The mineral it speaks of, itself or a part",
        ),
        sa.Column(
            "criticality_list_id",
            sa.BigInteger(),
            nullable=True,
            comment="The list it speaks of, itself or an entry",
        ),
        sa.Column(
            "agreement_party_id", sa.BigInteger(), nullable=True, comment="The party it speaks of"
        ),
        sa.Column(
            "agreement_action_id", sa.BigInteger(), nullable=True, comment="The action it speaks of"
        ),
        sa.Column(
            "agreement_official_id",
            sa.BigInteger(),
            nullable=True,
            comment="The official's part in the agreement that it speaks of",
        ),
        sa.Column(
            "agreement_relation_id", sa.BigInteger(), nullable=True, comment="The tie it speaks of"
        ),
        sa.Column(
            "agreement_scope_id",
            sa.BigInteger(),
            nullable=True,
            comment="The scope item it speaks of",
        ),
        sa.Column(
            "agreement_event_id",
            sa.BigInteger(),
            nullable=True,
            comment="The agreement's tie to an event that it speaks of",
        ),
        sa.Column(
            "commitment_id", sa.BigInteger(), nullable=True, comment="The commitment it speaks of"
        ),
        sa.Column(
            "commitment_update_id",
            sa.BigInteger(),
            nullable=True,
            comment="The report on a commitment that it speaks of",
        ),
        sa.Column(
            "event_participant_id",
            sa.BigInteger(),
            nullable=True,
            comment="The participant in the event that it speaks of",
        ),
        sa.Column(
            "event_topic_id", sa.BigInteger(), nullable=True, comment="The topic it speaks of"
        ),
        sa.Column(
            "statement_id", sa.BigInteger(), nullable=True, comment="The statement it speaks of"
        ),
        sa.Column(
            "organization_member_id",
            sa.BigInteger(),
            nullable=True,
            comment="The membership it speaks of",
        ),
        sa.Column(
            "official_name_id", sa.BigInteger(), nullable=True, comment="The spelling it speaks of"
        ),
        sa.Column("tenure_id", sa.BigInteger(), nullable=True, comment="The tenure it speaks of"),
        sa.Column(
            "mineral_hs_id", sa.BigInteger(), nullable=True, comment="The trade code it speaks of"
        ),
        sa.Column(
            "criticality_listing_id",
            sa.BigInteger(),
            nullable=True,
            comment="The list's entry it speaks of",
        ),
        sa.Column(
            "subject",
            sa.Text(),
            sa.Computed(
                "coalesce('agreement_party:' || agreement_party_id::text, 'agreement_action:' || agreement_action_id::text, 'agreement_official:' || agreement_official_id::text, 'agreement_relation:' || agreement_relation_id::text, 'agreement_scope:' || agreement_scope_id::text, 'agreement_event:' || agreement_event_id::text, 'commitment:' || commitment_id::text, 'commitment_update:' || commitment_update_id::text, 'event_participant:' || event_participant_id::text, 'event_topic:' || event_topic_id::text, 'statement:' || statement_id::text, 'organization_member:' || organization_member_id::text, 'official_name:' || official_name_id::text, 'tenure:' || tenure_id::text, 'mineral_hs:' || mineral_hs_id::text, 'criticality_listing:' || criticality_listing_id::text, 'agreement:' || agreement_id::text, 'event:' || event_id::text, 'organization:' || organization_id::text, 'official:' || official_id::text, 'post:' || post_id::text, 'country:' || country_code::text, 'sector:' || sector_code::text, 'mineral:' || mineral_code::text, 'criticality_list:' || criticality_list_id::text)",
                persisted=True,
            ),
            nullable=False,
            comment="The row it speaks of, as table:key; made by the database",
        ),
        sa.CheckConstraint(
            "(stated_value IS NULL OR stated_value ~ '\\S') AND (chosen_by IS NULL OR chosen_by ~ '\\S') AND (chosen_reason IS NULL OR chosen_reason ~ '\\S') AND (note_en IS NULL OR note_en ~ '\\S') AND (note_fr IS NULL OR note_fr ~ '\\S')",
            name=op.f("ck_citation_stated_value_and_others_not_blank"),
        ),
        sa.CheckConstraint(
            "stance <> 'contradicts' OR stated_value IS NOT NULL",
            name=op.f("ck_citation_contradiction_states_value"),
        ),
        sa.CheckConstraint(
            "stance IN ('supports', 'contradicts')", name=op.f("ck_citation_stance_known")
        ),
        sa.CheckConstraint(
            "(agreement_party_id IS NULL OR agreement_id IS NOT NULL) AND (agreement_action_id IS NULL OR agreement_id IS NOT NULL) AND (agreement_official_id IS NULL OR agreement_id IS NOT NULL) AND (agreement_relation_id IS NULL OR agreement_id IS NOT NULL) AND (agreement_scope_id IS NULL OR agreement_id IS NOT NULL) AND (agreement_event_id IS NULL OR agreement_id IS NOT NULL) AND (commitment_id IS NULL OR agreement_id IS NOT NULL) AND (commitment_update_id IS NULL OR agreement_id IS NOT NULL) AND (event_participant_id IS NULL OR event_id IS NOT NULL) AND (event_topic_id IS NULL OR event_id IS NOT NULL) AND (statement_id IS NULL OR event_id IS NOT NULL) AND (organization_member_id IS NULL OR organization_id IS NOT NULL) AND (official_name_id IS NULL OR official_id IS NOT NULL) AND (tenure_id IS NULL OR official_id IS NOT NULL) AND (mineral_hs_id IS NULL OR mineral_code IS NOT NULL) AND (criticality_listing_id IS NULL OR criticality_list_id IS NOT NULL)",
            name=op.f("ck_citation_part_has_its_root"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(agreement_id, event_id, organization_id, official_id, post_id, country_code, sector_code, mineral_code, criticality_list_id) = 1",
            name=op.f("ck_citation_one_root"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(agreement_party_id, agreement_action_id, agreement_official_id, agreement_relation_id, agreement_scope_id, agreement_event_id, commitment_id, commitment_update_id, event_participant_id, event_topic_id, statement_id, organization_member_id, official_name_id, tenure_id, mineral_hs_id, criticality_listing_id) <= 1",
            name=op.f("ck_citation_at_most_one_part"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(chosen_at, chosen_by, chosen_reason) IN (0, 3)",
            name=op.f("ck_citation_choice_has_chooser_and_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_action_id"],
            ["agreement_action.agreement_id", "agreement_action.id"],
            name=op.f("fk_citation_agreement_id_agreement_action_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_event_id"],
            ["agreement_event.agreement_id", "agreement_event.id"],
            name=op.f("fk_citation_agreement_id_agreement_event_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_official_id"],
            ["agreement_official.agreement_id", "agreement_official.id"],
            name=op.f("fk_citation_agreement_id_agreement_official_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_party_id"],
            ["agreement_party.agreement_id", "agreement_party.id"],
            name=op.f("fk_citation_agreement_id_agreement_party_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_relation_id"],
            ["agreement_relation.agreement_id", "agreement_relation.id"],
            name=op.f("fk_citation_agreement_id_agreement_relation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_scope_id"],
            ["agreement_scope.agreement_id", "agreement_scope.id"],
            name=op.f("fk_citation_agreement_id_agreement_scope_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "commitment_id"],
            ["commitment.agreement_id", "commitment.id"],
            name=op.f("fk_citation_agreement_id_commitment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "commitment_update_id"],
            ["commitment_update.agreement_id", "commitment_update.id"],
            name=op.f("fk_citation_agreement_id_commitment_update_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_citation_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["country.code"],
            name=op.f("fk_citation_country_code"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["criticality_list_id", "criticality_listing_id"],
            ["criticality_listing.criticality_list_id", "criticality_listing.id"],
            name=op.f("fk_citation_criticality_list_id_criticality_listing_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["criticality_list_id"],
            ["criticality_list.id"],
            name=op.f("fk_citation_criticality_list_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id", "passage_id"],
            ["passage.document_id", "passage.id"],
            name=op.f("fk_citation_document_id_passage_id"),
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_citation_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["event_id", "event_participant_id"],
            ["event_participant.event_id", "event_participant.id"],
            name=op.f("fk_citation_event_id_event_participant_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id", "event_topic_id"],
            ["event_topic.event_id", "event_topic.id"],
            name=op.f("fk_citation_event_id_event_topic_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id", "statement_id"],
            ["statement.event_id", "statement.id"],
            name=op.f("fk_citation_event_id_statement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_citation_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["mineral_code", "mineral_hs_id"],
            ["mineral_hs.mineral_code", "mineral_hs.id"],
            name=op.f("fk_citation_mineral_code_mineral_hs_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mineral_code"],
            ["mineral.code"],
            name=op.f("fk_citation_mineral_code"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["official_id", "official_name_id"],
            ["official_name.official_id", "official_name.id"],
            name=op.f("fk_citation_official_id_official_name_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["official_id", "tenure_id"],
            ["tenure.official_id", "tenure.id"],
            name=op.f("fk_citation_official_id_tenure_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["official_id"],
            ["official.id"],
            name=op.f("fk_citation_official_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id", "organization_member_id"],
            ["organization_member.organization_id", "organization_member.id"],
            name=op.f("fk_citation_organization_id_organization_member_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_citation_organization_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["post_id"], ["post.id"], name=op.f("fk_citation_post_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sector_code"],
            ["sector.code"],
            name=op.f("fk_citation_sector_code"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citation")),
        sa.UniqueConstraint(
            "subject",
            "field",
            "document_id",
            "passage_id",
            "stance",
            "stated_value",
            name="uq_citation_once",
            postgresql_nulls_not_distinct=True,
        ),
        comment="What one document says about one row or one of its fields",
    )
    op.create_index(
        op.f("ix_citation_agreement_action_id"),
        "citation",
        ["agreement_action_id"],
        unique=False,
        postgresql_where="agreement_action_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_citation_agreement_event_id"),
        "citation",
        ["agreement_event_id"],
        unique=False,
        postgresql_where="agreement_event_id IS NOT NULL",
    )
    op.create_index(op.f("ix_citation_agreement_id"), "citation", ["agreement_id"], unique=False)
    op.create_index(
        op.f("ix_citation_agreement_official_id"),
        "citation",
        ["agreement_official_id"],
        unique=False,
        postgresql_where="agreement_official_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_citation_agreement_party_id"),
        "citation",
        ["agreement_party_id"],
        unique=False,
        postgresql_where="agreement_party_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_citation_agreement_relation_id"),
        "citation",
        ["agreement_relation_id"],
        unique=False,
        postgresql_where="agreement_relation_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_citation_agreement_scope_id"),
        "citation",
        ["agreement_scope_id"],
        unique=False,
        postgresql_where="agreement_scope_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_citation_commitment_id"),
        "citation",
        ["commitment_id"],
        unique=False,
        postgresql_where="commitment_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_citation_commitment_update_id"),
        "citation",
        ["commitment_update_id"],
        unique=False,
        postgresql_where="commitment_update_id IS NOT NULL",
    )
    op.create_index(op.f("ix_citation_country_code"), "citation", ["country_code"], unique=False)
    op.create_index(
        op.f("ix_citation_criticality_list_id"), "citation", ["criticality_list_id"], unique=False
    )
    op.create_index(
        op.f("ix_citation_criticality_listing_id"),
        "citation",
        ["criticality_listing_id"],
        unique=False,
        postgresql_where="criticality_listing_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_citation_document_id_passage_id"),
        "citation",
        ["document_id", "passage_id"],
        unique=False,
    )
    op.create_index(op.f("ix_citation_event_id"), "citation", ["event_id"], unique=False)
    op.create_index(
        op.f("ix_citation_event_participant_id"),
        "citation",
        ["event_participant_id"],
        unique=False,
        postgresql_where="event_participant_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_citation_event_topic_id"),
        "citation",
        ["event_topic_id"],
        unique=False,
        postgresql_where="event_topic_id IS NOT NULL",
    )
    op.create_index(op.f("ix_citation_mineral_code"), "citation", ["mineral_code"], unique=False)
    op.create_index(
        op.f("ix_citation_mineral_hs_id"),
        "citation",
        ["mineral_hs_id"],
        unique=False,
        postgresql_where="mineral_hs_id IS NOT NULL",
    )
    op.create_index(op.f("ix_citation_official_id"), "citation", ["official_id"], unique=False)
    op.create_index(
        op.f("ix_citation_official_name_id"),
        "citation",
        ["official_name_id"],
        unique=False,
        postgresql_where="official_name_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_citation_organization_id"), "citation", ["organization_id"], unique=False
    )
    op.create_index(
        op.f("ix_citation_organization_member_id"),
        "citation",
        ["organization_member_id"],
        unique=False,
        postgresql_where="organization_member_id IS NOT NULL",
    )
    op.create_index(op.f("ix_citation_post_id"), "citation", ["post_id"], unique=False)
    op.create_index(op.f("ix_citation_sector_code"), "citation", ["sector_code"], unique=False)
    op.create_index(
        op.f("ix_citation_statement_id"),
        "citation",
        ["statement_id"],
        unique=False,
        postgresql_where="statement_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_citation_tenure_id"),
        "citation",
        ["tenure_id"],
        unique=False,
        postgresql_where="tenure_id IS NOT NULL",
    )
    op.create_index(
        "uq_citation_chosen",
        "citation",
        ["subject", "field"],
        unique=True,
        postgresql_where="chosen_at IS NOT NULL",
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "missing_value",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column(
            "field",
            sa.Text(),
            nullable=False,
            comment="The column that is empty, or a kind of part such as officials",
        ),
        sa.Column(
            "reason",
            sa.Text(),
            nullable=False,
            comment="not_stated, not_published, not_applicable or not_checked",
        ),
        sa.Column("note_en", sa.Text(), nullable=True, comment="Remark in English"),
        sa.Column("note_fr", sa.Text(), nullable=True, comment="Remark in French"),
        sa.Column(
            "agreement_id",
            sa.BigInteger(),
            nullable=True,
            comment="The agreement it speaks of, itself or a part",
        ),
        sa.Column(
            "event_id",
            sa.BigInteger(),
            nullable=True,
            comment="The event it speaks of, itself or a part",
        ),
        sa.Column(
            "organization_id",
            sa.BigInteger(),
            nullable=True,
            comment="The organization it speaks of, itself or a part",
        ),
        sa.Column(
            "official_id",
            sa.BigInteger(),
            nullable=True,
            comment="The official it speaks of, himself, herself or a part",
        ),
        sa.Column("post_id", sa.BigInteger(), nullable=True, comment="The post it speaks of"),
        sa.Column("country_code", sa.Text(), nullable=True, comment="The country it speaks of"),
        sa.Column("sector_code", sa.Text(), nullable=True, comment="The sector it speaks of"),
        sa.Column(
            "mineral_code",
            sa.Text(),
            nullable=True,
            comment="The mineral it speaks of, itself or a part",
        ),
        sa.Column(
            "criticality_list_id",
            sa.BigInteger(),
            nullable=True,
            comment="The list it speaks of, itself or an entry",
        ),
        sa.Column(
            "agreement_party_id", sa.BigInteger(), nullable=True, comment="The party it speaks of"
        ),
        sa.Column(
            "agreement_action_id", sa.BigInteger(), nullable=True, comment="The action it speaks of"
        ),
        sa.Column(
            "agreement_official_id",
            sa.BigInteger(),
            nullable=True,
            comment="The official's part in the agreement that it speaks of",
        ),
        sa.Column(
            "agreement_relation_id", sa.BigInteger(), nullable=True, comment="The tie it speaks of"
        ),
        sa.Column(
            "agreement_scope_id",
            sa.BigInteger(),
            nullable=True,
            comment="The scope item it speaks of",
        ),
        sa.Column(
            "agreement_event_id",
            sa.BigInteger(),
            nullable=True,
            comment="The agreement's tie to an event that it speaks of",
        ),
        sa.Column(
            "commitment_id", sa.BigInteger(), nullable=True, comment="The commitment it speaks of"
        ),
        sa.Column(
            "commitment_update_id",
            sa.BigInteger(),
            nullable=True,
            comment="The report on a commitment that it speaks of",
        ),
        sa.Column(
            "event_participant_id",
            sa.BigInteger(),
            nullable=True,
            comment="The participant in the event that it speaks of",
        ),
        sa.Column(
            "event_topic_id", sa.BigInteger(), nullable=True, comment="The topic it speaks of"
        ),
        sa.Column(
            "statement_id", sa.BigInteger(), nullable=True, comment="The statement it speaks of"
        ),
        sa.Column(
            "organization_member_id",
            sa.BigInteger(),
            nullable=True,
            comment="The membership it speaks of",
        ),
        sa.Column(
            "official_name_id", sa.BigInteger(), nullable=True, comment="The spelling it speaks of"
        ),
        sa.Column("tenure_id", sa.BigInteger(), nullable=True, comment="The tenure it speaks of"),
        sa.Column(
            "mineral_hs_id", sa.BigInteger(), nullable=True, comment="The trade code it speaks of"
        ),
        sa.Column(
            "criticality_listing_id",
            sa.BigInteger(),
            nullable=True,
            comment="The list's entry it speaks of",
        ),
        sa.Column(
            "subject",
            sa.Text(),
            sa.Computed(
                "coalesce('agreement_party:' || agreement_party_id::text, 'agreement_action:' || agreement_action_id::text, 'agreement_official:' || agreement_official_id::text, 'agreement_relation:' || agreement_relation_id::text, 'agreement_scope:' || agreement_scope_id::text, 'agreement_event:' || agreement_event_id::text, 'commitment:' || commitment_id::text, 'commitment_update:' || commitment_update_id::text, 'event_participant:' || event_participant_id::text, 'event_topic:' || event_topic_id::text, 'statement:' || statement_id::text, 'organization_member:' || organization_member_id::text, 'official_name:' || official_name_id::text, 'tenure:' || tenure_id::text, 'mineral_hs:' || mineral_hs_id::text, 'criticality_listing:' || criticality_listing_id::text, 'agreement:' || agreement_id::text, 'event:' || event_id::text, 'organization:' || organization_id::text, 'official:' || official_id::text, 'post:' || post_id::text, 'country:' || country_code::text, 'sector:' || sector_code::text, 'mineral:' || mineral_code::text, 'criticality_list:' || criticality_list_id::text)",
                persisted=True,
            ),
            nullable=False,
            comment="The row it speaks of, as table:key; made by the database",
        ),
        sa.CheckConstraint(
            "(note_en IS NULL OR note_en ~ '\\S') AND (note_fr IS NULL OR note_fr ~ '\\S')",
            name=op.f("ck_missing_value_note_en_and_others_not_blank"),
        ),
        sa.CheckConstraint(
            "reason IN ('not_stated', 'not_published', 'not_applicable', 'not_checked')",
            name=op.f("ck_missing_value_reason_known"),
        ),
        sa.CheckConstraint(
            "(agreement_party_id IS NULL OR agreement_id IS NOT NULL) AND (agreement_action_id IS NULL OR agreement_id IS NOT NULL) AND (agreement_official_id IS NULL OR agreement_id IS NOT NULL) AND (agreement_relation_id IS NULL OR agreement_id IS NOT NULL) AND (agreement_scope_id IS NULL OR agreement_id IS NOT NULL) AND (agreement_event_id IS NULL OR agreement_id IS NOT NULL) AND (commitment_id IS NULL OR agreement_id IS NOT NULL) AND (commitment_update_id IS NULL OR agreement_id IS NOT NULL) AND (event_participant_id IS NULL OR event_id IS NOT NULL) AND (event_topic_id IS NULL OR event_id IS NOT NULL) AND (statement_id IS NULL OR event_id IS NOT NULL) AND (organization_member_id IS NULL OR organization_id IS NOT NULL) AND (official_name_id IS NULL OR official_id IS NOT NULL) AND (tenure_id IS NULL OR official_id IS NOT NULL) AND (mineral_hs_id IS NULL OR mineral_code IS NOT NULL) AND (criticality_listing_id IS NULL OR criticality_list_id IS NOT NULL)",
            name=op.f("ck_missing_value_part_has_its_root"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(agreement_id, event_id, organization_id, official_id, post_id, country_code, sector_code, mineral_code, criticality_list_id) = 1",
            name=op.f("ck_missing_value_one_root"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(agreement_party_id, agreement_action_id, agreement_official_id, agreement_relation_id, agreement_scope_id, agreement_event_id, commitment_id, commitment_update_id, event_participant_id, event_topic_id, statement_id, organization_member_id, official_name_id, tenure_id, mineral_hs_id, criticality_listing_id) <= 1",
            name=op.f("ck_missing_value_at_most_one_part"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_action_id"],
            ["agreement_action.agreement_id", "agreement_action.id"],
            name=op.f("fk_missing_value_agreement_id_agreement_action_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_event_id"],
            ["agreement_event.agreement_id", "agreement_event.id"],
            name=op.f("fk_missing_value_agreement_id_agreement_event_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_official_id"],
            ["agreement_official.agreement_id", "agreement_official.id"],
            name=op.f("fk_missing_value_agreement_id_agreement_official_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_party_id"],
            ["agreement_party.agreement_id", "agreement_party.id"],
            name=op.f("fk_missing_value_agreement_id_agreement_party_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_relation_id"],
            ["agreement_relation.agreement_id", "agreement_relation.id"],
            name=op.f("fk_missing_value_agreement_id_agreement_relation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "agreement_scope_id"],
            ["agreement_scope.agreement_id", "agreement_scope.id"],
            name=op.f("fk_missing_value_agreement_id_agreement_scope_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "commitment_id"],
            ["commitment.agreement_id", "commitment.id"],
            name=op.f("fk_missing_value_agreement_id_commitment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "commitment_update_id"],
            ["commitment_update.agreement_id", "commitment_update.id"],
            name=op.f("fk_missing_value_agreement_id_commitment_update_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_missing_value_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["country.code"],
            name=op.f("fk_missing_value_country_code"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["criticality_list_id", "criticality_listing_id"],
            ["criticality_listing.criticality_list_id", "criticality_listing.id"],
            name=op.f("fk_missing_value_criticality_list_id_criticality_listing_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["criticality_list_id"],
            ["criticality_list.id"],
            name=op.f("fk_missing_value_criticality_list_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id", "event_participant_id"],
            ["event_participant.event_id", "event_participant.id"],
            name=op.f("fk_missing_value_event_id_event_participant_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id", "event_topic_id"],
            ["event_topic.event_id", "event_topic.id"],
            name=op.f("fk_missing_value_event_id_event_topic_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id", "statement_id"],
            ["statement.event_id", "statement.id"],
            name=op.f("fk_missing_value_event_id_statement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_missing_value_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["mineral_code", "mineral_hs_id"],
            ["mineral_hs.mineral_code", "mineral_hs.id"],
            name=op.f("fk_missing_value_mineral_code_mineral_hs_id"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mineral_code"],
            ["mineral.code"],
            name=op.f("fk_missing_value_mineral_code"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["official_id", "official_name_id"],
            ["official_name.official_id", "official_name.id"],
            name=op.f("fk_missing_value_official_id_official_name_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["official_id", "tenure_id"],
            ["tenure.official_id", "tenure.id"],
            name=op.f("fk_missing_value_official_id_tenure_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["official_id"],
            ["official.id"],
            name=op.f("fk_missing_value_official_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id", "organization_member_id"],
            ["organization_member.organization_id", "organization_member.id"],
            name=op.f("fk_missing_value_organization_id_organization_member_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_missing_value_organization_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["post_id"], ["post.id"], name=op.f("fk_missing_value_post_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sector_code"],
            ["sector.code"],
            name=op.f("fk_missing_value_sector_code"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_missing_value")),
        sa.UniqueConstraint("subject", "field", name=op.f("uq_missing_value_subject_field")),
        comment="Why one field of one row, or one kind of part, is not filled",
    )
    op.create_index(
        op.f("ix_missing_value_agreement_action_id"),
        "missing_value",
        ["agreement_action_id"],
        unique=False,
        postgresql_where="agreement_action_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_agreement_event_id"),
        "missing_value",
        ["agreement_event_id"],
        unique=False,
        postgresql_where="agreement_event_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_agreement_id"), "missing_value", ["agreement_id"], unique=False
    )
    op.create_index(
        op.f("ix_missing_value_agreement_official_id"),
        "missing_value",
        ["agreement_official_id"],
        unique=False,
        postgresql_where="agreement_official_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_agreement_party_id"),
        "missing_value",
        ["agreement_party_id"],
        unique=False,
        postgresql_where="agreement_party_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_agreement_relation_id"),
        "missing_value",
        ["agreement_relation_id"],
        unique=False,
        postgresql_where="agreement_relation_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_agreement_scope_id"),
        "missing_value",
        ["agreement_scope_id"],
        unique=False,
        postgresql_where="agreement_scope_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_commitment_id"),
        "missing_value",
        ["commitment_id"],
        unique=False,
        postgresql_where="commitment_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_commitment_update_id"),
        "missing_value",
        ["commitment_update_id"],
        unique=False,
        postgresql_where="commitment_update_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_country_code"), "missing_value", ["country_code"], unique=False
    )
    op.create_index(
        op.f("ix_missing_value_criticality_list_id"),
        "missing_value",
        ["criticality_list_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_missing_value_criticality_listing_id"),
        "missing_value",
        ["criticality_listing_id"],
        unique=False,
        postgresql_where="criticality_listing_id IS NOT NULL",
    )
    op.create_index(op.f("ix_missing_value_event_id"), "missing_value", ["event_id"], unique=False)
    op.create_index(
        op.f("ix_missing_value_event_participant_id"),
        "missing_value",
        ["event_participant_id"],
        unique=False,
        postgresql_where="event_participant_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_event_topic_id"),
        "missing_value",
        ["event_topic_id"],
        unique=False,
        postgresql_where="event_topic_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_mineral_code"), "missing_value", ["mineral_code"], unique=False
    )
    op.create_index(
        op.f("ix_missing_value_mineral_hs_id"),
        "missing_value",
        ["mineral_hs_id"],
        unique=False,
        postgresql_where="mineral_hs_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_official_id"), "missing_value", ["official_id"], unique=False
    )
    op.create_index(
        op.f("ix_missing_value_official_name_id"),
        "missing_value",
        ["official_name_id"],
        unique=False,
        postgresql_where="official_name_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_organization_id"), "missing_value", ["organization_id"], unique=False
    )
    op.create_index(
        op.f("ix_missing_value_organization_member_id"),
        "missing_value",
        ["organization_member_id"],
        unique=False,
        postgresql_where="organization_member_id IS NOT NULL",
    )
    op.create_index(op.f("ix_missing_value_post_id"), "missing_value", ["post_id"], unique=False)
    op.create_index(
        op.f("ix_missing_value_sector_code"), "missing_value", ["sector_code"], unique=False
    )
    op.create_index(
        op.f("ix_missing_value_statement_id"),
        "missing_value",
        ["statement_id"],
        unique=False,
        postgresql_where="statement_id IS NOT NULL",
    )
    op.create_index(
        op.f("ix_missing_value_tenure_id"),
        "missing_value",
        ["tenure_id"],
        unique=False,
        postgresql_where="tenure_id IS NOT NULL",
    )


def downgrade() -> None:
    op.drop_index(
        op.f("ix_missing_value_tenure_id"),
        table_name="missing_value",
        postgresql_where="tenure_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_missing_value_statement_id"),
        table_name="missing_value",
        postgresql_where="statement_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_missing_value_sector_code"), table_name="missing_value")
    op.drop_index(op.f("ix_missing_value_post_id"), table_name="missing_value")
    op.drop_index(
        op.f("ix_missing_value_organization_member_id"),
        table_name="missing_value",
        postgresql_where="organization_member_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_missing_value_organization_id"), table_name="missing_value")
    op.drop_index(
        op.f("ix_missing_value_official_name_id"),
        table_name="missing_value",
        postgresql_where="official_name_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_missing_value_official_id"), table_name="missing_value")
    op.drop_index(
        op.f("ix_missing_value_mineral_hs_id"),
        table_name="missing_value",
        postgresql_where="mineral_hs_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_missing_value_mineral_code"), table_name="missing_value")
    op.drop_index(
        op.f("ix_missing_value_event_topic_id"),
        table_name="missing_value",
        postgresql_where="event_topic_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_missing_value_event_participant_id"),
        table_name="missing_value",
        postgresql_where="event_participant_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_missing_value_event_id"), table_name="missing_value")
    op.drop_index(
        op.f("ix_missing_value_criticality_listing_id"),
        table_name="missing_value",
        postgresql_where="criticality_listing_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_missing_value_criticality_list_id"), table_name="missing_value")
    op.drop_index(op.f("ix_missing_value_country_code"), table_name="missing_value")
    op.drop_index(
        op.f("ix_missing_value_commitment_update_id"),
        table_name="missing_value",
        postgresql_where="commitment_update_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_missing_value_commitment_id"),
        table_name="missing_value",
        postgresql_where="commitment_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_missing_value_agreement_scope_id"),
        table_name="missing_value",
        postgresql_where="agreement_scope_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_missing_value_agreement_relation_id"),
        table_name="missing_value",
        postgresql_where="agreement_relation_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_missing_value_agreement_party_id"),
        table_name="missing_value",
        postgresql_where="agreement_party_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_missing_value_agreement_official_id"),
        table_name="missing_value",
        postgresql_where="agreement_official_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_missing_value_agreement_id"), table_name="missing_value")
    op.drop_index(
        op.f("ix_missing_value_agreement_event_id"),
        table_name="missing_value",
        postgresql_where="agreement_event_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_missing_value_agreement_action_id"),
        table_name="missing_value",
        postgresql_where="agreement_action_id IS NOT NULL",
    )
    op.drop_table("missing_value")
    op.drop_index(
        "uq_citation_chosen",
        table_name="citation",
        postgresql_where="chosen_at IS NOT NULL",
        postgresql_nulls_not_distinct=True,
    )
    op.drop_index(
        op.f("ix_citation_tenure_id"),
        table_name="citation",
        postgresql_where="tenure_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_citation_statement_id"),
        table_name="citation",
        postgresql_where="statement_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_citation_sector_code"), table_name="citation")
    op.drop_index(op.f("ix_citation_post_id"), table_name="citation")
    op.drop_index(
        op.f("ix_citation_organization_member_id"),
        table_name="citation",
        postgresql_where="organization_member_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_citation_organization_id"), table_name="citation")
    op.drop_index(
        op.f("ix_citation_official_name_id"),
        table_name="citation",
        postgresql_where="official_name_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_citation_official_id"), table_name="citation")
    op.drop_index(
        op.f("ix_citation_mineral_hs_id"),
        table_name="citation",
        postgresql_where="mineral_hs_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_citation_mineral_code"), table_name="citation")
    op.drop_index(
        op.f("ix_citation_event_topic_id"),
        table_name="citation",
        postgresql_where="event_topic_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_citation_event_participant_id"),
        table_name="citation",
        postgresql_where="event_participant_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_citation_event_id"), table_name="citation")
    op.drop_index(op.f("ix_citation_document_id_passage_id"), table_name="citation")
    op.drop_index(
        op.f("ix_citation_criticality_listing_id"),
        table_name="citation",
        postgresql_where="criticality_listing_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_citation_criticality_list_id"), table_name="citation")
    op.drop_index(op.f("ix_citation_country_code"), table_name="citation")
    op.drop_index(
        op.f("ix_citation_commitment_update_id"),
        table_name="citation",
        postgresql_where="commitment_update_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_citation_commitment_id"),
        table_name="citation",
        postgresql_where="commitment_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_citation_agreement_scope_id"),
        table_name="citation",
        postgresql_where="agreement_scope_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_citation_agreement_relation_id"),
        table_name="citation",
        postgresql_where="agreement_relation_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_citation_agreement_party_id"),
        table_name="citation",
        postgresql_where="agreement_party_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_citation_agreement_official_id"),
        table_name="citation",
        postgresql_where="agreement_official_id IS NOT NULL",
    )
    op.drop_index(op.f("ix_citation_agreement_id"), table_name="citation")
    op.drop_index(
        op.f("ix_citation_agreement_event_id"),
        table_name="citation",
        postgresql_where="agreement_event_id IS NOT NULL",
    )
    op.drop_index(
        op.f("ix_citation_agreement_action_id"),
        table_name="citation",
        postgresql_where="agreement_action_id IS NOT NULL",
    )
    op.drop_table("citation")
    op.drop_table("passage")
    op.drop_index("ix_document_publisher_id", table_name="document")
    op.drop_table("document")
