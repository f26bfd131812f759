"""Who may do what: the one table, which docs/accounts.md repeats and a test keeps equal."""

from collections.abc import Iterable
from enum import StrEnum

from tracker.domain.record_types import BY_TABLE


class Verb(StrEnum):
    """Something that can be done with the site."""

    ENTER = "enter"
    """Sign in, open a one-time link, ask whether the site answers."""
    READ = "read"
    """See every record, its sources and its history, and run reports."""
    KEEP_ACCOUNT = "keep account"
    """Change one's own name, password, second factor and passkeys; sign out."""
    EDIT = "edit"
    """Enter, change and remove records and their evidence."""
    REVIEW = "review"
    """Verify an agreement's record, or return it."""
    EDIT_VOCABULARIES = "edit vocabularies"
    """Change what other records choose from: forms, kinds, stages, countries."""
    MANAGE_PEOPLE = "manage people"
    """Add people, change their roles, disable their accounts, give them one-time links."""


class Role(StrEnum):
    """What a person is on the site; a person may have several roles."""

    READER = "reader"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


VISITOR = frozenset({Verb.ENTER})
"""What anybody may do who has not signed in; reading too, where the site is open."""

_READER = VISITOR | {Verb.READ, Verb.KEEP_ACCOUNT}
_EDITOR = _READER | {Verb.EDIT}

PERMISSIONS: dict[Role, frozenset[Verb]] = {
    Role.READER: _READER,
    Role.EDITOR: _EDITOR,
    Role.REVIEWER: _EDITOR | {Verb.REVIEW},
    Role.ADMINISTRATOR: frozenset(Verb),
}
"""What each role may do."""


def visitor_verbs(*, public_read: bool) -> frozenset[Verb]:
    """Return what somebody may do who has not signed in."""
    return VISITOR | {Verb.READ} if public_read else VISITOR


def verbs_of(roles: Iterable[str]) -> frozenset[Verb]:
    """Return what a person with these roles may do: whatever any of them allows."""
    return frozenset().union(*(PERMISSIONS[Role(role)] for role in roles))


def verb_to_edit(record: str) -> Verb:
    """Return what somebody must be allowed to do to change records of a table."""
    return Verb.EDIT_VOCABULARIES if BY_TABLE[record].chosen_from else Verb.EDIT
