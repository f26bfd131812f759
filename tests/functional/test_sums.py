"""Sums are stored as they were meant, and none is altered in silence."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.cluster import Cluster
from tests.support.forms_site import Fields, FormsSite, fill, forms_site
from tracker.domain.permissions import Role


@pytest.fixture(scope="module")
def site(cluster: Cluster, seeded_template: str) -> Iterator[FormsSite]:
    with forms_site(cluster, seeded_template, Role.EDITOR) as site:
        yield site


def with_commitment(site: FormsSite, **typed: str) -> tuple[str, Fields]:
    """Open the form of an agreement that has one commitment of its own, with what is typed."""
    address = "/en/agreements/2/edit"
    fields = site.open_form(address).fields
    while "commitments-0-key" in fields:
        fields = site.press(address, fields, "remove:commitments-0").fields
    fields = site.press(address, fields, "add:commitments").fields
    fill(fields, **{"commitments-0-what_en": "To build", "commitments-0-what_fr": "Bâtir"})
    return address, fill(fields, **{f"commitments-0-{name}": typed[name] for name in typed})


def stored(site: FormsSite, address: str, fields: Fields) -> dict[str, Any]:
    site.save(address, fields)
    (commitment,) = site.data("/en/agreements/2.json")["commitments"]
    return {name: commitment[name] for name in ("amount", "amount_bound", "amount_to", "currency")}


@pytest.mark.parametrize(
    ("typed", "amount", "bound", "upper", "currency"),
    [
        ({"amount": "1 234,50", "currency": "eur"}, "1234.50", "exact", None, "EUR"),
        ({"amount": "1.6 billion USD"}, "1600000000.00", "exact", None, "USD"),
        ({"amount": "5", "currency": "RMB"}, "5.00", "exact", None, "CNY"),
        ({"amount": "up to US$ 500m"}, "500000000.00", "up_to", None, "USD"),
        (
            {"amount": "5", "amount_bound": "at_least", "currency": "USD"},
            *("5.00", "at_least", None, "USD"),
        ),
        ({"amount": "1-2 Md €"}, "1000000000.00", "between", "2000000000.00", "EUR"),
        (
            {"amount": "1", "amount_to": "2", "currency": "USD"},
            *("1.00", "between", "2.00", "USD"),
        ),
    ],
)
def test_a_sum_is_stored_as_it_is_meant(  # noqa: PLR0913, PLR0917 (a row's values)
    site: FormsSite,
    typed: dict[str, str],
    amount: str,
    bound: str,
    upper: str | None,
    currency: str,
) -> None:
    assert stored(site, *with_commitment(site, **typed)) == {
        "amount": amount,
        "amount_bound": bound,
        "amount_to": upper,
        "currency": currency,
    }


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        (
            {"amount": "100,000", "currency": "USD"},
            "100000 or 100? Write one of them.",
        ),
        ({"amount": "12,345", "currency": "USD"}, "12345 or 12.345? Write one of them."),
        ({"amount": "5 EUR", "currency": "USD"}, "“Currency” says otherwise."),
        ({"amount": "5", "currency": "XQQ"}, "“XQQ” is no currency, or several."),
        ({"amount": "5"}, "Give a sum and its currency together."),
        (
            {"amount": "5", "currency": "USD", "amount_bound": "between"},
            "Give both ends of a range",
        ),
        (
            {"amount": "5", "currency": "USD", "amount_to": "4"},
            "A range ends above where it begins.",
        ),
        ({"amount_bound": "about"}, "Give the sum that is meant so."),
    ],
)
def test_what_may_be_another_sum_is_asked_about_and_stays_as_typed(
    site: FormsSite, typed: dict[str, str], error: str
) -> None:
    before = site.data("/en/agreements/2.json")["commitments"]
    page = site.refuse(*with_commitment(site, **typed))
    assert any(error in each for each in page.errors), page.errors
    assert {name: page.fields[f"commitments-0-{name}"] for name in typed} == typed
    assert site.data("/en/agreements/2.json")["commitments"] == before


def test_a_sum_that_is_not_exact_says_so_on_the_page_in_both_languages(site: FormsSite) -> None:
    site.save(*with_commitment(site, amount="up to US$ 500m"))
    assert "up to $500,000,000.00" in site.page("/en/agreements/2")
    assert "jusqu\u2019à" in site.page("/fr/agreements/2")


def test_reports_add_what_is_exact_and_count_the_rest(site: FormsSite) -> None:
    site.save(*with_commitment(site, amount="up to 5 KZT"))
    rows = site.data("/reports/commitments.json")["rows"]
    (found,) = [row for row in rows if row["currency"] == "KZT"]
    assert (found["amount"], found["sums_not_added"], found["commitments"]) == (None, 1, 1)
