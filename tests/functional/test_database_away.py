"""While the database is away, every address says so, and nothing typed is lost."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import NullPool, create_engine, text

from tests.support.addresses import addresses_of, rules
from tests.support.cluster import Cluster
from tests.support.forms_site import FormPage, FormsSite, forms_site
from tests.support.seeded_site import LANGUAGES, Site
from tracker.db.engine import Database
from tracker.db.roles import Login
from tracker.db.superuser import SUPERUSER
from tracker.domain.permissions import Role

WITHOUT_DATABASE = {"health.health", "static", "sign_in.leave"}
SAID = {"en": "The database does not answer", "fr": "La base de données ne répond pas"}


@contextmanager
def away(database: Database) -> Iterator[None]:
    """Let nobody reach a database, and end all connections to it."""
    url = database.urls[Login.OWNER].set(username=SUPERUSER)
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    name = url.database
    with engine.connect() as elsewhere:
        elsewhere.execute(text(f'ALTER DATABASE "{name}" CONNECTION LIMIT 0'))
        elsewhere.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
        try:
            yield
        finally:
            elsewhere.execute(text(f'ALTER DATABASE "{name}" CONNECTION LIMIT -1'))


@pytest.fixture(scope="module")
def administrator(cluster: Cluster, seeded_template: str) -> Iterator[FormsSite]:
    with forms_site(cluster, seeded_template, Role.ADMINISTRATOR) as site:
        yield site


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_says_that_the_database_is_away(
    administrator: FormsSite, language: str
) -> None:
    visitor = Site(administrator.database, administrator.client.application.test_client())
    asked = [
        (who, address, who.get(f"/{language}{address}").status_code)
        for rule, method in rules(administrator.client.application)
        for address in addresses_of(rule)
        for who in (visitor, administrator)
        if method == "GET" and rule.endpoint not in WITHOUT_DATABASE
    ]
    with away(administrator.database):
        told = 0
        for who, address, before in asked:
            answer = who.get(f"/{language}{address}")
            if answer.status_code == before:
                continue  # what needs no data is as it was
            assert (answer.status_code, address) == (503, address)
            assert answer.headers.get("Retry-After"), (address, answer.text[:300])
            if answer.mimetype == "text/html":
                assert SAID[language] in answer.text, address
            told += 1
    assert told > len(asked) / 2
    assert administrator.get("/en/agreements/1").status_code == 200


def test_a_save_comes_back_with_all_that_was_typed(administrator: FormsSite) -> None:
    form = administrator.open_form("/fr/officials/1/edit")
    form.fields["name"] = "Typed while the database was away"
    with away(administrator.database):
        back = administrator.send("/fr/officials/1/edit", form.fields)
    assert back.status_code == 503
    assert back.headers["Retry-After"]
    assert FormPage(back.text).fields["name"] == form.fields["name"]
