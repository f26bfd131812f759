"""Synthetic records by the million, to measure the tracker with."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import psycopg
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from tracker.bench.constraints import set_aside
from tracker.bench.loading import load
from tracker.bench.records import records
from tracker.bench.reference import ReferenceData
from tracker.bench.rows import TABLES
from tracker.bench.verifying import verify
from tracker.bench.words import COMMON_WORD, rare_word
from tracker.domain.vocabularies import Door
from tracker.services.audit import Author, begin_change

__all__ = ["COMMON_WORD", "Follow", "describe", "fill", "rare_word"]

Follow: TypeAlias = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Told of a stretch of work and its length; gives what is to be told of each step."""

_SETTINGS = (
    "SET LOCAL maintenance_work_mem = '512MB'",
    "SET LOCAL work_mem = '128MB'",
    "SET LOCAL jit = off",
)


def fill(connection: Connection, agreements: int, seed: int, follow: Follow) -> None:
    """Add synthetic records to a database that holds the reference data and nothing else.

    ``connection`` is the owner's; its transaction is the caller's to commit. The same seed makes
    the same records. Raises TrackerError should a record break a rule of the database.
    """
    driver = connection.connection.driver_connection
    if not isinstance(driver, psycopg.Connection):
        raise TypeError(f"rows are copied through psycopg, not through {type(driver)}")
    reference = ReferenceData.read(connection)
    for setting in _SETTINGS:
        driver.execute(setting.encode())
    begin_change(Session(connection), Author("tracker bench"), Door.IMPORT)
    to_put_back = set_aside(driver)
    with follow("Making records", agreements) as advance:
        load(driver, records(reference, agreements, seed), advance)
    with follow("Keeping the history", len(TABLES)) as advance:
        for table in TABLES.values():
            driver.execute("SELECT guard.catch_up_history(%s)", (table,))
            advance(1)
    with follow("Checking and indexing", len(to_put_back)) as advance:
        for statement in to_put_back:
            driver.execute(statement)
            advance(1)
    with follow("Gathering words", 1) as advance:
        driver.execute(b"SELECT guard.rebuild_search()")
        advance(1)
    verify(driver)


def describe(agreements: int, seed: int) -> str:
    """Say what a filled database holds; another version of this package makes other records."""
    digest = sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return f"{agreements} agreements from seed {seed}, version {digest.hexdigest()[:12]}"
