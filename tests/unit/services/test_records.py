import pytest
from sqlalchemy.orm import Session

from tracker.domain.permissions import PERMISSIONS, Role
from tracker.services.audit import Author, NotAllowedError
from tracker.services.records import delete_record, save_record

EDITOR = Author("Ann", 1, PERMISSIONS[Role.EDITOR])


def test_what_others_choose_from_is_not_changed_by_an_editor() -> None:
    with pytest.raises(NotAllowedError):
        save_record(Session(), EDITOR, "sector", None, {})
    with pytest.raises(NotAllowedError):
        delete_record(Session(), EDITOR, "country", "KZ")
