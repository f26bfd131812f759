-- What hostile statements find: a few rows, and an account's address that none may tell.

INSERT INTO public.account (email, display_name)
VALUES ('canary.of.accounts@example.org', 'A reviewer');
INSERT INTO public.country (code, alpha3, name_en, name_fr)
VALUES ('KZ', 'KAZ', 'Kazakhstan', 'Kazakhstan');
INSERT INTO public.country (code, alpha3, name_en, name_fr)
SELECT chr(65 + a) || chr(65 + b), chr(65 + a) || chr(65 + b) || 'X', 'A country', 'Un pays'
FROM generate_series(0, 9) AS a, generate_series(0, 9) AS b;
INSERT INTO public.agreement_form (code, label_en, label_fr, position)
VALUES ('treaty', 'Treaty', 'Traité', 1);
INSERT INTO public.agreement (reference, title_en, title_fr, form)
VALUES ('A1', 'An agreement', 'Un accord', 'treaty');
INSERT INTO public.agreement_party (agreement_id, country_code, capacity, legal_nature, position)
SELECT a.id, c.code, 'party', 'treaty', row_number() OVER ()
FROM public.agreement AS a, public.country AS c
WHERE c.code IN ('KZ', 'AA');
INSERT INTO public.review (agreement_id, state, reviewer_id, decided_at, reason)
SELECT a.id, 'returned', c.id, now(), 'A reason'
FROM public.agreement AS a, public.account AS c;
