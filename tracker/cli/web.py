"""`tracker up` and `tracker serve`."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

import click
from pydantic import SecretStr

from tracker.app import create_app
from tracker.cli.frame import say
from tracker.cli.people import welcome
from tracker.cli.seeding import REFERENCE, SETS, fill
from tracker.config import ConfigurationError, Settings, load_settings
from tracker.db.embedded.home import Home
from tracker.db.embedded.keeper import kept_running
from tracker.db.embedded.server import prepare_home
from tracker.db.engine import Database, open_database
from tracker.db.migrations import require_current, upgrade
from tracker.web.site import server

_HOST = click.option("--host", help="Address to serve on [TRACKER_HOST or 127.0.0.1].")
_PORT = click.option("--port", type=int, help="Port to serve on [TRACKER_PORT or 8000].")


@click.command(short_help="Start everything and serve the site.")
@_HOST
@_PORT
@click.option(
    "--no-seed",
    is_flag=True,
    help="Load only reference data, without which nothing can be entered.",
)
def up(host: str | None, port: int | None, *, no_seed: bool) -> None:
    """Bring the database up to date, fill it from the seeds, and serve the site; Ctrl-C ends it.

    Without TRACKER_DATABASE_URL this starts the embedded PostgreSQL server in TRACKER_HOME, and
    there can be one `tracker up` at a time on a home.
    """
    settings = load_settings(host=host, port=port)
    with _claimed(settings) as announce:
        taken = server.bind(settings.host, settings.port)
        with open_database(settings, say) as database:
            upgrade(database.owner, managed=database.managed, say=say)
            fill(database, REFERENCE if no_seed else SETS)
            welcome(database, settings.site_url or server.address(taken))
            _serve(database, settings, taken, announce)


@click.command(short_help="Serve the site on a database that is ready.")
@_HOST
@_PORT
@click.option("--workers", type=int, help="Worker processes [TRACKER_WORKERS or 2].")
def serve(host: str | None, port: int | None, workers: int | None) -> None:
    """Serve the site; Ctrl-C ends it.

    The database has to be up to date: see `tracker migrate`. With TRACKER_DATABASE_URL, set
    TRACKER_SECRET_KEY too, the same for every process that serves this site.
    """
    settings = load_settings(host=host, port=port, workers=workers)
    _with_secret_key(settings)
    taken = server.bind(settings.host, settings.port)
    with open_database(settings, say) as database:
        require_current(database.owner)
        _serve(database, settings, taken, lambda _: None)


@contextmanager
def _claimed(settings: Settings) -> Iterator[Callable[[str], None]]:
    """Be the only `tracker up` of an embedded home; a server of their own several may share."""
    if settings.database_url is not None:
        yield lambda _: None
        return
    home = Home(settings.home)
    prepare_home(home)
    with home.claimed() as announce:
        yield announce


def _serve(
    database: Database, settings: Settings, taken: socket.socket, announce: Callable[[str], None]
) -> None:
    complete = _with_secret_key(settings)
    address = server.address(taken)

    def ready() -> None:
        announce(address)
        click.echo(f"The tracker is at {address} (Ctrl-C ends it)")

    database.close()  # each worker process makes connections of its own
    with kept_running(database.server) if database.server else nullcontext():
        server.serve(lambda: create_app(database, complete), settings, taken, ready)


def _with_secret_key(settings: Settings) -> Settings:
    """Return the settings with the home's own key where none is given."""
    if settings.secret_key is not None:
        return settings
    if settings.database_url is not None:
        raise ConfigurationError(
            "TRACKER_SECRET_KEY: needed with TRACKER_DATABASE_URL, the same for every process"
            " that serves this site; for example the output of"
            " `python3 -c 'import secrets; print(secrets.token_urlsafe(48))'`"
        )
    home = Home(settings.home)
    prepare_home(home)
    return settings.model_copy(update={"secret_key": SecretStr(home.secret_key())})
