"""A date or a sum as somebody is typing it."""

from tracker.forms.fields import DateField, MoneyField
from tracker.forms.records import PartForm


class WrittenDateForm(PartForm):
    """One date, in whatever field it is typed."""

    typed = DateField("")


class WrittenSumForm(PartForm):
    """One sum of money, in whatever field it is typed."""

    typed = MoneyField("")
