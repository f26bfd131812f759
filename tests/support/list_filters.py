"""What each filter of each list must find, said once more in plain SQL.

`:value` is the filter's value, `:like` the pattern of texts that contain it.
"""

FILTERS = {
    ("agreements", "q"): """
        SELECT a.id FROM agreement a WHERE a.title_en ILIKE :like OR a.title_fr ILIKE :like
            OR a.reference ILIKE :like
        UNION SELECT p.agreement_id FROM agreement_party p
            LEFT JOIN country c ON c.code = p.country_code
            LEFT JOIN organization o ON o.id = p.organization_id
            WHERE c.name_en ILIKE :like OR c.name_fr ILIKE :like OR o.name_en ILIKE :like
                OR o.name_fr ILIKE :like OR o.acronym ILIKE :like
        UNION SELECT p.agreement_id FROM agreement_official p
            JOIN official o ON o.id = p.official_id
            LEFT JOIN official_name n ON n.official_id = o.id
            WHERE o.name ILIKE :like OR n.text ILIKE :like""",
    (
        "agreements",
        "country",
    ): "SELECT agreement_id FROM agreement_party WHERE country_code = :value",
    ("agreements", "mineral"): """
        SELECT agreement_id FROM agreement_scope WHERE mineral_code IN
            (SELECT code FROM mineral WHERE :value IN (code, group_code))""",
    ("agreements", "sector"): """
        SELECT agreement_id FROM agreement_scope WHERE sector_code IN
            (SELECT code FROM sector WHERE :value IN (code, parent_code))""",
    ("agreements", "form"): "SELECT id FROM agreement WHERE form = :value",
    ("agreements", "status"): """
        SELECT agreement_id FROM agreement_status_span
        WHERE status = :value AND valid @> current_date""",
    ("agreements", "review_state"): "SELECT id FROM agreement WHERE review_state = :value",
    ("agreements", "year_from"): """
        SELECT id FROM agreement WHERE extract(year FROM dated_on) >= cast(:value AS int)""",
    ("agreements", "year_to"): """
        SELECT id FROM agreement WHERE extract(year FROM dated_on) <= cast(:value AS int)""",
    ("agreements", "official"): """
        SELECT agreement_id FROM agreement_official WHERE official_id = cast(:value AS bigint)""",
    ("agreements", "organization"): """
        SELECT agreement_id FROM agreement_party WHERE organization_id = cast(:value AS bigint)
        UNION SELECT agreement_id FROM agreement_official WHERE post_id IN
            (SELECT id FROM post WHERE organization_id = cast(:value AS bigint))""",
    ("agreements", "event"): """
        SELECT agreement_id FROM agreement_event WHERE event_id = cast(:value AS bigint)""",
    ("countries", "q"): """
        SELECT code FROM country WHERE name_en ILIKE :like OR name_fr ILIKE :like
            OR code ILIKE :like
            OR alpha3 ILIKE :like
        UNION SELECT country_code FROM other_name
            WHERE country_code IS NOT NULL AND text ILIKE :like""",
    ("officials", "q"): """
        SELECT id FROM official WHERE name ILIKE :like
        UNION SELECT official_id FROM official_name WHERE text ILIKE :like""",
    ("officials", "country"): "SELECT id FROM official WHERE country_code = :value",
    ("organizations", "q"): """
        SELECT id FROM organization WHERE name_en ILIKE :like OR name_fr ILIKE :like
            OR acronym ILIKE :like
        UNION SELECT organization_id FROM other_name
            WHERE organization_id IS NOT NULL AND text ILIKE :like""",
    ("organizations", "kind"): "SELECT id FROM organization WHERE kind = :value",
    ("organizations", "country"): "SELECT id FROM organization WHERE country_code = :value",
    ("events", "q"): """
        SELECT id FROM event WHERE title_en ILIKE :like OR title_fr ILIKE :like
            OR place_en ILIKE :like
            OR place_fr ILIKE :like OR series ILIKE :like""",
    ("events", "kind"): "SELECT id FROM event WHERE kind = :value",
    ("events", "country"): """
        SELECT event_id FROM event_participant WHERE country_code = :value OR official_id IN
            (SELECT id FROM official WHERE country_code = :value)""",
    ("events", "year_from"): """
        SELECT id FROM event WHERE extract(year FROM starts_on) >= cast(:value AS int)""",
    ("events", "year_to"): """
        SELECT id FROM event WHERE extract(year FROM starts_on) <= cast(:value AS int)""",
    ("minerals", "q"): """
        SELECT code FROM mineral WHERE name_en ILIKE :like OR name_fr ILIKE :like
            OR symbol ILIKE :like
            OR code ILIKE :like
        UNION SELECT mineral_code FROM other_name
            WHERE mineral_code IS NOT NULL AND text ILIKE :like""",
    ("minerals", "criticality_list"): """
        SELECT mineral_code FROM criticality_listing
        WHERE criticality_list_id = cast(:value AS bigint)""",
    ("sectors", "q"): """
        SELECT code FROM sector WHERE name_en ILIKE :like OR name_fr ILIKE :like
            OR code ILIKE :like
        UNION SELECT sector_code FROM other_name
            WHERE sector_code IS NOT NULL AND text ILIKE :like""",
    ("sources", "q"): """
        SELECT id FROM document WHERE title ILIKE :like OR publisher ILIKE :like
            OR url ILIKE :like""",
    ("sources", "class"): "SELECT id FROM document WHERE class = :value",
    ("sources", "language"): "SELECT id FROM document WHERE language = :value",
}
"""By list and filter."""

TYPED = {
    ("agreements", "q"): ["kazakhstan", "Lutnick", "Токаев", "A001", "nothing has this"],
    ("agreements", "year_from"): ["2025"],
    ("agreements", "year_to"): ["2022"],
    ("countries", "q"): ["stan", "KAZ", "Allemagne"],
    ("officials", "q"): ["Tokayev", "Токаев", "Takaichi"],
    ("organizations", "q"): ["ministry", "European Union"],
    ("events", "q"): ["C5+1", "Washington"],
    ("events", "year_from"): ["2025"],
    ("events", "year_to"): ["2024"],
    ("minerals", "q"): ["terres rares", "lith", "wolfram"],
    ("sectors", "q"): ["énergie", "mining"],
    ("sources", "q"): ["gov", "businessam"],
}
"""Values for filters that offer no choice."""

RECORDS = {"official": "official", "organization": "organization", "event": "event"}
"""Tables of the filters by record, of which pages offer no list."""
