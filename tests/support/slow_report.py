"""A library of one report, which takes as long as one asks it to."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from tracker.reports.catalogue import Catalogue
from tracker.reports.runner import Limits

SLOW = """/*
title_en: Slow
title_fr: Lent
description_en: Takes its time.
description_fr: Prend son temps.
theme: partners
parameters:
  seconds:
    type: integer
    default: 0
    label_en: Seconds
    label_fr: Secondes
*/
SELECT 'done' AS answer, :'seconds' AS asked FROM pg_sleep((:'seconds')::integer)
"""
_LONG = Limits(seconds=900)  # so that no run ends but by whom it is cancelled

_RUNS = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE application_name LIKE 'tracker report %' AND datname = current_database()"
)


def serve_slow_report(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Have the site's library hold the slow report alone, and let it run for long."""
    (folder / "01_slow.sql").write_text(SLOW)
    monkeypatch.setattr("tracker.web.reports.questions.LIBRARY", Catalogue(folder))
    monkeypatch.setattr("tracker.web.reports.reports._LIMITS", _LONG)


def wait_for_runs(owner: Connection, number: int) -> None:
    """Wait until the database has so many of them; a hanging test says that it never has."""
    while owner.scalar(_RUNS) != number:
        owner.rollback()
    owner.rollback()
