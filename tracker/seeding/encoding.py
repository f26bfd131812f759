"""Values as JSON, so that what files, the database and the last run say can be compared."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from sqlalchemy.dialects.postgresql import Range

Encoded = str | int | bool | None


def encode(value: object) -> Encoded:
    """Return the one JSON form of a value of any column that seeds fill."""
    match value:
        case StrEnum():
            return value.value
        case None | bool() | int() | str():
            return value
        case dt.datetime():
            return value.astimezone(dt.UTC).isoformat()
        case dt.date():
            return value.isoformat()
        case Decimal():
            return f"{value:.2f}"
        case Range():
            return f"[{value.lower or ''},{value.upper or ''})"
    raise TypeError(f"{type(value)} is not a value of seeds")
