"""create_app(): wires everything, decides nothing."""

from flask import Flask
from flask_babel import Babel

from tracker.config import Settings
from tracker.db.engine import Database
from tracker.web import (
    accounts,
    agreements,
    auth,
    converters,
    countries,
    errors,
    events,
    health,
    home,
    languages,
    minerals,
    moments,
    officials,
    organizations,
    people,
    presenting,
    sectors,
    security,
    sessions,
    sign_in,
    sources,
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
    sign_in,
    accounts,
    people,
)


def create_app(database: Database, settings: Settings) -> Flask:
    """Return the site for one database. The settings hold a secret key."""
    app = Flask("tracker", template_folder="web/templates", static_folder="web/static")
    if settings.secret_key is not None:
        app.secret_key = settings.secret_key.get_secret_value()
    app.extensions["database"] = database
    app.config.from_mapping(security.configuration(settings))
    Babel(app, locale_selector=languages.language)
    for part in (converters, errors, presenting, security, sessions, moments, auth):
        part.init_app(app)
    for subject in BLUEPRINTS:
        app.register_blueprint(subject.blueprint)
    app.wsgi_app = languages.LanguagePrefix(app.wsgi_app)  # type: ignore[method-assign]
    return app
