-- A quotation stands in its document's text, at its position and in its context, wherever the full
-- text is held.

CREATE FUNCTION guard.check_quotation(quotation public.passage, full_text text) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    before text := concat(quotation.prefix);
    words_in_context text := concat(quotation.prefix, quotation.exact, quotation.suffix);
BEGIN
    IF quotation.start_offset IS NULL THEN
        IF strpos(full_text, words_in_context) = 0 THEN
            RAISE integrity_constraint_violation USING
                CONSTRAINT = 'passage_is_in_the_text',
                MESSAGE = format('the quotation is not in the text of document %s: %s',
                    quotation.document_id, left(quotation.exact, 60));
        END IF;
    ELSIF substr(full_text, quotation.start_offset::integer + 1, char_length(quotation.exact))
            <> quotation.exact THEN
        RAISE integrity_constraint_violation USING
            CONSTRAINT = 'passage_is_at_its_position',
            MESSAGE = format('the quotation is not at %s-%s of document %s: %s',
                quotation.start_offset, quotation.end_offset, quotation.document_id,
                left(quotation.exact, 60));
    ELSIF substr(full_text, quotation.start_offset::integer + 1 - char_length(before),
            char_length(words_in_context)) <> words_in_context THEN
        RAISE integrity_constraint_violation USING
            CONSTRAINT = 'passage_is_in_its_context',
            MESSAGE = format('other words stand around %s-%s of document %s: %s',
                quotation.start_offset, quotation.end_offset, quotation.document_id,
                left(quotation.exact, 60));
    END IF;
END
$$;

CREATE FUNCTION guard.check_passage() RETURNS trigger
LANGUAGE plpgsql
SET search_path = public
AS $$
DECLARE
    full_text text;
BEGIN
    -- Locked, so that a text which another transaction attaches meanwhile is waited for.
    SELECT d.text INTO full_text FROM document AS d WHERE d.id = NEW.document_id FOR SHARE;
    IF full_text IS NOT NULL THEN
        PERFORM guard.check_quotation(NEW, full_text);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER check_passage AFTER INSERT OR UPDATE ON public.passage
FOR EACH ROW EXECUTE FUNCTION guard.check_passage();

-- A text that comes, or changes, must hold every quotation already made from it.
CREATE FUNCTION guard.check_passages_of_document() RETURNS trigger
LANGUAGE plpgsql
SET search_path = public
AS $$
BEGIN
    PERFORM guard.check_quotation(p, NEW.text) FROM passage AS p WHERE p.document_id = NEW.id;
    RETURN NULL;
END
$$;

CREATE TRIGGER check_passages AFTER UPDATE OF text ON public.document
FOR EACH ROW WHEN (NEW.text IS NOT NULL AND NEW.text IS DISTINCT FROM OLD.text)
EXECUTE FUNCTION guard.check_passages_of_document();
