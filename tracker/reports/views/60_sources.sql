-- Documents, and what they say about which row.

CREATE VIEW documents AS
SELECT
    d.id AS document_id,
    d.title,
    d.publisher,
    d.url,
    d.language,
    d.class,
    d.published_on,
    d.published_on_precision,
    d.retrieved_at,
    d.text IS NOT NULL AS text_is_kept,
    d.sha256,
    d.note
FROM document AS d;

COMMENT ON VIEW documents IS 'One source that facts are cited from';
COMMENT ON COLUMN documents.document_id IS 'The document: the key that citations carry';
COMMENT ON COLUMN documents.title IS 'Its title, in its own language';
COMMENT ON COLUMN documents.publisher IS 'Who published it';
COMMENT ON COLUMN documents.url IS 'Where it can be read';
COMMENT ON COLUMN documents.language IS 'Language it is written in (BCP 47)';
COMMENT ON COLUMN documents.class IS 'primary, official_statement, news, analysis or reference';
COMMENT ON COLUMN documents.published_on IS 'When it was published: first day of the period known';
COMMENT ON COLUMN documents.published_on_precision IS
'How much of published_on is known: year, month or day';
COMMENT ON COLUMN documents.retrieved_at IS 'When it was last read';
COMMENT ON COLUMN documents.text_is_kept IS 'Whether its full text is kept in the database';
COMMENT ON COLUMN documents.sha256 IS
'SHA-256 of the full text in UTF-8, known even where the text is not kept';
COMMENT ON COLUMN documents.note IS 'Remark for those who check it';

CREATE VIEW citations AS
SELECT
    c.id AS citation_id,
    c.subject,
    c.field,
    c.agreement_id,
    c.event_id,
    c.official_id,
    c.organization_id,
    c.post_id,
    c.country_code,
    c.sector_code,
    c.mineral_code,
    c.criticality_list_id AS list_id,
    c.stance,
    c.stated_value,
    p.exact AS quotation,
    coalesce(p.language, d.language) AS language,
    p.translation_en,
    p.translation_fr,
    c.document_id,
    d.title AS document,
    d.publisher,
    d.url,
    d.class AS document_class,
    d.published_on,
    d.published_on_precision,
    c.note_en,
    c.note_fr,
    c.chosen_at,
    c.chosen_by,
    c.chosen_reason
FROM citation AS c
JOIN document AS d ON d.id = c.document_id
LEFT JOIN passage AS p ON p.id = c.passage_id;

COMMENT ON VIEW citations IS 'What one document says about one row or one of its fields';
COMMENT ON COLUMN citations.citation_id IS 'The citation';
COMMENT ON COLUMN citations.subject IS 'The row it speaks of, as table:key';
COMMENT ON COLUMN citations.field IS
'The field it speaks of, or a kind of part such as parties; null for the whole row';
COMMENT ON COLUMN citations.agreement_id IS 'The agreement it speaks of, itself or a part';
COMMENT ON COLUMN citations.event_id IS 'The event it speaks of, itself or a part';
COMMENT ON COLUMN citations.official_id IS 'The official it speaks of, or a part';
COMMENT ON COLUMN citations.organization_id IS 'The organization it speaks of, itself or a part';
COMMENT ON COLUMN citations.post_id IS 'The post it speaks of';
COMMENT ON COLUMN citations.country_code IS 'The country it speaks of';
COMMENT ON COLUMN citations.sector_code IS 'The sector it speaks of';
COMMENT ON COLUMN citations.mineral_code IS 'The mineral it speaks of, itself or a part';
COMMENT ON COLUMN citations.list_id IS 'The criticality list it speaks of, itself or an entry';
COMMENT ON COLUMN citations.stance IS 'Whether it supports or contradicts the recorded value';
COMMENT ON COLUMN citations.stated_value IS 'The value as the source states it';
COMMENT ON COLUMN citations.quotation IS
'The words, in the original language; null where the document is cited as a whole, which is weaker';
COMMENT ON COLUMN citations.language IS 'Language of the words, or of the document';
COMMENT ON COLUMN citations.translation_en IS 'Translation of the words into English, ours';
COMMENT ON COLUMN citations.translation_fr IS 'Translation of the words into French, ours';
COMMENT ON COLUMN citations.document_id IS 'The document';
COMMENT ON COLUMN citations.document IS 'The document''s title';
COMMENT ON COLUMN citations.publisher IS 'Who published the document';
COMMENT ON COLUMN citations.url IS 'Where the document can be read';
COMMENT ON COLUMN citations.document_class IS
'primary, official_statement, news, analysis or reference';
COMMENT ON COLUMN citations.published_on IS
'When the document was published: first day of the period known';
COMMENT ON COLUMN citations.published_on_precision IS
'How much of published_on is known: year, month or day';
COMMENT ON COLUMN citations.note_en IS 'What the source says, in our words, in English';
COMMENT ON COLUMN citations.note_fr IS 'What the source says, in our words, in French';
COMMENT ON COLUMN citations.chosen_at IS 'When its value was chosen among those that differ';
COMMENT ON COLUMN citations.chosen_by IS 'Who chose it';
COMMENT ON COLUMN citations.chosen_reason IS 'Why it was chosen';
