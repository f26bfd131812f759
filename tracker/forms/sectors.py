"""The filters of the list of sectors."""

from tracker.forms.filters import FilterForm


class SectorFilterForm(FilterForm):
    """What the list of sectors can be narrowed to: words alone."""
