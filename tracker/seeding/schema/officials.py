"""Posts, officials, their names and their tenures."""

from tracker import models
from tracker.domain.vocabularies import NameKind
from tracker.seeding import values
from tracker.seeding.schema.records import Cited, Keyed


class Post(Keyed, Cited):
    """An office that people hold one after another."""

    TABLE = models.Post

    title: values.Bilingual
    kind: values.PostKind
    organization: values.Organization | None = None
    country: values.Country | None = None


class Name(Cited):
    """One spelling of an official's name."""

    TABLE = models.OfficialName

    text: values.Text
    language: values.Text | None = None
    script: values.Text | None = None
    kind: NameKind

    def segment(self) -> str:
        """Tell spellings apart by their letters and language."""
        return f"name:{self.text}/{self.language or ''}"


class Tenure(values.Span, Cited):
    """An official's time in a post."""

    TABLE = models.Tenure

    post: values.Post

    def segment(self) -> str:
        """Tell tenures apart by post."""
        return f"tenure:{self.post.named}"

    def order(self) -> str:
        """Tell several times in one post apart by their beginning."""
        return self.began()

    def derived(self) -> dict[str, object]:
        """Return the time in the post."""
        return self.range("held")


class Official(Keyed, Cited):
    """A person who holds or held office."""

    TABLE = models.Official

    name: values.Text
    country: values.Country | None = None
    names: tuple[Name, ...] = ()
    tenures: tuple[Tenure, ...] = ()
