"""A date as somebody is typing it."""

from tracker.forms.fields import DateField
from tracker.forms.records import PartForm


class WrittenDateForm(PartForm):
    """One date, in whatever field it is typed."""

    date = DateField("")
