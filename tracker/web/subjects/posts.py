"""Posts: their forms. They are shown with the countries and organizations that they belong to."""

from flask import Blueprint, url_for
from flask_babel import lazy_gettext as _

from tracker.web.editing.editing import Editing

blueprint = Blueprint("posts", __name__)

EDITING = Editing(
    "post",
    _("Post"),
    address=lambda key: url_for("posts.edit", key=key),
    list_address=lambda: url_for("officials.index", data=False),
)
EDITING.route(blueprint, "/posts", "<id:key>")
