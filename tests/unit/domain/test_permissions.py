from tracker.domain.permissions import (
    PERMISSIONS,
    VISITOR,
    Role,
    Verb,
    verb_to_edit,
    verbs_of,
    visitor_verbs,
)


def test_every_role_may_what_the_one_below_it_may() -> None:
    below = VISITOR
    for role in Role:
        assert below < PERMISSIONS[role]
        below = PERMISSIONS[role]


def test_an_administrator_may_everything() -> None:
    assert PERMISSIONS[Role.ADMINISTRATOR] == set(Verb)


def test_several_roles_allow_what_any_allows() -> None:
    assert verbs_of([]) == frozenset()
    assert verbs_of(["reader", "reviewer"]) == PERMISSIONS[Role.REVIEWER]


def test_visitors_read_where_the_site_is_open() -> None:
    assert visitor_verbs(public_read=True) == {Verb.ENTER, Verb.READ}
    assert visitor_verbs(public_read=False) == {Verb.ENTER}


def test_what_others_choose_from_takes_more_than_an_editor() -> None:
    assert verb_to_edit("sector") not in PERMISSIONS[Role.EDITOR]
    assert verb_to_edit("post_kind") in PERMISSIONS[Role.ADMINISTRATOR]
    assert verb_to_edit("agreement") in PERMISSIONS[Role.EDITOR]
