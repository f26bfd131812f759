"""Results as a workbook: typed cells, the sources behind the rows, and what was asked."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tracker.domain.text import fit_for_xml
from tracker.exports.results import plain
from tracker.reports.result import ResultRow

_FIRST_DAY = dt.date(1900, 3, 1)  # before it, Excel's calendar is not ours
_EXACT_DIGITS = 15  # of a number that Excel keeps
_LONGEST = 32_767  # characters in a cell
_CUT = " [\N{HORIZONTAL ELLIPSIS} cut: longer than a cell holds / trop long pour une cellule]"
_LAST_ROW = 1_048_575
_WIDTH = 24


class Book:
    """A workbook that is written a row at a time; memory holds one row of each sheet."""

    def __init__(self, file: BinaryIO, made_at: dt.datetime) -> None:
        """Take a file to write to, and the time that the workbook tells it was made."""
        self._book = Workbook(
            file,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
            },
        )
        self._book.set_properties({"created": made_at.astimezone(dt.UTC).replace(tzinfo=None)})
        self._bold = self._book.add_format({"bold": True})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._time = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})

    def add(
        self, name: str, columns: Sequence[str], rows: Iterable[ResultRow], *, notice: str = ""
    ) -> bool:
        """Add a sheet with a frozen and filtered header; tell whether all rows fitted.

        Where they did not, its last row says ``notice``.
        """
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(len(columns) - 1, 0), _WIDTH)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column, self._bold)
        number = 0
        fits = True
        for number, row in enumerate(rows, start=1):
            if number == _LAST_ROW:
                sheet.write_string(number, 0, notice, self._bold)
                fits = False
                break
            for place, value in enumerate(row):
                self._write(sheet, number, place, value)
        if columns:
            sheet.autofilter(0, 0, number, len(columns) - 1)
        return fits

    def close(self) -> None:
        """Write the file."""
        self._book.close()

    def _write(self, sheet: Worksheet, row: int, place: int, value: object) -> None:
        match value:
            case None:
                pass
            case str():  # most cells
                sheet.write_string(row, place, _short(value))
            case bool():
                sheet.write_boolean(row, place, value)
            case int() | float() | Decimal() if _is_exact(value):
                sheet.write_number(row, place, float(value))
            case dt.datetime() if value.date() >= _FIRST_DAY:
                there = value if value.tzinfo is None else value.astimezone(dt.UTC)
                sheet.write_datetime(row, place, there.replace(tzinfo=None), self._time)
            case dt.date() if not isinstance(value, dt.datetime) and value >= _FIRST_DAY:
                sheet.write_datetime(row, place, value, self._day)
            case _:
                sheet.write_string(row, place, _short(plain(value)))


def _short(text: str) -> str:
    text = fit_for_xml(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT


def _is_exact(value: float | Decimal) -> bool:
    """Tell whether Excel, whose numbers have 15 digits, keeps a number as it is."""
    if isinstance(value, float):
        return math.isfinite(value)
    number = Decimal(value)
    return number.is_finite() and len(number.normalize().as_tuple().digits) <= _EXACT_DIGITS
