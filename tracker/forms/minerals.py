"""Minerals: the filters of their list, the form of one, and that of a criticality list."""

from typing import ClassVar

from flask_babel import lazy_gettext as _

from tracker.domain.vocabularies import ListingClass
from tracker.forms.fields import (
    LONGEST_CODE,
    LONGEST_NAME,
    DateField,
    NumberField,
    RecordField,
    TextField,
    WordField,
)
from tracker.forms.filters import FilterForm, RecordFilter
from tracker.forms.names import other_names
from tracker.forms.records import ACTOR, Rows, SourcedForm


class MineralFilterForm(FilterForm):
    """What the list of minerals can be narrowed to."""

    criticality_list = RecordFilter(_("Criticality list"), "criticality_list", whole=True)


class TradeCodeForm(SourcedForm):
    """A trade code."""

    hs6 = TextField(_("HS subheading"), longest=LONGEST_CODE, required=True, hint=_("Six digits"))
    description_en = TextField(_("What it covers, in English"), required=True)
    description_fr = TextField(_("What it covers, in French"))


class MineralForm(SourcedForm):
    """A mineral with its trade codes."""

    code = TextField(
        _("Code"), longest=LONGEST_CODE, required=True, hint=_("As written in data and queries")
    )
    name_en = TextField(_("Name in English"), required=True)
    name_fr = TextField(_("Name in French"), required=True)
    symbol = TextField(_("Symbol or formula"))
    atomic_number = NumberField(_("Atomic number"))
    group_code = RecordField(_("Group"), "mineral")
    other_names = other_names()
    hs_codes = Rows(TradeCodeForm, _("Trade codes"), _("Add a trade code"))


class ListingForm(SourcedForm):
    """A mineral on a list."""

    mineral_code = RecordField(_("Mineral"), "mineral", required=True)
    listed_as = TextField(_("As the list words it"), longest=LONGEST_NAME, required=True)
    class_ = WordField(_("Rank"), ListingClass, required=True, column="class")
    note = TextField(_("Remark"))


class CriticalityListForm(SourcedForm):
    """A criticality list with its entries."""

    ALSO: ClassVar = ACTOR

    name_en = TextField(_("Name in English"), longest=LONGEST_NAME, required=True)
    name_fr = TextField(_("Name in French"), required=True)
    issuer = RecordField(_("Issuer"), "country", "organization", required=True)
    edition = TextField(_("Edition"), required=True, hint=_("Usually its year"))
    published_on = DateField(_("Published"))
    note_en = TextField(_("Remark in English"))
    note_fr = TextField(_("Remark in French"))
    listings = Rows(ListingForm, _("Entries"), _("Add an entry"))
