"""The chain of migrations as a whole; the tests are pytest-alembic's."""

from pytest_alembic.tests import (
    test_single_head_revision,
    test_up_down_consistency,
    test_upgrade,
)

__all__ = ["test_single_head_revision", "test_up_down_consistency", "test_upgrade"]
