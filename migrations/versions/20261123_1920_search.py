"""What search reads: the words of each agreement, and every word there is."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261123_1920"
down_revision = "20261123_1916"
branch_labels = None
depends_on = None

LETTERS = {
    "document": ("title", "publisher", "url"),
    "event": ("title_en", "title_fr", "place_en", "place_fr", "series"),
    "official": ("name",),
    "official_name": ("text",),
    "organization": ("name_en", "name_fr", "acronym"),
}
"""Texts that other lists search, by table."""


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public")
    # Signs give way to blanks, overlong words are broken: what is left are words between blanks.
    # Of the Cyrillic letters those written with several Latin ones come first; the hard and the
    # soft sign have no sound. Text in Latin letters alone is spared what takes time.
    op.execute(r"""
        CREATE FUNCTION public.plain(given text) RETURNS text
        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
        AS $$
        BEGIN
            IF given ~ E'[\u0300-\U0010FFFF]' THEN
                given := translate(normalize(given, NFKC), '·・、。', '    ');
            END IF;
            given := public.fold(given);
            IF given ~ '[а-ӿ]' THEN
                given := translate(
                    replace(replace(replace(replace(replace(replace(replace(replace(replace(
                    replace(replace(given, 'щ', 'shch'), 'ш', 'sh'), 'ч', 'ch'), 'ц', 'ts'),
                    'ж', 'zh'), 'х', 'kh'), 'ю', 'yu'), 'я', 'ya'), 'ї', 'yi'), 'є', 'ye'),
                    'ғ', 'gh'),
                    'абвгдезийклмнопрстуфыэіґўқҳңөұүһәҷӣӯъь',
                    'abvgdeziyklmnoprstufyeiguqhnouuhajiu'
                );
            END IF;
            given := regexp_replace(given, '[\x01-\x1f!-/:-@\[-`{-~]+', ' ', 'g');
            RETURN regexp_replace(given, '(\S{255})', '\1 ', 'g');
        END
        $$
    """)  # noqa: RUF001 - these letters are Cyrillic
    op.execute(
        "COMMENT ON FUNCTION public.plain IS"
        " 'Text as it is searched: no accents, no case, no signs, Cyrillic in Latin letters'"
    )
    op.execute(
        "CREATE FUNCTION public.words(text) RETURNS tsvector"
        " LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN"
        " array_to_tsvector(array_remove(string_to_array(public.plain($1), ' '), ''))"
    )
    op.execute("COMMENT ON FUNCTION public.words IS 'The words of a text as they are searched'")
    op.create_table(
        "agreement_search",
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.Column(
            "dated_on",
            sa.Date(),
            nullable=False,
            comment="The agreement's dated_on, for reading in its order; 0001-01-01 where it has none",
        ),
        sa.Column(
            "words",
            postgresql.TSVECTOR(),
            nullable=False,
            comment="Every word of its reference, titles, places and summaries, and of the names of its parties, officials, minerals and sectors, as public.words writes them",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_search_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("agreement_id", name=op.f("pk_agreement_search")),
        comment="The words by which one agreement is found; kept by the database",
    )
    op.create_index(
        op.f("ix_agreement_search_words"), "agreement_search", ["words"], postgresql_using="gin"
    )
    op.create_index(
        op.f("ix_agreement_search_dated_on_agreement_id"),
        "agreement_search",
        ["dated_on", "agreement_id"],
    )
    op.create_table(
        "search_word",
        sa.Column(
            "word",
            sa.Text(collation="C"),
            nullable=False,
            comment="The word, as public.words writes it",
        ),
        sa.Column(
            "agreements",
            sa.BigInteger(),
            nullable=False,
            comment="In how many agreements it was when they were last counted; 1 for a word that came since, 0 for one that is only in names",
        ),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_search_word")),
        comment="One word of the agreements, or of a name; kept by the database",
    )
    op.create_index(
        "ix_search_word_letters",
        "search_word",
        ["word"],
        postgresql_using="gin",
        postgresql_ops={"word": "gin_trgm_ops"},
        postgresql_where=sa.text("word !~ '[0-9]'"),
    )
    for table, columns in LETTERS.items():
        for column in columns:
            op.execute(
                f"CREATE INDEX ix_{table}_{column}_letters ON public.{table}"
                f" USING gin (public.plain({column}) public.gin_trgm_ops)"
            )
        op.execute(f"ANALYZE public.{table}")


def downgrade() -> None:
    for table, columns in LETTERS.items():
        for column in columns:
            op.execute(f"DROP INDEX public.ix_{table}_{column}_letters")
    op.drop_table("search_word")
    op.drop_table("agreement_search")
    for function in ("words", "plain"):
        op.execute(f"DROP FUNCTION public.{function}")
    op.execute("DROP EXTENSION fuzzystrmatch")
