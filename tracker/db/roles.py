"""The three logins of a database: owner, application, reader."""

import hmac
from collections.abc import Collection
from enum import StrEnum

import psycopg
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import URL, Connection, text
from sqlalchemy.exc import ProgrammingError

from tracker.errors import TrackerError

_LOCK = 7_411_020_301  # any number of our own: advisory locks have no names


class Login(StrEnum):
    """Who connects, and what for."""

    OWNER = "owner"
    """Migrates; owns every object."""
    APP = "app"
    """Reads and writes data; changes no definitions."""
    READER = "reader"
    """Reads the views of schema `report`, and nothing else."""


_READERS_AT_A_TIME = 40
_READER_SETTINGS = {
    "search_path": "report",
    "idle_in_transaction_session_timeout": "10min",
    "work_mem": "32MB",
    "temp_file_limit": "1GB",
}
"""What holds for the reader unless a statement sets another; the last it cannot set."""

ROLE_NAMES = {Login.APP: "tracker_app", Login.READER: "tracker_reader"}


def derived_url(owner: URL, login: Login) -> URL:
    """Return the address of one of our roles on the owner's server.

    Its password comes from the owner's, so that a team keeps one secret; whoever knows the
    application's or the reader's cannot go back to the owner's. An owner without a password, as
    on the embedded server, makes roles without.
    """
    name = ROLE_NAMES[login]
    if owner.password is None:
        return owner.set(username=name)
    password = hmac.digest(str(owner.password).encode(), name.encode(), "sha256").hex()
    return owner.set(username=name, password=password)


def ensure_roles(connection: Connection, managed: Collection[Login] = tuple(ROLE_NAMES)) -> None:
    """Make the roles that are missing, and set the passwords that do not work; keep the rest.

    ``connection`` is the owner's. ``managed`` are the logins whose passwords are ours to set; of
    the others the operator takes care. Raises TrackerError where the owner may not do that.
    """
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    for login, name in ROLE_NAMES.items():
        url = derived_url(connection.engine.url, login)
        try:
            with connection.begin_nested():
                _ensure_role(connection, name)
                if login is Login.READER and login in managed:
                    _limit_reader(connection)
                if login is Login.APP:
                    _lend_functions(connection, name)
                if login in managed and url.password is not None and not _lets_in(url):
                    _set_password(connection, name, str(url.password))
        except ProgrammingError as error:
            if isinstance(error.orig, InsufficientPrivilege):
                raise TrackerError(_advice(name, login)) from error
            raise
    _let_cancel(connection)
    forbid_temporary_tables(connection)


def forbid_temporary_tables(connection: Connection) -> None:
    """Take from all but the owner the right, which PostgreSQL gives to all, to make them."""
    database = connection.scalar(text("SELECT quote_ident(current_database())"))
    connection.exec_driver_sql(f"REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC")


def _ensure_role(connection: Connection, name: str) -> None:
    known = text("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :name)")
    if connection.scalar(known, {"name": name}):
        return
    connection.exec_driver_sql(f"CREATE ROLE {name} LOGIN")


def _lend_functions(connection: Connection, name: str) -> None:
    """Let the application call what `superuser.sql` took from everybody for reports' sake."""
    lent = text("""
        SELECT p.oid::regprocedure::text
        FROM pg_proc AS p, aclexplode(p.proacl) AS a
        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND a.is_grantable
            AND a.grantee = current_user::regrole AND a.grantee <> p.proowner
            AND NOT has_function_privilege(:name, p.oid, 'EXECUTE')
    """)
    for called in connection.scalars(lent, {"name": name}).all():
        connection.exec_driver_sql(f"GRANT EXECUTE ON FUNCTION pg_catalog.{called} TO {name}")


def _let_cancel(connection: Connection) -> None:
    """Let the application end what the reader's sessions do, where that is ours to allow."""
    app, reader = ROLE_NAMES[Login.APP], ROLE_NAMES[Login.READER]
    allowed = text(
        "SELECT pg_has_role(:app, :reader, 'USAGE')"
        " OR NOT pg_has_role(:reader, 'USAGE WITH ADMIN OPTION')"
    )
    if not connection.scalar(allowed, {"app": app, "reader": reader}):
        connection.exec_driver_sql(f"GRANT {reader} TO {app} WITH INHERIT TRUE, SET FALSE")


def _limit_reader(connection: Connection) -> None:
    """Limit what reports may take, all of them together and each; write only what differs."""
    name = ROLE_NAMES[Login.READER]
    limit, found = connection.execute(
        text("SELECT rolconnlimit, coalesce(rolconfig, '{}') FROM pg_roles WHERE rolname = :name"),
        {"name": name},
    ).one()
    if limit != _READERS_AT_A_TIME:
        connection.exec_driver_sql(f"ALTER ROLE {name} CONNECTION LIMIT {_READERS_AT_A_TIME}")
    may_set = text(
        "SELECT has_parameter_privilege(:setting, 'SET') OR context = 'user'"
        " FROM pg_settings WHERE name = :setting"
    )
    for setting, value in _READER_SETTINGS.items():
        if f"{setting}={value}" not in found and connection.scalar(may_set, {"setting": setting}):
            connection.exec_driver_sql(f"ALTER ROLE {name} SET {setting} = '{value}'")


def _lets_in(url: URL) -> bool:
    """Tell whether a role's password works already: then nothing need be written."""
    arguments = url.translate_connect_args(database="dbname", username="user") | dict(url.query)
    try:
        psycopg.connect(**arguments).close()
    except psycopg.OperationalError:
        return False
    return True


def _set_password(connection: Connection, name: str, password: str) -> None:
    """Set a password by its verifier, so that the server's log cannot show it."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, psycopg.Connection):
        raise TypeError(f"roles are made through psycopg, not through {type(driver)}")
    verifier = driver.pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256")
    connection.exec_driver_sql(f"ALTER ROLE {name} PASSWORD '{verifier.decode()}'")


def _advice(name: str, login: Login) -> str:
    return (
        f"The login of TRACKER_DATABASE_URL may not make or change the role {name}. Give it the"
        f" right (ALTER ROLE … CREATEROLE), or make the role yourself (CREATE ROLE {name} LOGIN"
        f" PASSWORD …) and set TRACKER_{login.upper()}_DATABASE_URL."
    )
