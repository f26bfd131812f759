"""Other names, the time of countries, the name that a text gives a party, and folding by tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261130_1920"
down_revision = "20261130_1915"
branch_labels = None
depends_on = None

EVIDENCE = ("citation", "missing_value")

PARTS = {
    "agreement_party": "agreement_id",
    "agreement_action": "agreement_id",
    "agreement_official": "agreement_id",
    "agreement_relation": "agreement_id",
    "agreement_scope": "agreement_id",
    "agreement_event": "agreement_id",
    "commitment": "agreement_id",
    "commitment_update": "agreement_id",
    "event_participant": "event_id",
    "event_topic": "event_id",
    "statement": "event_id",
    "organization_member": "organization_id",
    "official_name": "official_id",
    "tenure": "official_id",
    "mineral_hs": "mineral_code",
    "criticality_listing": "criticality_list_id",
}
"""The parts that evidence spoke of until now, with the columns of their roots."""

ROOTS = {
    "agreement": "agreement_id",
    "event": "event_id",
    "organization": "organization_id",
    "official": "official_id",
    "post": "post_id",
    "country": "country_code",
    "sector": "sector_code",
    "mineral": "mineral_code",
    "criticality_list": "criticality_list_id",
}
NAMED = ("organization_id", "country_code", "sector_code", "mineral_code")
"""What has other names that evidence can speak of."""

FOLD = "lower(public.unaccent('public.unaccent'::regdictionary, $1))"
COMPOSED = "ЀЃЇЌЍЎЙйѐѓїќѝўѶѷӁӂӐӑӒӓӖӗӚӛӜӝӞӟӢӣӤӥӦӧӪӫӬӭӮӯӰӱӲӳӴӵӸӹ"
APART = "ЕГІКИУИиегікиуѴѵЖжАаАаЕеӘәЖжЗзИиИиОоӨөЭэУуУуУуЧчЫы"
"""Cyrillic letters with a sign above, and the letters beneath: PostgreSQL's rules know Ё alone."""

INITIALS = r"'\y([[:alpha:]])\.(?=[[:alpha:]](?:\.|\y))', '\1', 'g'"
UZBEK = r"'([og])[''ʻʼ‘’`´](?=[[:alpha:]])(?!s\y)', '\1', 'g'"  # noqa: RUF001


def upgrade() -> None:
    _fold()
    _sounds()
    _other_name()
    _twin()
    _evidence()
    op.execute(f"""
        ALTER TABLE country
            ADD COLUMN existed daterange DEFAULT '(,)' NOT NULL,
            ADD COLUMN existed_lower_precision text,
            ADD COLUMN existed_upper_precision text,
            ADD COLUMN note_en text,
            ADD COLUMN note_fr text,
            DROP CONSTRAINT ck_country_name_en_and_others_not_blank,
            ADD CONSTRAINT ck_country_name_en_and_others_not_blank CHECK (
                (name_en IS NULL OR name_en ~ '\\S') AND (name_fr IS NULL OR name_fr ~ '\\S')
                AND (note_en IS NULL OR note_en ~ '\\S') AND (note_fr IS NULL OR note_fr ~ '\\S')
            ),
            ADD CONSTRAINT ck_country_existed_partial CHECK ({_partial("existed")});
        -- As in the table: nothing said when they began.
        ALTER TABLE history.country
            ADD COLUMN existed daterange DEFAULT '(,)',
            ADD COLUMN existed_lower_precision text,
            ADD COLUMN existed_upper_precision text,
            ADD COLUMN note_en text,
            ADD COLUMN note_fr text;
        ALTER TABLE history.country ALTER COLUMN existed DROP DEFAULT;
        ALTER TABLE agreement_party
            ADD COLUMN named_as text,
            ADD CONSTRAINT ck_agreement_party_named_as_not_blank
                CHECK ((named_as IS NULL OR named_as ~ '\\S'));
        ALTER TABLE history.agreement_party ADD COLUMN named_as text;
        COMMENT ON TABLE country IS 'One country or territory, of ISO 3166 but for Kosovo';
    """)
    for schema in ("public", "history"):
        for column, comment in COMMENTS.items():
            op.execute(f"COMMENT ON COLUMN {schema}.{column} IS '{comment}'")
    op.execute(f"COMMENT ON COLUMN agreement_search.words IS '{WORDS}'")


