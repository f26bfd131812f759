"""What the database's rules mean to people: the field that each speaks of, and a message."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from tracker.services.refusals import RefusedError

_TWICE = _("This stands here twice.")
_KNOWN = _("There is another one of this name.")
_TOO_LONG = _("This is longer than the database can hold.")
_USED = _("Other records refer to this. Change them first.")

CONSTRAINTS: dict[str, tuple[str, LazyString]] = {
    "uq_agreement_reference": ("reference", _("Another agreement has this reference.")),
    "ck_agreement_reference_format": (
        "reference",
        _("Use letters, digits, points, dashes and slashes, without blanks."),
    ),
    "ck_agreement_base_is_another": ("base_agreement_id", _("An agreement cannot rest on itself.")),
    "agreement_has_a_party": ("parties", _("An agreement has at least one party.")),
    "non_binding_is_never_in_force": (
        "actions",
        _(
            "A text that binds nobody is not ratified and does not enter into force: it becomes"
            " operative."
        ),
    ),
    "verified_agreement_has_its_evidence": (
        "reference",
        _(
            "This record is verified: each of its facts needs a source, or the reason why it has"
            " none."
        ),
    ),
    "ck_review_return_has_reason": ("words", _("Say why you return it.")),
    "uq_agreement_party_agreement_id_country_code": ("who", _TWICE),
    "uq_agreement_party_agreement_id_organization_id": ("who", _TWICE),
    "uq_agreement_official_agreement_id_official_id_role": ("official_id", _TWICE),
    "uq_agreement_relation_agreement_id_related_agreement_id_kind": (
        "related_agreement_id",
        _TWICE,
    ),
    "uq_agreement_scope_item": ("what", _TWICE),
    "uq_agreement_event_agreement_id_event_id_link": ("event_id", _TWICE),
    "ck_agreement_relation_related_is_another": (
        "related_agreement_id",
        _("An agreement is not linked to itself."),
    ),
    "ck_commitment_amount_has_currency": ("currency", _("Give a sum and its currency together.")),
    "ck_commitment_currency_format": ("currency", _("Write three capital letters, such as USD.")),
    "ck_commitment_bound_has_its_amount": ("amount", _("Give the sum that is meant so.")),
    "ck_commitment_range_has_both_ends": (
        "amount_to",
        _("Give both ends of a range; a sum of another kind has one."),
    ),
    "ck_commitment_range_ends_above_its_beginning": (
        "amount_to",
        _("A range ends above where it begins."),
    ),
    "uq_citation_once": ("document_id", _("The same is cited twice.")),
    "uq_citation_chosen": (
        "chosen_reason",
        _("Another source is already the chosen one for this value."),
    ),
    "ck_citation_contradiction_states_value": (
        "stated_value",
        _("Say which value the source states instead."),
    ),
    "uq_missing_value_subject_field": ("field", _TWICE),
    "passage_is_in_the_text": ("quote", _("These words do not stand in the text of the source.")),
    "uq_organization_name_en_country_code": ("name_en", _KNOWN),
    "ck_organization_parent_is_another": ("parent_id", _("A body is not a part of itself.")),
    "ck_organization_member_member_is_another": ("who", _("A body is not a member of itself.")),
    "ex_organization_member_country_overlap": ("who", _("These memberships overlap in time.")),
    "ex_organization_member_organization_overlap": (
        "who",
        _("These memberships overlap in time."),
    ),
    "ex_tenure_official_post_overlap": ("post_id", _("These times in one post overlap.")),
    "uq_other_name_once": ("text", _TWICE),
    "uq_official_name_official_id_text_language": ("text", _TWICE),
    "uq_post_title_en_organization_id_country_code": ("title_en", _KNOWN),
    "uq_event_series_ordinal": ("ordinal", _("Another event of the series has this number.")),
    "ck_event_ordinal": ("series", _("A number needs the series that it counts.")),
    "ck_event_ends_after_start": ("ends_on", _("It ends before it begins.")),
    "ck_event_parent_is_another": ("parent_id", _("An event is not a part of itself.")),
    "uq_event_participant_who": ("who", _TWICE),
    "ck_event_participant_post_of_official": ("post_id", _("Only an official has a post.")),
    "uq_event_topic_event_id_sector_code": ("sector_code", _TWICE),
    "uq_statement_speaker_who": ("who", _TWICE),
    "ck_sector_parent_is_another": ("parent_code", _("A sector is not a part of itself.")),
    "ck_mineral_group_is_another": ("group_code", _("A mineral is not a group of itself.")),
    "ck_mineral_atomic_number_known": ("atomic_number", _("Elements are numbered 1 to 118.")),
    "uq_mineral_hs_mineral_code_hs6": ("hs6", _TWICE),
    "ck_mineral_hs_hs6_format": ("hs6", _("Write six digits.")),
    "uq_criticality_list_name_en": ("name_en", _KNOWN),
    "uq_criticality_listing_criticality_list_id_mineral_code_fd79": ("mineral_code", _TWICE),
    "uq_passage_document_id_sha256_start_offset": ("exact", _TWICE),
    "uq_document_url": ("url", _("This source is already there.")),
    "ck_document_url_format": ("url", _("Write the whole address, as a browser shows it.")),
    "ck_document_can_be_found": ("url", _("Give an address or a title.")),
    "uq_country_alpha3": ("alpha3", _("Another country has this code.")),
    "ck_country_alpha3_format": ("alpha3", _("Write three capital letters.")),
    "ck_country_code_alpha2": ("code", _("Write two capital letters.")),
}


def refusal(error: RefusedError) -> tuple[str | None, str | LazyString]:
    """Return the field that a refusal speaks of, where it is known, and a message."""
    field, message = _broken(error.constraint or "", str(error))
    return field, _TOO_LONG if error.too_long else message


def _broken(name: str, said: str) -> tuple[str | None, str | LazyString]:
    """Return the field and the message of a rule; of one without a name what the database said."""
    if name in CONSTRAINTS:
        return CONSTRAINTS[name]
    if name.startswith("pk_"):
        return "code", _("There is one with this code already.")
    if name.endswith("_code_format"):
        return "code", _("Begin with a small letter; then small letters, digits and underscores.")
    if name.startswith("fk_"):
        return None, _USED
    if name.endswith("_no_cycle"):
        return None, _("These links would go round in a circle.")
    return None, _("The database does not take this: %(rule)s.", rule=name or said)
