"""create_app(): wires everything, decides nothing."""

from flask import Flask

from tracker.config import Settings
from tracker.db.engine import Database
from tracker.web.accounts import (
    expired_forms,
    own_account,
    passkeys,
    people,
    sign_in,
)
from tracker.web.editing import autocomplete, field_rendering, said_back
from tracker.web.history import changes, record_history, restoring
from tracker.web.home import overview
from tracker.web.reports import exports, reports, runs
from tracker.web.site import (
    as_of,
    auth,
    converters,
    errors,
    fonts,
    health,
    hosts,
    languages,
    security,
    sessions,
    template_helpers,
    writing,
)
from tracker.web.subjects import reviews, vocabularies
from tracker.web.subjects.editings import SUBJECTS

BLUEPRINTS = (
    health,
    overview,
    *SUBJECTS,
    reports,
    exports,
    runs,
    reviews,
    record_history,
    changes,
    restoring,
    sign_in,
    own_account,
    passkeys,
    people,
    vocabularies,
    autocomplete,
    said_back,
    writing,
)

SITE_PARTS = (
    converters,
    errors,
    hosts,
    fonts,
    template_helpers,
    field_rendering,
    security,
    sessions,
    as_of,
    expired_forms,
    auth,
    runs,
)


def create_app(database: Database, settings: Settings) -> Flask:
    """Return the site for one database. The settings hold a secret key."""
    app = Flask("tracker", template_folder="web/templates", static_folder="web/static")
    if settings.secret_key is not None:
        app.secret_key = settings.secret_key.get_secret_value()
    app.extensions["database"] = database
    app.config.from_mapping(security.configuration(settings))
    languages.init_app(app)
    for part in SITE_PARTS:
        part.init_app(app)
    for pages in BLUEPRINTS:
        app.register_blueprint(pages.blueprint)
    for forms in vocabularies.FORMS:
        app.register_blueprint(forms)
    app.wsgi_app = languages.LanguagePrefix(app.wsgi_app)  # type: ignore[method-assign]
    return app