COMMENTS = {
    "country.code": "ISO 3166 alpha-2 code; NA is Namibia, XK Kosovo",
    "country.existed": "From the first day of the period in which it began up to the last day of the period in which it ended; an open end is not recorded or has not come",
    "country.existed_lower_precision": "How much of its beginning is known; null where it is not recorded",
    "country.existed_upper_precision": "How much of its end is known; null where it is there still",
    "country.note_en": "What it is, where that is asked, in English",
    "country.note_fr": "What it is, where that is asked, in French",
    "agreement_party.named_as": "The name that the text gives it, where that is not the one shown today",
}
WORDS = "Every word of its reference, titles, places and summaries, and of the names of its form, parties, officials, minerals and sectors, the other names included, as public.words writes them"


def _partial(column: str) -> str:
    ends = [
        f"CASE WHEN {end}_inf({column}) THEN {column}_{end}_precision IS NULL"
        f" ELSE {day} BETWEEN '1800-01-01' AND '2199-12-31'"
        f" AND CASE {column}_{end}_precision WHEN 'day' THEN true"
        f" WHEN 'month' THEN extract(day FROM {end}({column})) = 1"
        f" WHEN 'year' THEN extract(doy FROM {end}({column})) = 1 ELSE false END END"
        for end, day in (("lower", f"lower({column})"), ("upper", f"upper({column}) - 1"))
    ]
    return f"NOT isempty({column}) AND " + " AND ".join(ends)


def _fold() -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION public.fold(text) RETURNS text"
        " LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE"
        f" RETURN lower(translate("
        f"public.unaccent('public.unaccent'::regdictionary, $1), '{COMPOSED}', '{APART}'))"
    )
    # Blanks stand between words alone, so that a name is another where plain writes both alike.
    # Points between initials join them, and an apostrophe that makes a letter of Uzbek is none.
    # Cyrillic is written in Latin letters before accents go: й is not и.
    op.execute(rf"""
        CREATE OR REPLACE FUNCTION public.plain(given text) RETURNS text
        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
        AS $$
        BEGIN
            IF given ~ E'[\u0300-\U0010FFFF]' THEN
                given := translate(normalize(given, NFKC), '·・、。', '    ');
            END IF;
            given := lower(given);
            given := regexp_replace(given, {INITIALS});
            given := regexp_replace(given, {UZBEK});
            IF given ~ '[а-ӿ]' THEN
                given := translate(
                    replace(replace(replace(replace(replace(replace(replace(replace(replace(
                    replace(replace(given, 'щ', 'shch'), 'ш', 'sh'), 'ч', 'ch'), 'ц', 'ts'),
                    'ж', 'zh'), 'х', 'kh'), 'ю', 'yu'), 'я', 'ya'), 'ї', 'yi'), 'є', 'ye'),
                    'ғ', 'gh'),
                    'абвгдеёзийклмнопрстуфыэіґўқҳңөұүһәҷӣӯъь',
                    'abvgdeeziyklmnoprstufyeiguqhnouuhajiu'
                );
            END IF;
            given := public.fold(given);
            given := regexp_replace(given, '[\x01-\x20!-/:-@\[-`{{-~]+', ' ', 'g');
            RETURN btrim(regexp_replace(given, '(\S{{255}})', '\1 ', 'g'));
        END
        $$
    """)  # noqa: RUF001 - these letters are Cyrillic
    _index_anew()


