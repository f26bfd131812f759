"""People and their roles: added, changed, disabled by an administrator; oneself by oneself.

Whoever calls has said, by ``begin_change``, who makes the change and through which door.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import delete, exists, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tracker.domain.permissions import Role, Verb
from tracker.errors import TrackerError
from tracker.models import Account, AccountRole, Credential, SignInLink
from tracker.services.audit import Author, require
from tracker.services.sign_in import end_sessions, make_link


class AccountError(TrackerError):
    """An account cannot be as it is asked to be."""


class EmailTakenError(AccountError):
    """Another account has the e-mail address."""


class LastAdministratorError(AccountError):
    """Without this administrator there would be none."""


class NoRolesError(AccountError):
    """The roles are not in the database yet."""


_REFUSALS: dict[str, AccountError] = {
    "uq_account_email": EmailTakenError("There is an account with that e-mail address already."),
    "ck_account_email_format": AccountError("That is not an e-mail address."),
    "ck_account_display_name_not_blank": AccountError("A name is needed."),
    "an_administrator_remains": LastAdministratorError(
        "This is the last active administrator, and has to stay one."
    ),
    "fk_account_role_role_code": NoRolesError("The roles are missing. Run `tracker seed` first."),
}


def add_account(
    session: Session, actor: Author, email: str, name: str, roles: Collection[Role]
) -> tuple[int, str]:
    """Add a person; return the account's id and the secret of a one-time link.

    Raises EmailTakenError, AccountError, NoRolesError, NotAllowedError.
    """
    require(actor, Verb.MANAGE_PEOPLE)
    with _explained():
        account = Account(email=email.strip().lower(), display_name=name.strip())
        session.add(account)
        session.flush()
        session.add(Credential(account_id=account.id))
        session.add_all(AccountRole(account_id=account.id, role_code=role) for role in roles)
        session.flush()
    return account.id, make_link(session, actor, account.id)


def add_first_administrator(session: Session, actor: Author) -> str | None:
    """Make an administrator where there is no account; return the secret of a one-time link."""
    if session.scalar(select(exists(select(Account.id)))):
        return None
    _, token = add_account(
        session,
        actor,
        "administrator@localhost",
        "Administrator",
        (Role.ADMINISTRATOR,),
    )
    return token


def change_account(
    session: Session, actor: Author, account_id: int, name: str, roles: Collection[Role]
) -> None:
    """Give a person another name and other roles.

    Raises LastAdministratorError, AccountError, NotAllowedError.
    """
    require(actor, Verb.MANAGE_PEOPLE)
    with _explained():
        session.get_one(Account, account_id).display_name = name.strip()
        present = set(
            session.scalars(
                select(AccountRole.role_code).where(AccountRole.account_id == account_id)
            )
        )
        session.add_all(
            AccountRole(account_id=account_id, role_code=role) for role in set(roles) - present
        )
        session.flush()
        session.execute(
            delete(AccountRole).where(
                AccountRole.account_id == account_id, AccountRole.role_code.not_in(roles)
            )
        )


def set_active(session: Session, actor: Author, account_id: int, *, active: bool) -> None:
    """Disable an account, which ends its sessions and takes its link, or enable it again.

    Raises LastAdministratorError, NotAllowedError.
    """
    require(actor, Verb.MANAGE_PEOPLE)
    with _explained():
        session.get_one(Account, account_id).active = active
        session.flush()
    if not active:
        end_sessions(session, account_id)
        session.execute(delete(SignInLink).where(SignInLink.account_id == account_id))


def describe_oneself(session: Session, actor: Author, name: str, email: str | None = None) -> None:
    """Change one's own name and, where given, one's address. Raises EmailTakenError, AccountError.

    The address is one's own to choose only when one opens a one-time link.
    """
    require(actor, Verb.KEEP_ACCOUNT)
    with _explained():
        account = session.get_one(Account, actor.account_id)
        account.display_name = name.strip()
        if email is not None:
            account.email = email.strip().lower()
        session.flush()


@contextmanager
def _explained() -> Iterator[None]:
    """Say in words what the database refuses."""
    try:
        yield
    except IntegrityError as error:
        name = getattr(getattr(error.orig, "diag", None), "constraint_name", None)
        if name in _REFUSALS:
            raise _REFUSALS[name] from error
        raise
