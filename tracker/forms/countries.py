"""The filters of the list of countries."""

from tracker.forms.filters import FilterForm


class CountryFilterForm(FilterForm):
    """What the list of countries can be narrowed to: words alone."""