def _index_anew() -> None:
    """Make the indexes anew that hold text as the functions write it."""
    op.execute(r"""
        DO $$
        DECLARE
            stale regclass;
        BEGIN
            FOR stale IN
                SELECT indexrelid::regclass FROM pg_index
                WHERE pg_get_indexdef(indexrelid) ~ '\y(fold|plain)\('
            LOOP
                EXECUTE format('REINDEX INDEX %s', stale);
            END LOOP;
        END
        $$
    """)


def _sounds() -> None:
    """Write what a Kazakh, Uzbek or Russian name sounds like, whichever alphabet it came from."""
    op.execute(r"""
        CREATE FUNCTION public.sounds(word text) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN replace(regexp_replace(regexp_replace(translate(
            replace(replace(replace(replace(replace(replace(word,
            'kh', 'h'), 'sh', 's'), 'ch', 'c'), 'zh', 'j'), 'gh', 'g'), 'ng', 'n'),
            'qyo', 'kiu'),
            'i+(?=[aeu])|(?<=[aeu])i+', '', 'g'),
            '(.)\1+', '\1', 'g'),
            'bahit', 'bakit')
    """)
    op.execute(
        "COMMENT ON FUNCTION public.sounds IS"
        " 'A word of public.plain as it sounds: names that are one in Cyrillic, in the new Latin"
        " and in English are one here'"
    )
    op.execute("""
        ALTER TABLE search_word ADD COLUMN sound text COLLATE "C" NOT NULL
            GENERATED ALWAYS AS (public.sounds(word)) STORED;
        COMMENT ON COLUMN search_word.sound IS
            'The word as public.sounds writes it; made by the database';
        CREATE INDEX ix_search_word_sound ON search_word (sound);
    """)


def _other_name() -> None:
    op.create_table(
        "other_name",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("country_code", sa.Text(), comment="The country called so"),
        sa.Column("mineral_code", sa.Text(), comment="The mineral called so"),
        sa.Column("organization_id", sa.BigInteger(), comment="The organization called so"),
        sa.Column("sector_code", sa.Text(), comment="The sector called so"),
        sa.Column("agreement_form_code", sa.Text(), comment="The form of instrument called so"),
        sa.Column("text", sa.Text(), nullable=False, comment="The name as written"),
        sa.Column("language", sa.Text(), comment="Language it is in (BCP 47)"),
        sa.Column("script", sa.Text(), comment="Script it is written in (ISO 15924)"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="official (in full), short, abbreviation, former, or variant (another name in use)",
        ),
        sa.Column(
            "used",
            postgresql.DATERANGE(),
            server_default="(,)",
            nullable=False,
            comment="From the first day of the period in which it came into use up to the last day of the period in which it went out of it; an open end is not known or has not come",
        ),
        sa.Column(
            "used_lower_precision",
            sa.Text(),
            comment="How much of the beginning is known; null when it is unknown",
        ),
        sa.Column(
            "used_upper_precision",
            sa.Text(),
            comment="How much of the end is known; null when unknown or still in use",
        ),
        sa.CheckConstraint(
            "num_nonnulls(country_code, mineral_code, organization_id, sector_code, agreement_form_code) = 1",
            name=op.f("ck_other_name_one_named"),
        ),
        sa.CheckConstraint(
            "kind IN ('official', 'short', 'abbreviation', 'former', 'variant')",
            name=op.f("ck_other_name_kind_known"),
        ),
        sa.CheckConstraint(_partial("used"), name=op.f("ck_other_name_used_partial")),
        sa.CheckConstraint(
            "(text IS NULL OR text ~ '\\S') AND (language IS NULL OR language ~ '\\S') AND (script IS NULL OR script ~ '\\S')",
            name=op.f("ck_other_name_text_and_others_not_blank"),
        ),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{column.rpartition('_')[0]}.{column.rpartition('_')[2]}"],
                name=op.f(f"fk_other_name_{column}"),
                ondelete="CASCADE",
                onupdate="CASCADE" if column.endswith("_code") else None,
            )
            for column in (*NAMED, "agreement_form_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_other_name")),
        *(
            sa.UniqueConstraint(column, "id", name=op.f(f"uq_other_name_{column}_id"))
            for column in NAMED
        ),
        sa.UniqueConstraint(
            "country_code",
            "mineral_code",
            "organization_id",
            "sector_code",
            "agreement_form_code",
            "text",
            "language",
            name="uq_other_name_once",
            postgresql_nulls_not_distinct=True,
        ),
        comment="Another name of a country, mineral, organization, sector or form of instrument",
    )
    op.create_index(
        op.f("ix_other_name_agreement_form_code"), "other_name", ["agreement_form_code"]
    )
    op.execute(
        "CREATE INDEX ix_other_name_text_letters ON other_name"
        " USING gin (public.plain(text) public.gin_trgm_ops)"
    )


