"""Countries and territories of ISO 3166."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Named
from tracker.models.columns import not_blank


class Country(Named, Base):
    """A country or territory."""

    __tablename__ = "country"
    __table_args__ = (
        CheckConstraint("code ~ '^[A-Z]{2}$'", name="code_alpha2"),
        CheckConstraint("alpha3 ~ '^[A-Z]{3}$'", name="alpha3_format"),
        not_blank("name_en", "name_fr"),
        {"comment": "One country or territory of ISO 3166-1"},
    )

    code: Mapped[str] = mapped_column(
        primary_key=True, sort_order=-10, comment="ISO 3166-1 alpha-2 code; NA is Namibia"
    )
    alpha3: Mapped[str] = mapped_column(unique=True, comment="ISO 3166-1 alpha-3 code")
    region_en: Mapped[str | None] = mapped_column(comment="Region of the world in English (CLDR)")
    region_fr: Mapped[str | None] = mapped_column(comment="Region of the world in French (CLDR)")
