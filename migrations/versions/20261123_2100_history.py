"""The history: one row for each change, and for each tracked table a twin of its versions."""

from alembic import op
from sqlalchemy import inspect, text

revision = "20261123_2100"
down_revision = "20261123_1920"
branch_labels = None
depends_on = None

TRACKED = (
    "account",
    "account_role",
    "action_kind",
    "agreement",
    "agreement_action",
    "agreement_event",
    "agreement_form",
    "agreement_official",
    "agreement_party",
    "agreement_relation",
    "agreement_scope",
    "citation",
    "commitment",
    "commitment_update",
    "country",
    "criticality_list",
    "criticality_listing",
    "document",
    "event",
    "event_kind",
    "event_participant",
    "event_topic",
    "mineral",
    "mineral_hs",
    "missing_value",
    "official",
    "official_name",
    "organization",
    "organization_kind",
    "organization_member",
    "passage",
    "post",
    "post_kind",
    "review",
    "role",
    "saved_report",
    "saved_report_version",
    "sector",
    "statement",
    "statement_speaker",
    "tenure",
    "value_chain_stage",
)
"""The tables of today that have a history; a later one comes with its twin."""


INDEXES = text("""
    SELECT pg_get_indexdef(i.indexrelid)
    FROM pg_index AS i
    JOIN pg_class AS c ON c.oid = i.indexrelid
    JOIN pg_am AS m ON m.oid = c.relam
    WHERE i.indrelid = CAST(:live AS regclass)
        AND NOT i.indisprimary AND i.indpred IS NULL AND m.amname = 'btree'
    ORDER BY c.relname
""")
"""By which a table is read in order or by a reference; words are not searched in the past."""


def upgrade() -> None:
    op.execute("""
        CREATE SCHEMA history;
        COMMENT ON SCHEMA history IS 'Every version of every row, and who made it';

        CREATE TABLE history.change (
            id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_change PRIMARY KEY,
            transaction xid8 NOT NULL,
            at timestamp with time zone NOT NULL CONSTRAINT uq_change_at UNIQUE,
            actor text NOT NULL,
            account_id bigint,  -- no key: emptying account by TRUNCATE … CASCADE would empty this
            login text NOT NULL,
            door text NOT NULL CONSTRAINT ck_change_door_known
                CHECK (door IN ('form', 'import', 'seed', 'migration', 'psql')),
            reason text
        );
        CREATE INDEX ix_change_actor_id ON history.change (actor, id);
        CREATE INDEX ix_change_account_id_id ON history.change (account_id, id);
        CREATE INDEX ix_change_door_id ON history.change (door, id);

        COMMENT ON TABLE history.change IS 'One transaction that changed tracked rows';
        COMMENT ON COLUMN history.change.id IS
            'Number given by the database, in the order in which changes were committed';
        COMMENT ON COLUMN history.change.transaction IS 'The transaction, as PostgreSQL numbers it';
        COMMENT ON COLUMN history.change.at IS
            'When it was committed, as near as can be; later than every change before it';
        COMMENT ON COLUMN history.change.actor IS 'Who made it, as said; failing that, the login';
        COMMENT ON COLUMN history.change.account_id IS 'The account of who made it, if one was said';
        COMMENT ON COLUMN history.change.login IS 'The database login that it came through';
        COMMENT ON COLUMN history.change.door IS
            'How it came in: form, import, seed, migration, or psql where nothing was said';
        COMMENT ON COLUMN history.change.reason IS 'Why it was made, if that was said';
    """)
    for table in TRACKED:
        make_twin(table)


def make_twin(table: str) -> None:
    """Make the twin of a table: its columns and its indexes, none of its rules."""
    bind = op.get_bind()
    inspector = inspect(bind)
    key = inspector.get_pk_constraint(table, schema="public")["constrained_columns"]
    others = [
        column["name"]
        for column in inspector.get_columns(table, schema="public")
        if column["name"] not in key and not column["nullable"]
    ]
    keys = ", ".join(key)
    op.execute(f"CREATE TABLE history.{table} (LIKE public.{table} INCLUDING COMMENTS)")
    for column in others:
        op.execute(f'ALTER TABLE history.{table} ALTER COLUMN "{column}" DROP NOT NULL')
    op.execute(f"""
        ALTER TABLE history.{table}
            ADD COLUMN opened_by bigint NOT NULL
                CONSTRAINT fk_{table}_opened_by REFERENCES history.change,
            ADD COLUMN closed_by bigint
                CONSTRAINT fk_{table}_closed_by REFERENCES history.change,
            ADD CONSTRAINT pk_{table} PRIMARY KEY ({keys}, opened_by),
            ADD CONSTRAINT ck_{table}_closed_later CHECK (closed_by > opened_by);
        CREATE UNIQUE INDEX uq_{table}_open ON history.{table} ({keys}) WHERE closed_by IS NULL;
        CREATE INDEX ix_{table}_opened_by ON history.{table} (opened_by);
        CREATE INDEX ix_{table}_closed_by ON history.{table} (closed_by)
            WHERE closed_by IS NOT NULL;
        COMMENT ON TABLE history.{table} IS 'The versions of the rows of public.{table}';
        COMMENT ON COLUMN history.{table}.opened_by IS 'The change that made this version';
        COMMENT ON COLUMN history.{table}.closed_by IS
            'The change that ended it; null while the row stands so';
    """)
    for definition in bind.scalars(INDEXES, {"live": f"public.{table}"}).all():
        op.execute(
            definition.replace("CREATE UNIQUE INDEX uq_", "CREATE INDEX ix_")
            .replace(" ON public.", " ON history.")
            .replace(" NULLS NOT DISTINCT", "")
        )


def downgrade() -> None:
    op.execute("DROP SCHEMA history CASCADE")
