"""Events: the filters of their list, and the form of one."""

from typing import ClassVar

from flask_babel import lazy_gettext as _

from tracker.domain.vocabularies import ParticipantRole, StatementKind
from tracker.forms.fields import (
    LONGEST_NAME,
    DateField,
    LongTextField,
    NumberField,
    RecordField,
    TextField,
    WordField,
)
from tracker.forms.filters import ChoiceFilter, FilterForm, YearField
from tracker.forms.records import PERSON, PartForm, Rows, SourcedForm


class EventFilterForm(FilterForm):
    """What the list of events can be narrowed to."""

    kind = ChoiceFilter(_("Kind"), "event_kind", counted=True)
    country = ChoiceFilter(_("Country"), "country")
    year_from = YearField(_("From year"))
    year_to = YearField(_("To year"))


class ParticipantForm(SourcedForm):
    """Who took part."""

    ALSO: ClassVar = PERSON

    who = RecordField(_("Who"), "country", "organization", "official", required=True)
    role = WordField(_("Role"), ParticipantRole, required=True, default=ParticipantRole.PARTICIPANT)
    post_id = RecordField(_("Post held then"), "post")


class TopicForm(SourcedForm):
    """What was spoken of."""

    sector_code = RecordField(_("Sector"), "sector", required=True)


class SpeakerForm(PartForm):
    """Who said it."""

    who = RecordField(_("By whom"), "country", "organization", "official", required=True)


class StatementForm(SourcedForm):
    """What was said."""

    kind = WordField(_("How"), StatementKind, required=True)
    sector_code = RecordField(_("Sector"), "sector")
    text_en = LongTextField(_("What, in English"), required=True)
    text_fr = LongTextField(_("What, in French"), required=True)
    speakers = Rows(SpeakerForm, _("By whom"), _("Add a speaker"))


class EventForm(SourcedForm):
    """An event with all its parts."""

    kind = WordField(_("Kind"), "event_kind", required=True)
    title_en = TextField(_("Title in English"), required=True)
    title_fr = TextField(_("Title in French"), required=True)
    starts_on = DateField(_("Began"))
    ends_on = DateField(_("Ended"), hint=_("Where that is another day"))
    place_en = TextField(_("Place in English"))
    place_fr = TextField(_("Place in French"))
    place_country_code = RecordField(_("Country of the place"), "country")
    series = TextField(_("Series"), longest=LONGEST_NAME, hint=_("Such as C5+1"))
    ordinal = NumberField(_("Number in the series"))
    parent_id = RecordField(_("Part of the event"), "event")
    participants = Rows(ParticipantForm, _("Participants"), _("Add a participant"), ordered=True)
    topics = Rows(TopicForm, _("Topics"), _("Add a topic"))
    statements = Rows(StatementForm, _("Statements"), _("Add a statement"), ordered=True)
