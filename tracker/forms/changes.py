"""Changes: the filters of their list."""

import datetime as dt
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import DateField, StringField
from wtforms.validators import Length, Optional

from tracker.forms.filters import ChoiceField, FilterForm


class ChangeFilterForm(FilterForm):
    """What the list of changes can be narrowed to; it has one order, newest first."""

    q = None  # type: ignore[assignment]
    sort = None  # type: ignore[assignment]
    choices = None  # type: ignore[assignment]
    actor = StringField(_("Who"), validators=[Optional(), Length(max=200)])
    door = ChoiceField(_("How"))
    table = ChoiceField(_("What"))
    since = DateField(_("Since"), validators=[Optional()])
    until = DateField(_("Until"), validators=[Optional()])

    def filters(self) -> dict[str, Any]:
        """Return the filters that narrow the list; days become the moments they begin and end."""
        given = super().filters()
        for name, days in (("since", 0), ("until", 1)):
            if name in given:
                day = given[name] + dt.timedelta(days=days)
                given[name] = dt.datetime.combine(day, dt.time.min, dt.UTC)
        return given
