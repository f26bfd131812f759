-- What is said by whom: the evidence, flat.

CREATE VIEW report.citation AS
SELECT
    c.id AS citation_id,
    c.subject,
    c.agreement_id,
    c.event_id,
    c.official_id,
    c.field,
    c.stance,
    c.stated_value,
    p.exact AS quotation,
    coalesce(p.language, d.language) AS language,
    d.publisher,
    d.title AS document,
    d.url,
    d.published_on,
    c.chosen_by,
    c.chosen_reason
FROM public.citation AS c
JOIN public.document AS d ON d.id = c.document_id
LEFT JOIN public.passage AS p ON p.id = c.passage_id;

COMMENT ON VIEW report.citation IS 'What one document says about one row or one of its fields';
COMMENT ON COLUMN report.citation.citation_id IS 'The citation';
COMMENT ON COLUMN report.citation.subject IS 'The row it speaks of, as table:key';
COMMENT ON COLUMN report.citation.agreement_id IS 'The agreement it speaks of, itself or a part';
COMMENT ON COLUMN report.citation.event_id IS 'The event it speaks of, itself or a part';
COMMENT ON COLUMN report.citation.official_id IS 'The official it speaks of, or a part';
COMMENT ON COLUMN report.citation.field IS 'The field it speaks of; null for the whole row';
COMMENT ON COLUMN report.citation.stance IS 'supports or contradicts';
COMMENT ON COLUMN report.citation.stated_value IS 'The value as the source states it';
COMMENT ON COLUMN report.citation.quotation IS 'The words; null where the whole document is cited';
COMMENT ON COLUMN report.citation.language IS 'Language of the words';
COMMENT ON COLUMN report.citation.publisher IS 'Who published the document';
COMMENT ON COLUMN report.citation.document IS 'The document''s title';
COMMENT ON COLUMN report.citation.url IS 'Where the document can be read';
COMMENT ON COLUMN report.citation.published_on IS 'When the document was published';
COMMENT ON COLUMN report.citation.chosen_by IS 'Who chose this value among those that differ';
COMMENT ON COLUMN report.citation.chosen_reason IS 'Why it was chosen';