def _twin() -> None:
    op.execute("""
        CREATE TABLE history.other_name (LIKE public.other_name INCLUDING COMMENTS);
        ALTER TABLE history.other_name
            ALTER COLUMN text DROP NOT NULL,
            ALTER COLUMN kind DROP NOT NULL,
            ALTER COLUMN used DROP NOT NULL,
            ADD COLUMN opened_by bigint NOT NULL
                CONSTRAINT fk_other_name_opened_by REFERENCES history.change,
            ADD COLUMN closed_by bigint
                CONSTRAINT fk_other_name_closed_by REFERENCES history.change,
            ADD CONSTRAINT pk_other_name PRIMARY KEY (id, opened_by),
            ADD CONSTRAINT ck_other_name_closed_later CHECK (closed_by > opened_by);
        CREATE UNIQUE INDEX uq_other_name_open ON history.other_name (id) WHERE closed_by IS NULL;
        CREATE INDEX ix_other_name_opened_by ON history.other_name (opened_by);
        CREATE INDEX ix_other_name_closed_by ON history.other_name (closed_by)
            WHERE closed_by IS NOT NULL;
        COMMENT ON TABLE history.other_name IS 'The versions of the rows of public.other_name';
        COMMENT ON COLUMN history.other_name.opened_by IS 'The change that made this version';
        COMMENT ON COLUMN history.other_name.closed_by IS
            'The change that ended it; null while the row stands so';
        CREATE INDEX ix_other_name_country_code_id ON history.other_name (country_code, id);
        CREATE INDEX ix_other_name_mineral_code_id ON history.other_name (mineral_code, id);
        CREATE INDEX ix_other_name_organization_id_id ON history.other_name (organization_id, id);
        CREATE INDEX ix_other_name_sector_code_id ON history.other_name (sector_code, id);
        CREATE INDEX ix_other_name_agreement_form_code
            ON history.other_name (agreement_form_code);
        CREATE INDEX ix_other_name_once ON history.other_name (
            country_code, mineral_code, organization_id, sector_code, agreement_form_code, text,
            language
        );
    """)


def _evidence() -> None:
    for table in EVIDENCE:
        op.execute(f"""
            ALTER TABLE {table} ADD COLUMN other_name_id bigint;
            ALTER TABLE history.{table} ADD COLUMN other_name_id bigint;
            COMMENT ON COLUMN {table}.other_name_id IS 'The other name it speaks of';
            COMMENT ON COLUMN history.{table}.other_name_id IS 'The other name it speaks of';
            CREATE INDEX ix_{table}_other_name_id ON {table} (other_name_id)
                WHERE other_name_id IS NOT NULL;
        """)
        for column in NAMED:
            follow = " ON UPDATE CASCADE" if column.endswith("_code") else ""
            op.execute(
                f"ALTER TABLE {table} ADD CONSTRAINT fk_{table}_{column}_other_name_id"
                f" FOREIGN KEY ({column}, other_name_id) REFERENCES other_name ({column}, id)"
                f" ON DELETE CASCADE{follow}"
            )
    _speak_of({**PARTS, "other_name": NAMED})


