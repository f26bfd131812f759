"""`tracker migrate` and `tracker psql`."""

import os
import shutil
import signal
import subprocess

import click
from sqlalchemy import URL

from tracker.cli.frame import say
from tracker.config import load_settings
from tracker.db.embedded.server import PROGRAMS
from tracker.db.engine import open_database
from tracker.db.migrations import head, require_current, upgrade
from tracker.db.roles import Login


@click.command(short_help="Bring the database up to date.")
def migrate() -> None:
    """Bring the database up to date with this version of the tracker: all of it or nothing.

    Makes the roles tracker_app and tracker_reader where they are missing. Of several at a time,
    one does the work and the others wait for it.
    """
    with open_database(load_settings(), say) as database:
        upgrade(database.owner, managed=database.managed, say=say)
    click.echo(f"The database is at revision {head()}.")


@click.command(
    short_help="Ask the database in SQL.",
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.option(
    "--role",
    type=click.Choice([login.value for login in Login]),
    default=Login.READER.value,
    show_default=True,
    help="reader sees the views of schema report; app reads and writes data; owner may do all.",
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def psql(ctx: click.Context, role: str, arguments: tuple[str, ...]) -> None:
    """Open psql on the database, as the reader unless told otherwise.

    Further arguments go to psql as they are: tracker psql -c 'SELECT 1'.
    """
    program = shutil.which("psql") or str(PROGRAMS / "psql")
    with open_database(load_settings(), say) as database:
        if role != Login.OWNER:
            require_current(database.owner)
        environment = os.environ | _environment(database.urls[Login(role)])
        signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is psql's: it cancels a query
        done = subprocess.run([program, *arguments], env=environment, check=False)  # noqa: S603 - psql
    ctx.exit(done.returncode)


def _environment(url: URL) -> dict[str, str]:
    """Return an address as libpq's variables: arguments would show the password to everybody."""
    parts = {
        "PGHOST": url.host,
        "PGPORT": url.port,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
    } | {f"PG{name.upper()}": value for name, value in url.query.items()}
    return {name: str(value) for name, value in parts.items() if value is not None}
