"""An answer as its page and its paper show it: a picture, rows with their sources, notes."""

from dataclasses import dataclass

from tracker.reports.ready import Answer
from tracker.web.reports.cells import (
    Cell,
    ShownColumn,
    cells,
    shown_columns,
)
from tracker.web.reports.notes import DocumentNote, NoteMark, Notes
from tracker.web.reports.pictures import Picture, draw


@dataclass(frozen=True)
class AnswerRow:
    """A row: its cells, and the marks of the notes that it rests on."""

    cells: list[Cell]
    marks: list[NoteMark]


@dataclass(frozen=True)
class ShownAnswer:
    """An answer, read to its end."""

    columns: list[ShownColumn]
    lines: list[AnswerRow]
    notes: list[DocumentNote]
    picture: Picture | None
    truncated: bool


def read(found: Answer) -> ShownAnswer:
    """Read an answer whole; its sources are three queries, however many rows there are."""
    columns = shown_columns(found.result.columns)
    rows = list(found.rows(list))
    notes = Notes(found.sources())
    return ShownAnswer(
        columns=columns,
        lines=[
            AnswerRow(cells(row, columns), notes.marks(row[-1]) if notes.all else [])
            for row in rows
        ],
        notes=notes.all,
        picture=draw(found.question.report.head.chart, columns, rows),
        truncated=found.result.truncated,
    )
