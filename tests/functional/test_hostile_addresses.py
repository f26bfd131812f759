"""Whatever the address, the answer is a page, a refusal or a not found: never a failure of ours."""

import base64
import json
from urllib.parse import quote, quote_from_bytes

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support.list_filters import FILTERS
from tests.support.seeded_site import SUBJECTS, Site

PARAMETERS = sorted({*(name for _, name in FILTERS), "sort", "cursor"})
ORDERS = ["newest", "oldest", "title_en", "name_en", "name_fr", "agreements", "lists", "position"]

plain = st.one_of(st.integers(), st.floats(), st.none(), st.booleans(), st.text(max_size=8))
forged = st.tuples(
    st.sampled_from(ORDERS), st.lists(st.one_of(plain, st.lists(plain, max_size=2)), max_size=3)
).map(lambda made: base64.urlsafe_b64encode(json.dumps([made[0], *made[1]]).encode()).decode())
written = st.one_of(
    st.text(max_size=12).map(lambda text: quote(text, safe="")),
    st.binary(max_size=8).map(quote_from_bytes),
    st.integers().map(str),
    st.sampled_from(["KZ", "kz", "lithium", "1", "0", "-1", "%D9%A3", "1e3", "%", "..", "%00"]),
    forged.map(quote),
)
queries = st.lists(
    st.tuples(st.one_of(st.sampled_from(PARAMETERS), written), written), max_size=4
).map(lambda pairs: "&".join(f"{name}={value}" for name, value in pairs))
paths = st.builds(
    lambda language, subject, key, suffix: f"{language}/{subject}{key}{suffix}",
    st.sampled_from(["", "/en", "/fr"]),
    st.one_of(st.sampled_from(SUBJECTS), written),
    st.one_of(st.just(""), written.map(lambda text: f"/{text}")),
    st.sampled_from(["", ".json", ".csv", "/"]),
)


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(path=paths, query=queries)
@example(path="/agreements", query="q=%00")
@example(path="/en/minerals/a%00", query="")
@example(path="/en/countries/%C4%B1%C4%B1", query="")
@example(path="//..", query="")
@example(path="/fr/officials.json", query="q=%ED%A0%80&sort=name")
def test_no_address_breaks_the_site(site: Site, path: str, query: str) -> None:
    status, body = site.ask(path, query)
    assert status < 500
    if status >= 400 and path.endswith(".json"):
        assert json.loads(body)["error"]["status"] == status


NESTED = b"[" * 100_000


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "address", ["/en/", "/en/agreements/1", "/en/sign-in", "/en/agreements/new"]
)
def test_json_is_not_even_read(site: Site, method: str, address: str) -> None:
    answer = site.client.open(address, method=method, data=NESTED, content_type="application/json")
    assert answer.status_code in ({200, 302} if method == "GET" else {415})
