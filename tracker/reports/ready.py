"""A ready report, asked and answered: what the site and the command line give people to keep."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from tracker.reports.catalogue import Report
from tracker.reports.choices import check_choices
from tracker.reports.runner import Result, Runner
from tracker.reports.sources import KEYS, Source, sources_of


@dataclass(frozen=True)
class Question:
    """A report with a value for each parameter, asked of now or of a moment."""

    report: Report
    values: dict[str, str]
    as_of: dt.datetime | None = None


class Answer:
    """The rows of a report as they come, and then where they come from."""

    def __init__(self, question: Question, runner: Runner, result: Result) -> None:
        """Take the question, and an open result."""
        self.question = question
        self.result = result
        self.columns = [column.name for column in result.columns]
        self._runner = runner
        self._keys: dict[str, set[int]] = {name: set() for name in KEYS if name in self.columns}

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Give the rows, keeping in mind of which records they speak."""
        places = [(self.columns.index(name), found) for name, found in self._keys.items()]
        for row in self.result:
            for place, found in places:
                if isinstance(key := row[place], int):
                    found.add(key)
            yield row

    def sources(self) -> Iterator[Source]:
        """Give the sources behind the rows that were given."""
        return sources_of(self._runner, self._keys, as_of=self.question.as_of)

    def about(self) -> dict[str, object]:
        """Tell, once the rows were given, what was asked and what they are and rest on."""
        as_of = self.question.as_of
        return {
            "report": self.question.report.name,
            "parameters": self.question.values,
            "as_of": None if as_of is None else as_of.isoformat(),
            "columns": [asdict(column) for column in self.result.columns],
            "count": self.result.count,
            "truncated": self.result.truncated,
            "sources": [asdict(source) for source in self.sources()],
        }


def ask(
    runner: Runner, report: Report, given: Mapping[str, str], as_of: dt.datetime | None = None
) -> Question:
    """Make a question of what people typed; ``today`` is the day of the moment that is asked of.

    Raises ParameterError.
    """
    day = (as_of or dt.datetime.now(dt.UTC)).date()
    values = report.values(dict(given), day)
    check_choices(runner, report, given)
    return Question(report, values, as_of)


@contextmanager
def answer(runner: Runner, question: Question) -> Iterator[Answer]:
    """Run a report; its rows are there until the block ends. Raises what ``Runner.run`` does."""
    with runner.run(question.report.sql, question.values, as_of=question.as_of) as result:
        yield Answer(question, runner, result)
