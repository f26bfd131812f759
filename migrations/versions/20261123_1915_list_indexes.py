"""Indexes in the orders of the lists, and by filter and agreement."""

from alembic import op

revision = "20261123_1915"
down_revision = "20261123_1809"
branch_labels = None
depends_on = None

NO_DATE = "DATE '0001-01-01'"

BEFORE = {
    "ix_agreement_dated_on_id": "agreement (dated_on, id)",
    "ix_agreement_form": "agreement (form)",
    "ix_agreement_status": "agreement (status)",
    "ix_agreement_party_country_code": "agreement_party (country_code)",
    "ix_agreement_party_organization_id": "agreement_party (organization_id)",
    "ix_agreement_official_official_id": "agreement_official (official_id)",
    "ix_agreement_official_post_id": "agreement_official (post_id)",
    "ix_agreement_scope_mineral_code": "agreement_scope (mineral_code)",
    "ix_agreement_scope_sector_code": "agreement_scope (sector_code)",
    "ix_agreement_event_event_id": "agreement_event (event_id)",
    "ix_event_starts_on_id": "event (starts_on, id)",
    "ix_document_publisher_id": "document (publisher, id)",
}

AFTER = {
    "ix_agreement_dated_on_id": f"agreement (coalesce(dated_on, {NO_DATE}), id)",
    "ix_agreement_form_dated_on_id": f"agreement (form, coalesce(dated_on, {NO_DATE}), id)",
    "ix_agreement_status_dated_on_id": f"agreement (status, coalesce(dated_on, {NO_DATE}), id)",
    "ix_agreement_title_en_id": "agreement (left(fold(title_en), 200), id)",
    "ix_agreement_title_fr_id": "agreement (left(fold(title_fr), 200), id)",
    "ix_agreement_party_country_code_agreement_id": "agreement_party (country_code, agreement_id)",
    "ix_agreement_party_organization_id_agreement_id": "agreement_party (organization_id, agreement_id)",
    "ix_agreement_official_official_id_agreement_id": "agreement_official (official_id, agreement_id)",
    "ix_agreement_official_post_id_agreement_id": "agreement_official (post_id, agreement_id)",
    "ix_agreement_scope_mineral_code_agreement_id": "agreement_scope (mineral_code, agreement_id)",
    "ix_agreement_scope_sector_code_agreement_id": "agreement_scope (sector_code, agreement_id)",
    "ix_agreement_event_event_id_agreement_id": "agreement_event (event_id, agreement_id)",
    "ix_event_starts_on_id": f"event (coalesce(starts_on, {NO_DATE}), id)",
    "ix_event_title_en_id": "event (left(fold(title_en), 200), id)",
    "ix_event_title_fr_id": "event (left(fold(title_fr), 200), id)",
    "ix_document_published_on_id": f"document (coalesce(published_on, {NO_DATE}), id)",
    "ix_document_publisher_id": "document (left(fold(publisher), 200), id)",
    "ix_document_title_id": "document (left(fold(coalesce(title, url)), 200), id)",
    "ix_official_name_id": "official (left(fold(name), 200), id)",
    "ix_organization_name_en_id": "organization (left(fold(name_en), 200), id)",
    "ix_organization_name_fr_id": "organization (left(fold(name_fr), 200), id)",
}
"""Lists order by no more of a text than an index can hold of any."""


def upgrade() -> None:
    exchange(BEFORE, AFTER)


def downgrade() -> None:
    exchange(AFTER, BEFORE)


def exchange(old: dict[str, str], new: dict[str, str]) -> None:
    for name in old:
        op.execute(f"DROP INDEX public.{name}")
    for name, definition in new.items():
        op.execute(f"CREATE INDEX {name} ON public.{definition.replace('fold(', 'public.fold(')}")
    # An expression has no statistics before its table is analysed, and a plan without them walks.
    for table in sorted({definition.split()[0] for definition in new.values()}):
        op.execute(f"ANALYZE public.{table}")
