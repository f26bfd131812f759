"""What may be many is cut off, and it is told that there is more."""

import pytest

from tracker.queries.listing.counting import COUNTED_UP_TO, Exactness, Total, capped_total
from tracker.queries.parts.capped import Capped


@pytest.mark.parametrize(("fetched", "more"), [(0, False), (2, False), (3, False), (4, True)])
def test_one_more_than_is_shown_tells_of_more(fetched: int, more: bool) -> None:  # noqa: FBT001 - a case's expectation
    shown = Capped.first(3, iter(range(fetched)))
    assert (list(shown), shown.more) == (list(range(fetched))[:3], more)


def test_a_number_is_exact_as_far_as_it_was_counted() -> None:
    assert capped_total(COUNTED_UP_TO) == Total(COUNTED_UP_TO)
    assert capped_total(COUNTED_UP_TO + 1) == Total(COUNTED_UP_TO, Exactness.MORE_THAN)
