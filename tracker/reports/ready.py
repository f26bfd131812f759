"""A ready report, asked and answered: what the site and the command line give people to keep."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import chain, count

from tracker.reports.catalogue import Report
from tracker.reports.choices import check_choices
from tracker.reports.csv_query import csv_query
from tracker.reports.result import Result, ResultRow
from tracker.reports.runner import Limits, Runner
from tracker.reports.sources import CitedSource, References, key_places, sources_of


@dataclass(frozen=True)
class Question:
    """A report with a value for each parameter, asked of now or of a moment."""

    report: Report
    values: dict[str, str]
    as_of: dt.datetime | None = None


class Answer:
    """The rows of a report as they come, and then where they come from."""

    def __init__(self, question: Question, result: Result) -> None:
        """Take the question, and an open result."""
        self.question = question
        self.result = result
        self.columns = _distinct([column.name for column in result.columns])
        self._schema = "report" if question.as_of is None else "report_as_of"
        self._places = key_places(result.columns)
        self._keys: dict[str, set[int]] = {name: set() for name in self._places}

    def rows(self, tell: Callable[[list[int]], object]) -> Iterator[ResultRow]:
        """Give the rows, keeping in mind of which records they speak.

        Where these have keys of records, what ``tell`` makes of a row's citations is its last cell.
        """
        references = References(self.result, self._places, self._schema)
        for rows in self.result.batches():
            if not self._places:
                yield from rows
                continue
            for name, place in self._places.items():
                self._keys[name].update(row[place] for row in rows if row[place] is not None)
            cited = references.of(rows)
            yield from ((*row, tell(each)) for row, each in zip(rows, cited, strict=True))

    def csv(self, name: str) -> Iterator[bytes]:
        """Give the rows as CSV; the column ``name`` has the addresses of the sources of each."""
        columns, names = self.result.columns, self.columns_with(name)
        return self.result.copied(
            lambda answer: csv_query(answer, columns, names, self._places, self._schema)
        )

    def columns_with(self, name: str) -> list[str]:
        """Return the columns of ``rows``; ``name`` is that of the citations, where it is free."""
        return _distinct([*self.columns, name]) if self._places else self.columns

    def sources(self) -> Iterator[CitedSource]:
        """Give the sources behind the rows that were given, as they stood when these did."""
        return sources_of(self.result, self._keys, self._schema)

    def about(self) -> dict[str, object]:
        """Tell, once the rows were given, what was asked and what they are and rest on."""
        as_of = self.question.as_of
        return {
            "report": self.question.report.name,
            "version": self.question.report.version,
            "parameters": self.question.values,
            "as_of": None if as_of is None else as_of.isoformat(),
            "columns": [asdict(column) for column in self.result.columns],
            "count": self.result.count,
            "truncated": self.result.truncated,
            "sources": (vars(source) for source in self.sources()),
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
def answer(
    runner: Runner, question: Question, limits: Limits | None = None, run_id: str | None = None
) -> Iterator[Answer]:
    """Run a report; its rows are there until the block ends. Raises what ``Runner.run`` does."""
    sql, values, moment = question.report.sql, question.values, question.as_of
    with runner.run(sql, values, as_of=moment, limits=limits, run_id=run_id) as result:
        yield Answer(question, result)


def _distinct(names: list[str]) -> list[str]:
    """Return the names of columns, where two have one name each with a number of its own."""
    found: list[str] = []
    for name in names:
        numbered = (f"{name}_{number}" for number in count(2))
        found.append(next(each for each in chain([name], numbered) if each not in found))
    return found
