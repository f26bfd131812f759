-- What the database asserts, and what of it nothing vouches for: once over the tables as they are, and
-- once over them as they were.

-- Every fact that the database asserts: a row as a whole (field null), or one field of a header.
CREATE VIEW fact (table_name, subject, field, root) AS
SELECT 'agreement', 'agreement:' || id, 'title_en', 'agreement:' || id FROM agreement
UNION ALL SELECT 'agreement', 'agreement:' || id, 'form', 'agreement:' || id FROM agreement
UNION ALL SELECT 'agreement', 'agreement:' || id, 'place_en', 'agreement:' || id FROM agreement WHERE num_nonnulls(place_en, place_fr, place_country_code) > 0
UNION ALL SELECT 'agreement', 'agreement:' || id, 'base_agreement_id', 'agreement:' || id FROM agreement WHERE base_agreement_id IS NOT NULL
UNION ALL SELECT 'agreement_party', 'agreement_party:' || id, NULL, 'agreement:' || agreement_id FROM agreement_party
UNION ALL SELECT 'agreement_action', 'agreement_action:' || id, NULL, 'agreement:' || agreement_id FROM agreement_action
UNION ALL SELECT 'agreement_official', 'agreement_official:' || id, NULL, 'agreement:' || agreement_id FROM agreement_official
UNION ALL SELECT 'agreement_relation', 'agreement_relation:' || id, NULL, 'agreement:' || agreement_id FROM agreement_relation
UNION ALL SELECT 'agreement_scope', 'agreement_scope:' || id, NULL, 'agreement:' || agreement_id FROM agreement_scope
UNION ALL SELECT 'agreement_event', 'agreement_event:' || id, NULL, 'agreement:' || agreement_id FROM agreement_event
UNION ALL SELECT 'commitment', 'commitment:' || id, NULL, 'agreement:' || agreement_id FROM commitment
UNION ALL SELECT 'commitment_update', 'commitment_update:' || id, NULL, 'agreement:' || agreement_id FROM commitment_update
UNION ALL SELECT 'event', 'event:' || id, 'title_en', 'event:' || id FROM event
UNION ALL SELECT 'event', 'event:' || id, 'ordinal', 'event:' || id FROM event WHERE ordinal IS NOT NULL
UNION ALL SELECT 'event', 'event:' || id, 'place_en', 'event:' || id FROM event WHERE num_nonnulls(place_en, place_fr, place_country_code) > 0
UNION ALL SELECT 'event', 'event:' || id, 'starts_on', 'event:' || id FROM event WHERE starts_on IS NOT NULL
UNION ALL SELECT 'event', 'event:' || id, 'ends_on', 'event:' || id FROM event WHERE ends_on IS NOT NULL
UNION ALL SELECT 'event_participant', 'event_participant:' || id, NULL, 'event:' || event_id FROM event_participant
UNION ALL SELECT 'event_topic', 'event_topic:' || id, NULL, 'event:' || event_id FROM event_topic
UNION ALL SELECT 'statement', 'statement:' || id, NULL, 'event:' || event_id FROM statement
UNION ALL SELECT 'organization', 'organization:' || id, NULL, 'organization:' || id FROM organization
UNION ALL SELECT 'official', 'official:' || id, NULL, 'official:' || id FROM official
UNION ALL SELECT 'post', 'post:' || id, NULL, 'post:' || id FROM post
UNION ALL SELECT 'criticality_list', 'criticality_list:' || id, NULL, 'criticality_list:' || id FROM criticality_list
UNION ALL SELECT 'country', 'country:' || code, NULL, 'country:' || code FROM country
UNION ALL SELECT 'mineral', 'mineral:' || code, NULL, 'mineral:' || code FROM mineral
UNION ALL SELECT 'organization_member', 'organization_member:' || id, NULL, 'organization:' || organization_id FROM organization_member
UNION ALL SELECT 'other_name', 'other_name:' || id, NULL, coalesce('country:' || country_code, 'mineral:' || mineral_code, 'organization:' || organization_id, 'sector:' || sector_code) FROM other_name WHERE agreement_form_code IS NULL
UNION ALL SELECT 'official_name', 'official_name:' || id, NULL, 'official:' || official_id FROM official_name
UNION ALL SELECT 'tenure', 'tenure:' || id, NULL, 'official:' || official_id FROM tenure
UNION ALL SELECT 'mineral_hs', 'mineral_hs:' || id, NULL, 'mineral:' || mineral_code FROM mineral_hs
UNION ALL SELECT 'criticality_listing', 'criticality_listing:' || id, NULL, 'criticality_list:' || criticality_list_id FROM criticality_listing;

COMMENT ON VIEW fact IS
'One fact that the database asserts: a row, or one filled field of a header';

CREATE VIEW fact_without_source AS
SELECT f.table_name, f.subject, f.field, f.root
FROM fact AS f
WHERE NOT EXISTS (
    SELECT FROM citation AS c
    WHERE c.subject = f.subject
        AND c.stance = 'supports'
        AND (f.field IS NULL OR c.field IS NULL OR c.field = f.field)
) AND NOT EXISTS (
    SELECT FROM missing_value AS m
    WHERE m.subject = f.subject AND m.field = f.field
);

COMMENT ON VIEW fact_without_source IS
'One fact for which no source is cited and no reason is given';

GRANT SELECT ON fact, fact_without_source TO tracker_app;
