"""create_app(): wires everything, decides nothing."""

from flask import Flask

from tracker.config import Settings
from tracker.db.engine import Database
from tracker.web import health


def create_app(database: Database, settings: Settings) -> Flask:
    """Return the site for one database. The settings hold a secret key."""
    app = Flask("tracker")
    if settings.secret_key is not None:
        app.secret_key = settings.secret_key.get_secret_value()
    app.extensions["database"] = database
    app.register_blueprint(health.blueprint)
    return app
