"""What only a superuser can do for a database of the tracker; `superuser.sql` says what and why."""

from pathlib import Path

import psycopg
from sqlalchemy import URL

SUPERUSER = "postgres"
_SQL = Path(__file__).with_suffix(".sql").read_bytes()


def restrain_reports(database: URL) -> None:
    """Take from the reports' login, on the embedded server, what no report needs."""
    url = database.set(username=SUPERUSER)
    arguments = url.translate_connect_args(database="dbname", username="user") | dict(url.query)
    with psycopg.connect(**arguments, autocommit=True) as connection:
        connection.execute(_SQL)
