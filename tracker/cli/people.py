"""`tracker user`: people and their roles, from the machine itself."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.orm import Session

from tracker.cli.frame import say
from tracker.config import Settings, load_settings
from tracker.db.engine import Database, open_database
from tracker.db.migrations import require_current
from tracker.domain.permissions import Role
from tracker.domain.vocabularies import Door
from tracker.errors import TrackerError
from tracker.queries.accounts.people import Person, get_by_email, list_people
from tracker.services.accounts import (
    add_account,
    add_first_administrator,
    change_account,
    set_active,
)
from tracker.services.audit import Author, begin_change
from tracker.services.passkeys import remove_passkeys_of
from tracker.services.sign_in import make_link
from tracker.web.site.server import web_address

_ACTOR = Author("tracker user")
_ROLE = click.Choice([role.value for role in Role])


@click.group(short_help="Add people, change their roles, let them in.")
def user() -> None:
    """Add people, change their roles, disable them, and make links that let them in once.

    \b
    reader         reads
    editor         enters and changes records too
    reviewer       verifies records too
    administrator  may do everything
    """  # noqa: D301 (it is Click's mark of lines to keep)


@user.command("add", short_help="Add a person.")
@click.argument("email")
@click.option("--name", required=True, help="Name shown beside what the person does.")
@click.option("--role", "roles", type=_ROLE, multiple=True, required=True, help="May be repeated.")
def add(email: str, name: str, roles: tuple[str, ...]) -> None:
    """Add the person with address EMAIL, and print a one-time link to pass on."""
    with _changing() as (session, settings):
        _, token = add_account(session, _ACTOR, email, name, [Role(role) for role in roles])
    _print_link(settings, token)


@user.command("role", short_help="Set a person's roles.")
@click.argument("email")
@click.argument("roles", type=_ROLE, nargs=-1, required=True)
def role(email: str, roles: tuple[str, ...]) -> None:
    """Give the person with address EMAIL these ROLES, and no others."""
    with _changing() as (session, _):
        found = _known(session, email)
        given = [Role(role) for role in roles]
        change_account(session, _ACTOR, found.id, found.name, given)
    click.echo(f"{found.email}: {', '.join(roles)}")


@user.command("reset", short_help="Let a person in once, to choose a password.")
@click.argument("email", required=False)
@click.option("--passkeys", is_flag=True, help="Remove the person's passkeys too.")
def reset(email: str | None, *, passkeys: bool) -> None:
    """Print a one-time link for the person with address EMAIL, to choose another password by.

    Without EMAIL: for the only administrator. The password of before works until the link is used;
    passkeys work on, unless they are removed, which ends the person's sessions.
    """
    with _changing() as (session, settings):
        found = _known(session, email) if email else _only_administrator(session)
        token = make_link(session, _ACTOR, found.id)
        if passkeys:
            remove_passkeys_of(session, _ACTOR, found.id)
    _print_link(settings, token)


@user.command("disable", short_help="Keep a person out.")
@click.argument("email")
@click.option("--undo", is_flag=True, help="Let the person in again.")
def disable(email: str, *, undo: bool) -> None:
    """Disable the account with address EMAIL and end its sessions; what the person did stays."""
    with _changing() as (session, _):
        found = _known(session, email)
        set_active(session, _ACTOR, found.id, active=undo)
    click.echo(f"{found.email} {'can sign in again' if undo else 'can no longer sign in'}.")


@user.command("list", short_help="List everybody.")
def list_() -> None:
    """List everybody who has an account."""
    with open_database(load_settings(), say) as database:
        require_current(database.owner)
        with database.session() as session:
            people = list_people(session)
    for found in people:
        state = "" if found.active else " (disabled)"
        click.echo(f"{found.email:40} {found.name:30} {', '.join(found.roles)}{state}")


def welcome(database: Database, address: str) -> None:
    """See to it that somebody can sign in; say how, where nobody has a password yet."""
    actor = Author("tracker up")
    with database.transaction() as session:
        begin_change(session, actor, Door.CLI)
        token = add_first_administrator(session, actor)
        people = [] if token else list_people(session)
    if token is not None:
        click.echo(f"To sign in as administrator, open once: {_link(address, token)}")
    elif not any(_may_administrate(found) for found in people):
        click.echo("No administrator has a password yet. For a new link: tracker user reset")


@contextmanager
def _changing() -> Iterator[tuple[Session, Settings]]:
    """Lend a session that changes people from the command line."""
    settings = load_settings()
    with open_database(settings, say) as database:
        require_current(database.owner)
        with database.transaction() as session:
            begin_change(session, _ACTOR, Door.CLI)
            yield session, settings


def _known(session: Session, email: str) -> Person:
    found = get_by_email(session, email)
    if found is None:
        raise TrackerError(
            f"Nobody has the address {email}. To see who there is: tracker user list"
        )
    return found


def _only_administrator(session: Session) -> Person:
    found = [
        each for each in list_people(session) if each.active and Role.ADMINISTRATOR in each.roles
    ]
    if len(found) != 1:
        raise TrackerError("Say whom, by e-mail address. To see who there is: tracker user list")
    return found[0]


def _may_administrate(found: Person) -> bool:
    return found.active and found.has_password and Role.ADMINISTRATOR in found.roles


def _print_link(settings: Settings, token: str) -> None:
    address = settings.site_url or web_address(settings.host, settings.port)
    click.echo(f"Lets in once, within three days: {_link(address, token)}")


def _link(address: str, token: str) -> str:
    return f"{address}/sign-in/link/{token}"
