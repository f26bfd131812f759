"""Officials: the filters of their list, the form of one, and that of a post."""

from flask_babel import lazy_gettext as _

from tracker.domain.vocabularies import NameKind
from tracker.forms.fields import (
    LONGEST_CODE,
    LONGEST_NAME,
    DateField,
    RecordField,
    TextField,
    WordField,
)
from tracker.forms.filters import ChoiceFilter, FilterForm
from tracker.forms.records import Rows, SourcedForm


class OfficialFilterForm(FilterForm):
    """What the list of officials can be narrowed to."""

    country = ChoiceFilter(_("Country"), "country", counted=True)


class SpellingForm(SourcedForm):
    """One spelling of a name."""

    text = TextField(_("Name as written"), longest=LONGEST_NAME, required=True)
    kind = WordField(_("Kind"), NameKind, required=True)
    language = TextField(_("Language"), longest=LONGEST_CODE, hint=_("A code such as kk or fr"))
    script = TextField(_("Script"), longest=LONGEST_CODE, hint=_("A code such as Cyrl or Latn"))


class TenureForm(SourcedForm):
    """A time in a post."""

    post_id = RecordField(_("Post"), "post", required=True)
    held_start = DateField(_("Since"), column="held")
    held_end = DateField(_("Until"), column=None)


class OfficialForm(SourcedForm):
    """An official with names and posts."""

    name = TextField(_("Name in Latin letters"), required=True)
    country_code = RecordField(_("Acts for the country"), "country")
    names = Rows(SpellingForm, _("Other spellings"), _("Add a spelling"))
    tenures = Rows(TenureForm, _("Posts held"), _("Add a time in a post"))


class PostForm(SourcedForm):
    """A post."""

    title_en = TextField(_("Title in English"), longest=LONGEST_NAME, required=True)
    title_fr = TextField(_("Title in French"), required=True)
    kind = WordField(_("Kind"), "post_kind", required=True)
    organization_id = RecordField(_("Belongs to the body"), "organization")
    country_code = RecordField(_("Belongs to the country"), "country")
