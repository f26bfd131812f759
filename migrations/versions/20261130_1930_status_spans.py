"""Where agreements and their parties stand, in spans of days; the status column goes.

The rows are written by ``guard.rebuild_statuses`` after the upgrade, for each earlier moment too.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261130_1930"
down_revision = "20261130_1920"
branch_labels = None
depends_on = None

_STATUSES = (
    "'unknown', 'negotiating', 'announced', 'initialled', 'issued', 'signed', 'operative',"
    " 'in_force', 'suspended', 'terminated', 'expired', 'lapsed', 'superseded'"
)
_STANDINGS = "'not_yet_bound', 'consented', 'bound', 'suspended', 'withdrawn'"
_PRECISION = "How much of its beginning is known: year, month or day; null where no date is"
_PHASE = (
    "1 before the text is made, 2 its making, 3 its effect, 4 its end: of two steps of one day the"
    " later phase counts, and one of phase 1 does not undo a text"
)
_PHASE_BEFORE = (
    "1 before the text is made, 2 its making, 3 its effect, 4 its end: a later phase outweighs an"
    " earlier one whatever the dates say"
)
_BY_STATUS = "(status, coalesce(dated_on, DATE '0001-01-01'), id)"
_TWINS = {
    "agreement_status_span": {"agreement_id": "agreement_id", "status": "status"},
    "agreement_standing_span": {"agreement_id_party_id": "agreement_id, party_id"},
}
"""The tables, with the indexes of their twins."""


def upgrade() -> None:
    op.create_table(
        "agreement_status_span",
        _number(),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.Column("status", sa.Text(), nullable=False, comment="Where it stands on these days"),
        sa.Column(
            "valid",
            postgresql.DATERANGE(),
            nullable=False,
            comment="From the day on which the status begins up to the day on which another does",
        ),
        sa.Column("valid_lower_precision", sa.Text(), nullable=True, comment=_PRECISION),
        sa.Column(
            "dated_on",
            sa.Date(),
            nullable=False,
            comment="The agreement's dated_on, for reading in its order; 0001-01-01 where it has"
            " none",
        ),
        sa.CheckConstraint(
            f"status IN ({_STATUSES})", name=op.f("ck_agreement_status_span_status_known")
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_status_span_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_status_span")),
        _without_overlap("agreement_status_span", "agreement_id"),
        comment="One agreement's status over one span of days; its spans leave no day out; kept by"
        " the database from the actions",
    )
    op.create_index(
        op.f("ix_agreement_status_span_agreement_id"), "agreement_status_span", ["agreement_id"]
    )
    op.create_index(
        op.f("ix_agreement_status_span_status_dated_on_agreement_id"),
        "agreement_status_span",
        ["status", "dated_on", "agreement_id"],
        postgresql_include=["valid"],
    )
    op.create_table(
        "agreement_standing_span",
        _number(),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.Column("party_id", sa.BigInteger(), nullable=False, comment="The party"),
        sa.Column(
            "standing",
            sa.Text(),
            nullable=False,
            comment="not_yet_bound, consented (signed, acceded or ratified), bound, suspended or"
            " withdrawn",
        ),
        sa.Column(
            "valid",
            postgresql.DATERANGE(),
            nullable=False,
            comment="From the day on which the standing begins up to the day on which it ends",
        ),
        sa.Column("valid_lower_precision", sa.Text(), nullable=True, comment=_PRECISION),
        sa.CheckConstraint(
            f"standing IN ({_STANDINGS})", name=op.f("ck_agreement_standing_span_standing_known")
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "party_id"],
            ["agreement_party.agreement_id", "agreement_party.id"],
            name=op.f("fk_agreement_standing_span_agreement_id_party_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_standing_span")),
        _without_overlap("agreement_standing_span", "party_id"),
        comment="One party's standing over one span of days on which its own steps say more than"
        " the agreement's status; kept by the database from the actions",
    )
    op.create_index(
        op.f("ix_agreement_standing_span_agreement_id_party_id"),
        "agreement_standing_span",
        ["agreement_id", "party_id"],
    )
    for table, indexes in _TWINS.items():
        _make_twin(table, indexes)
    # The twin keeps its column, for what was in it.
    op.execute("""
        DROP INDEX history.ix_agreement_status_dated_on_id;
        DROP INDEX ix_agreement_status_dated_on_id;
        ALTER TABLE agreement DROP COLUMN status;
    """)
    _comment_phase(_PHASE)


def downgrade() -> None:
    _comment_phase(_PHASE_BEFORE)
    op.execute(f"""
        ALTER TABLE agreement ADD COLUMN status text DEFAULT 'unknown' NOT NULL,
            ADD CONSTRAINT ck_agreement_status_known CHECK (status IN ({_STATUSES}));
        COMMENT ON COLUMN agreement.status IS
            'Where it stands; kept by the database from the actions';
        UPDATE agreement AS a SET status = s.status
        FROM agreement_status_span AS s
        WHERE s.agreement_id = a.id AND s.valid @> current_date;
        CREATE INDEX ix_agreement_status_dated_on_id ON agreement {_BY_STATUS};
        CREATE INDEX ix_agreement_status_dated_on_id ON history.agreement {_BY_STATUS};
    """)  # noqa: S608 - our own words
    for table in _TWINS:
        op.execute(f"DROP TABLE history.{table}")
        op.drop_table(table)


def _number() -> sa.Column[int]:
    return sa.Column(
        "id",
        sa.BigInteger(),
        sa.Identity(always=True),
        nullable=False,
        comment="Number given by the database; stable, never used again",
    )


def _without_overlap(table: str, key: str) -> postgresql.ExcludeConstraint:
    return postgresql.ExcludeConstraint(
        (sa.column(key), "="),
        (sa.column("valid"), "&&"),
        using="gist",
        name=op.f(f"ex_{table}_overlap"),
    )


def _make_twin(table: str, indexes: dict[str, str]) -> None:
    """Make the twin of a table, as the first twins were made."""
    op.execute(f"""
        CREATE TABLE history.{table} (LIKE {table} INCLUDING COMMENTS);
        ALTER TABLE history.{table}
            ADD COLUMN opened_by bigint NOT NULL
                CONSTRAINT fk_{table}_opened_by REFERENCES history.change,
            ADD COLUMN closed_by bigint
                CONSTRAINT fk_{table}_closed_by REFERENCES history.change,
            ADD CONSTRAINT pk_{table} PRIMARY KEY (id, opened_by),
            ADD CONSTRAINT ck_{table}_closed_later CHECK (closed_by > opened_by);
        CREATE UNIQUE INDEX uq_{table}_open ON history.{table} (id) WHERE closed_by IS NULL;
        CREATE INDEX ix_{table}_opened_by ON history.{table} (opened_by);
        CREATE INDEX ix_{table}_closed_by ON history.{table} (closed_by)
            WHERE closed_by IS NOT NULL;
        COMMENT ON TABLE history.{table} IS 'The versions of the rows of public.{table}';
        COMMENT ON COLUMN history.{table}.opened_by IS 'The change that made this version';
        COMMENT ON COLUMN history.{table}.closed_by IS
            'The change that ended it; null while the row stands so';
    """)
    for name, columns in indexes.items():
        op.execute(f"CREATE INDEX ix_{table}_{name} ON history.{table} ({columns})")
    op.execute(f"ALTER TABLE history.{table} DROP COLUMN IF EXISTS dated_on")


def _comment_phase(comment: str) -> None:
    op.execute(f"COMMENT ON COLUMN action_kind.phase IS '{comment}'")
