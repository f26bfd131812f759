"""What every table is made of."""

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import TIMESTAMP, BigInteger, ForeignKey, Identity, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column

NAMING_CONVENTION = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
"""How constraints and indexes are called."""

UNTRACKED = {"history": False}
"""The ``info`` of a table or column without history: a secret, or what follows from the rest."""

FOLLOWING = {"following": True}
"""The ``info`` of a table whose rows follow from others that people write.

It has a history, to be asked as of a date, but its versions are nobody's changes.
"""


class Base(DeclarativeBase):
    """A row of a table: text without length, whole numbers of 64 bits, times with their zone."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        int: BigInteger,
        dt.datetime: TIMESTAMP(timezone=True),
    }


class Identified:
    """A row known by a number that the database gives."""

    id: Mapped[int] = mapped_column(
        Identity(always=True),
        primary_key=True,
        sort_order=-10,
        comment="Number given by the database; stable, never used again",
    )


class Named:
    """A row with a name in both languages."""

    name_en: Mapped[str] = mapped_column(sort_order=-5, comment="Name in English")
    name_fr: Mapped[str] = mapped_column(sort_order=-5, comment="Name in French")


def points_to(
    target: str,
    comment: str,
    *,
    ondelete: str | None = None,
    index: bool = True,
    primary_key: bool = False,
) -> MappedColumn[Any]:
    """Declare an indexed foreign key to the column ``target`` (``table.column``).

    Pass ``ondelete="CASCADE"`` where the row is a part of what it points at, and ``index=False``
    where another index begins with the column.
    """
    return mapped_column(
        ForeignKey(target, ondelete=ondelete, onupdate="CASCADE" if _is_natural(target) else None),
        index=index,
        primary_key=primary_key,
        comment=comment,
    )


def _is_natural(target: str) -> bool:
    return target.endswith(".code")
