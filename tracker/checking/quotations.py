"""Rules about passages: they are the document's words, at the place they claim."""

from tracker.checking.rule import defect

RULES = (
    defect(
        "A document's text has the document's hash",
        """
        SELECT 'document:' || id, 'its text has another SHA-256 than stated'
        FROM document
        WHERE text IS NOT NULL
            AND sha256 IS DISTINCT FROM encode(sha256(convert_to(text, 'UTF8')), 'hex')
        ORDER BY id
        """,
    ),
    defect(
        "A quotation agrees with its hash and its position with its length",
        """
        SELECT 'document:' || document_id, left(exact, 60)
        FROM passage
        WHERE sha256 <> encode(sha256(convert_to(exact, 'UTF8')), 'hex')
            OR end_offset - start_offset <> char_length(exact)
        ORDER BY document_id, id
        """,
    ),
    defect(
        "A quotation stands in its document's text, at its position and in its context",
        """
        SELECT 'document:' || d.id, left(p.exact, 60)
        FROM passage AS p
        JOIN document AS d ON d.id = p.document_id
        WHERE d.text IS NOT NULL AND NOT CASE
            WHEN p.start_offset IS NULL
                THEN strpos(d.text, concat(p.prefix, p.exact, p.suffix)) > 0
            ELSE substr(d.text, p.start_offset::integer + 1, char_length(p.exact)) = p.exact
                AND right(left(d.text, p.start_offset::integer), char_length(concat(p.prefix)))
                    = concat(p.prefix)
                AND starts_with(substr(d.text, p.end_offset::integer + 1), concat(p.suffix))
        END
        ORDER BY d.id, p.id
        """,
    ),
    defect(
        "Quotations that overlap in a document have the same words there",
        """
        SELECT 'document:' || a.document_id, left(a.exact, 40) || ' / ' || left(b.exact, 40)
        FROM passage AS a
        JOIN passage AS b ON b.document_id = a.document_id AND b.id <> a.id
            AND (b.start_offset, b.id) > (a.start_offset, a.id) AND b.start_offset < a.end_offset
        WHERE substr(
                a.exact,
                (b.start_offset - a.start_offset)::integer + 1,
                (b.end_offset - b.start_offset)::integer
            ) <> left(b.exact, (least(a.end_offset, b.end_offset) - b.start_offset)::integer)
        ORDER BY a.document_id, a.id, b.id
        """,
    ),
)
