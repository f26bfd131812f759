"""Organizations and their members."""

from typing import ClassVar

from pydantic import Field

from tracker import models
from tracker.seeding import values
from tracker.seeding.schema.names import Named
from tracker.seeding.schema.records import Cited, Keyed, OneOf


class Member(values.Span, OneOf, Cited):
    """A country or organization that is a member for a time."""

    TABLE = models.OrganizationMember
    ALTERNATIVES: ClassVar[tuple[str, ...]] = ("country", "member_organization")

    country: values.Country | None = None
    member_organization: values.Organization | None = Field(None, alias="organization")

    def segment(self) -> str:
        """Tell members apart by who they are."""
        return f"member:{self.named()}"

    def order(self) -> str:
        """Tell several times of one member apart by their beginning."""
        return self.began()

    def derived(self) -> dict[str, object]:
        """Return the time of membership."""
        return self.range("valid")


class Organization(Keyed, Cited, Named):
    """A ministry, agency, company, union, forum or other body."""

    TABLE = models.Organization

    name: values.Bilingual
    kind: values.OrganizationKind
    country: values.Country | None = None
    acronym: values.Text | None = None
    parent: values.Organization | None = None
    members: tuple[Member, ...] = ()
