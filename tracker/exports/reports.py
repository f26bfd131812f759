"""Answers of reports as files: the same bytes for the site and the command line."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from tempfile import TemporaryFile

from tracker.exports.results import as_json, as_markdown
from tracker.exports.workbooks import Book
from tracker.reports.ready import Answer
from tracker.reports.sources import CitedSource

_PIECE = 256 * 1024  # bytes of a workbook sent at a time


@dataclass(frozen=True)
class Asker:
    """Who takes an answer away, and when."""

    name: str
    at: dt.datetime


@dataclass(frozen=True)
class Format:
    """A kind of file: its type on the web, and what writes it."""

    mimetype: str
    write: Callable[[Answer, Asker], Iterator[bytes]]


def _csv(answer: Answer, _: Asker) -> Iterator[bytes]:
    yield from answer.csv("source_urls")
    if said := _cut_off(answer):
        yield f"{said}\n".encode()


def _json(answer: Answer, _: Asker) -> Iterator[bytes]:
    columns = answer.columns_with("citation_ids")
    return _encoded(as_json(columns, answer.rows(list), answer.about))


def _markdown(answer: Answer, _: Asker) -> Iterator[bytes]:
    yield from _encoded(as_markdown(answer.columns_with("sources"), answer.rows(_marks)))
    if said := _cut_off(answer):
        yield f"\n{said}\n".encode()
    yield from _encoded(_footnote(source) for source in answer.sources())


def _workbook(answer: Answer, asker: Asker) -> Iterator[bytes]:
    with TemporaryFile() as file:
        book = Book(file, asker.at)
        columns, rows = answer.columns_with("citation_ids"), answer.rows(_listed)
        more = (
            "More rows than a sheet holds / Plus de lignes qu\u2019une feuille n\u2019en contient"
        )
        fits = book.add("Rows", columns, rows, notice=more)
        sources = (list(vars(source).values()) for source in answer.sources())
        names = [field.name for field in fields(CitedSource)]
        all_cited = book.add("Sources", names, sources, notice=more)
        said = _cut_off(answer) or ("" if fits and all_cited else more)
        book.add("About", ["what / quoi", "value / valeur"], _about(answer, asker, said))
        book.close()
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def _about(answer: Answer, asker: Asker, said: str) -> Iterator[tuple[str, object]]:
    question = answer.question
    head = question.report.head
    yield "report / rapport", f"{head.title_en} / {head.title_fr}"
    yield "name / nom", question.report.name
    yield "version (SHA-256)", question.report.version
    for name, value in question.values.items():
        parameter = head.parameters[name]
        yield f"{parameter.label_en} / {parameter.label_fr}", value
    yield "as of / \u00e0 la date du", question.as_of or "now / maintenant"
    yield "rows / lignes", answer.result.count
    yield "most rows / lignes au plus", answer.result.limit
    yield "left out / omis", said or "nothing / rien"
    yield "asked by / demand\u00e9 par", asker.name
    yield "asked at (UTC) / demand\u00e9 le (UTC)", asker.at


def _cut_off(answer: Answer) -> str:
    if not answer.result.truncated:
        return ""
    count = answer.result.count
    return (
        f"Cut off after {count} rows; there are more"
        f" / Coup\u00e9 apr\u00e8s {count} lignes\u00a0; il y en a plus"
    )


def _listed(citations: list[int]) -> str:
    return ", ".join(map(str, citations))


def _marks(citations: list[int]) -> str:
    return "".join(f"[^{number}]" for number in citations)


def _footnote(source: CitedSource) -> str:
    words = [
        source.publisher,
        source.document,
        source.quotation and f"\u201c{source.quotation}\u201d",
    ]
    told = " ".join(". ".join(word for word in words if word).split()).replace("<", "&lt;")
    return f"\n[^{source.citation_id}]: {told}" + (f" <{source.url}>\n" if source.url else "\n")


def _encoded(texts: Iterable[str]) -> Iterator[bytes]:
    return (text.encode() for text in texts)


FORMATS = {
    "csv": Format("text/csv", _csv),
    "json": Format("application/json", _json),
    "md": Format("text/markdown", _markdown),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _workbook),
}
