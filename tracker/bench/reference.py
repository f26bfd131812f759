"""What the records are made of: the reference data that the seeds loaded before."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from tracker.bench.rows import TABLES
from tracker.models import (
    ActionKind,
    AgreementForm,
    Base,
    Country,
    Mineral,
    Organization,
    Sector,
    ValueChainStage,
)

# The countries that agree most, the most active first. Every other one follows, by code.
ACTIVE = (
    *("US", "CN", "JP", "DE", "KZ", "AU", "CA", "GB", "FR", "IN", "KR", "CL", "CD", "BR", "SA"),
    *("UZ", "ZA", "ID", "ZM", "AR", "UA", "MN", "NA", "NO", "PH", "AE", "MX", "PE", "TR", "VN"),
    *("TZ", "RS", "BO", "MA", "KG", "TJ", "EG", "RW", "AO", "GL", "RU", "IT", "ES", "PL", "FI"),
)
# The minerals that agreements name most. Every other one follows, by code.
SOUGHT = (
    *("lithium", "cobalt", "nickel", "copper", "graphite", "rare_earth_elements", "manganese"),
    *("tungsten", "uranium", "gallium", "germanium", "antimony", "titanium", "tin", "tantalum"),
)


class CodeName(NamedTuple):
    """A code and what it is called in both languages."""

    code: str
    en: str
    fr: str


class ActionStep(NamedTuple):
    """A kind of action, with the rules by which it decides an agreement's status and date."""

    kind: str
    status: str | None
    phase: int
    dates_text: bool
    position: int


@dataclass(frozen=True)
class ReferenceData:
    """The reference data, most frequent first where frequencies differ."""

    countries: tuple[CodeName, ...]
    minerals: tuple[CodeName, ...]
    sectors: tuple[CodeName, ...]
    forms: dict[str, CodeName]
    stages: tuple[str, ...]
    steps: dict[str, ActionStep]
    unions: tuple[int, ...]
    last_ids: dict[str, int]
    """The greatest id that each table holds already."""

    @classmethod
    def read(cls, connection: Connection) -> "ReferenceData":
        """Read it from a database that holds the reference data."""
        forms = _terms(connection, AgreementForm.code, AgreementForm.label_en, "label_fr")
        steps = connection.execute(
            select(
                ActionKind.code,
                ActionKind.status,
                ActionKind.phase,
                ActionKind.dates_text,
                ActionKind.position,
            )
        )
        unions = select(Organization.id).where(Organization.kind == "union")
        stages = select(ValueChainStage.code).order_by(ValueChainStage.position)
        return cls(
            countries=_first(ACTIVE, _terms(connection, Country.code, Country.name_en, "name_fr")),
            minerals=_first(SOUGHT, _terms(connection, Mineral.code, Mineral.name_en, "name_fr")),
            sectors=tuple(_terms(connection, Sector.code, Sector.name_en, "name_fr")),
            forms={form.code: form for form in forms},
            stages=tuple(connection.scalars(stages)),
            steps={row.code: ActionStep(*row) for row in steps},
            unions=tuple(connection.scalars(unions.order_by(Organization.id))),
            last_ids={table: _last_id(connection, table) for table in TABLES.values()},
        )


def _terms(connection: Connection, code: Any, en: Any, fr: str) -> list[CodeName]:  # noqa: ANN401 (columns)
    rows = connection.execute(select(code, en, code.table.c[fr]).order_by(code))
    return [CodeName(*row) for row in rows]


def _first(codes: tuple[str, ...], terms: list[CodeName]) -> tuple[CodeName, ...]:
    rank = {code: number for number, code in enumerate(codes)}
    return tuple(sorted(terms, key=lambda term: (rank.get(term.code, len(rank)), term.code)))


def _last_id(connection: Connection, table: str) -> int:
    column = Base.metadata.tables[table].c.id
    return connection.scalar(select(func.coalesce(func.max(column), 0))) or 0
