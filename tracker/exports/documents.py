"""Sources as data. ``docs/data.md`` is the contract."""

from tracker.exports import values
from tracker.exports.values import Data
from tracker.queries.subjects.documents import DocumentCitation, DocumentItem, DocumentRecord


def item(source: DocumentItem, url: str) -> Data:
    """Write a source as a list shows it; ``url`` is its record's address here."""
    return {
        **_document(values.document(source.document), url),
        "citations": source.citations,
        "quoted": source.quoted,
    }


def record(source: DocumentRecord, url: str) -> Data:
    """Write a source with its passages and the citations from it; the text where it is held."""
    return {
        **_document(values.document(source.document), url),
        "retrieved_at": source.retrieved_at and source.retrieved_at.isoformat(),
        "sha256": source.sha256,
        "note": source.note,
        "text": "".join(stretch.text for stretch in source.text) or None,
        "passages": [
            {
                "id": passage.id,
                "exact": passage.exact,
                "language": passage.language,
                "translation": values.bilingual(passage.translation),
                "start": passage.start,
                "end": passage.end,
            }
            for passage in source.passages
        ],
        "citations": [_citation(each) for each in source.citations],
    }


def _document(document: Data, url: str) -> Data:
    """Tell the address of the document itself from that of its record."""
    title = document["title"]
    return {
        **document,
        "title": title and {"en": title, "fr": title},
        "document_url": document["url"],
        "url": url,
    }


def _citation(cited: DocumentCitation) -> Data:
    record = cited.record
    return {
        **{
            key: value
            for key, value in values.citation(cited.citation).items()
            if key != "document"
        },
        "passage_id": cited.citation.passage_id,
        "record": record
        and {
            "list": record.collection,
            "key": record.key,
            "name": values.bilingual(record.name),
        },
    }
