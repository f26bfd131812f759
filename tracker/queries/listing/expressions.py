"""Names for SQLAlchemy's types where whatever columns will do."""

from typing import Any, TypeAlias

from sqlalchemy import Select, SQLColumnExpression

AnySelect: TypeAlias = Select[*tuple[Any, ...]]
"""A SELECT of whatever columns."""

AnyExpression: TypeAlias = SQLColumnExpression[Any]
"""A column, or what is made of columns, of whatever type."""