def _speak_of(parts: dict[str, str | tuple[str, ...]]) -> None:
    """Let evidence speak of these parts, each with the columns that its root can be in."""
    # In the order of the models, so that the expressions are theirs to the letter.
    order = list(PARTS)
    order.insert(order.index("official_name"), "other_name")
    parts = {part: parts[part] for part in order if part in parts}
    subjects = [f"'{part}:' || {part}_id::text" for part in parts]
    subjects += [f"'{root}:' || {column}::text" for root, column in ROOTS.items()]
    rooted = [
        f"({part}_id IS NULL OR {' OR '.join(f'{column} IS NOT NULL' for column in columns)})"
        for part, columns in (
            (part, (root,) if isinstance(root, str) else root) for part, root in parts.items()
        )
    ]
    for table in EVIDENCE:
        op.execute(f"""
            ALTER TABLE {table}
                DROP CONSTRAINT ck_{table}_at_most_one_part,
                DROP CONSTRAINT ck_{table}_part_has_its_root;
            ALTER TABLE {table} ALTER COLUMN subject
                SET EXPRESSION AS (coalesce({", ".join(subjects)}));
            ALTER TABLE {table}
                ADD CONSTRAINT ck_{table}_at_most_one_part CHECK (
                    num_nonnulls({", ".join(f"{part}_id" for part in parts)}) <= 1
                ),
                ADD CONSTRAINT ck_{table}_part_has_its_root CHECK ({" AND ".join(rooted)});
        """)


def downgrade() -> None:
    op.execute("""
        DELETE FROM citation WHERE other_name_id IS NOT NULL;
        DELETE FROM missing_value WHERE other_name_id IS NOT NULL;
    """)
    _speak_of(dict(PARTS))
    for table in EVIDENCE:
        op.execute(f"""
            ALTER TABLE {table} DROP COLUMN other_name_id;
            ALTER TABLE history.{table} DROP COLUMN other_name_id;
        """)
    op.execute("""
        DROP TABLE history.other_name;
        DROP TABLE other_name;
        ALTER TABLE search_word DROP COLUMN sound;
        DROP FUNCTION public.sounds;
        ALTER TABLE agreement_party DROP COLUMN named_as;
        ALTER TABLE history.agreement_party DROP COLUMN named_as;
        ALTER TABLE country
            DROP COLUMN existed,
            DROP COLUMN existed_lower_precision,
            DROP COLUMN existed_upper_precision,
            DROP COLUMN note_en,
            DROP COLUMN note_fr,
            ADD CONSTRAINT ck_country_name_en_and_others_not_blank CHECK (
                (name_en IS NULL OR name_en ~ '\\S') AND (name_fr IS NULL OR name_fr ~ '\\S')
            );
        ALTER TABLE history.country
            DROP COLUMN existed,
            DROP COLUMN existed_lower_precision,
            DROP COLUMN existed_upper_precision,
            DROP COLUMN note_en,
            DROP COLUMN note_fr;
        COMMENT ON TABLE country IS 'One country or territory of ISO 3166-1';
        COMMENT ON COLUMN country.code IS 'ISO 3166-1 alpha-2 code; NA is Namibia';
        COMMENT ON COLUMN history.country.code IS 'ISO 3166-1 alpha-2 code; NA is Namibia';
        COMMENT ON COLUMN agreement_search.words IS 'Every word of its reference, titles, places and summaries, and of the names of its parties, officials, minerals and sectors, as public.words writes them';
    """)
    op.execute(
        "CREATE OR REPLACE FUNCTION public.fold(text) RETURNS text"
        f" LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN {FOLD}"
    )
    op.execute(r"""
        CREATE OR REPLACE FUNCTION public.plain(given text) RETURNS text
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
    _index_anew()
