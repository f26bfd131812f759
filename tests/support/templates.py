"""What the databases of tests are copied from; each is made when it is first asked for."""

from tests.support import small_world, synthetic
from tests.support.cluster import Cluster
from tracker.db.engine import Database
from tracker.db.migrations import upgrade
from tracker.seeding import Seeds, load


def empty(cluster: Cluster) -> str:
    """Return the name of a template in which no migration has run."""
    return cluster.template("template_empty", lambda _: None, "template0")


def migrated(cluster: Cluster) -> str:
    """Return the name of a template with every migration and no data."""
    return cluster.template("template_migrated", migrate, empty(cluster))


def seeded(cluster: Cluster) -> str:
    """Return the name of a template with all seeds."""
    return cluster.template("template_seeded", _seed, migrated(cluster))


def with_reference(cluster: Cluster) -> str:
    """Return the name of a template with the seeds' reference data alone."""
    return cluster.template("template_reference", _seed_reference, migrated(cluster))


def world(cluster: Cluster) -> str:
    """Return the name of a template with the small world."""
    return cluster.template("template_world", small_world.fill, migrated(cluster))


def large(cluster: Cluster) -> str:
    """Return the name of a template with 100,000 synthetic agreements."""
    return cluster.template("template_large", _fill_large, with_reference(cluster))


def make_usual(cluster: Cluster) -> None:
    """Make the templates that many tests use."""
    for make in (seeded, with_reference, world):
        make(cluster)


def make_large(cluster: Cluster) -> None:
    """Make the template that takes long."""
    large(cluster)


def migrate(database: Database) -> None:
    upgrade(database.owner, say=lambda _: None)


def _seed(database: Database) -> None:
    with database.session() as session:
        load(session, Seeds.read())
        session.commit()


def _seed_reference(database: Database) -> None:
    with database.session() as session:
        load(session, Seeds.read(), ("reference",))
        session.commit()


def _fill_large(database: Database) -> None:
    synthetic.fill(database, 100_000, 1)
    engine = database.owner.execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("VACUUM (ANALYZE)")
