"""create_app(): wires everything, decides nothing."""

from flask import Flask

from tracker.config import Settings
from tracker.db.engine import Database
from tracker.web import (
    accounts,
    agreements,
    auth,
    changes,
    choosing,
    converters,
    countries,
    criticality_lists,
    dates,
    errors,
    events,
    fonts,
    health,
    history,
    home,
    inputs,
    languages,
    lapsed,
    minerals,
    moments,
    officials,
    organizations,
    passkeys,
    people,
    posts,
    presenting,
    report_exports,
    report_runs,
    reports,
    restoring,
    reviews,
    sectors,
    security,
    sessions,
    sign_in,
    sources,
    vocabularies,
)

BLUEPRINTS = (
    health,
    home,
    agreements,
    countries,
    officials,
    organizations,
    events,
    minerals,
    sectors,
    sources,
    reports,
    report_exports,
    report_runs,
    reviews,
    history,
    changes,
    restoring,
    sign_in,
    accounts,
    passkeys,
    people,
    posts,
    criticality_lists,
    vocabularies,
    choosing,
    dates,
)

PARTS = (
    converters,
    errors,
    fonts,
    presenting,
    inputs,
    security,
    sessions,
    moments,
    lapsed,
    auth,
    report_runs,
)


def create_app(database: Database, settings: Settings) -> Flask:
    """Return the site for one database. The settings hold a secret key."""
    app = Flask("tracker", template_folder="web/templates", static_folder="web/static")
    if settings.secret_key is not None:
        app.secret_key = settings.secret_key.get_secret_value()
    app.extensions["database"] = database
    app.config.from_mapping(security.configuration(settings))
    languages.init_app(app)
    for part in PARTS:
        part.init_app(app)
    for subject in BLUEPRINTS:
        app.register_blueprint(subject.blueprint)
    for forms in vocabularies.FORMS:
        app.register_blueprint(forms)
    app.wsgi_app = languages.LanguagePrefix(app.wsgi_app)  # type: ignore[method-assign]
    return app
