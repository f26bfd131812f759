"""Dates and sums are said back as they are understood, in the visitor's language."""

from collections.abc import Iterator

import pytest

from tests.support.cluster import Cluster
from tests.support.forms_site import FormsSite, fill, forms_site
from tracker.domain.permissions import Role


@pytest.fixture(scope="module")
def site(cluster: Cluster, seeded_template: str) -> Iterator[FormsSite]:
    with forms_site(cluster, seeded_template, Role.EDITOR) as site:
        yield site


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "2025", ">2025<"),
        ("en", "nov 2025", ">November 2025<"),
        ("fr", "nov 2025", ">novembre 2025<"),
        ("en", "6 novembre 2025", ">6 November 2025<"),
        ("fr", "2025-11-01", ">1er novembre 2025<"),
        ("en", "6/11/2025", ">2025-11-06 or 2025-06-11? Write one of them.<"),
        ("fr", "nov", "Écrivez une date"),
        ("en", "31 nov 2025", "Write a date such as"),
        ("en", "<b>", "Write a date such as"),
        ("en", "9" * 5000, "Write a date such as"),
    ],
)
def test_what_is_typed_is_said_back(site: FormsSite, language: str, typed: str, said: str) -> None:
    answer = site.page(f"/{language}/dates/read", **{"actions-0-happened_on": typed})
    assert said in answer
    assert "<html" not in answer


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "1.6 billion USD", ">1,600,000,000 US dollars (1.6 billion)<"),
        ("fr", "1,6 Md USD", "000 dollars des États-Unis (1,6"),
        ("en", "up to 500m", ">up to 500,000,000 (500 million)<"),
        ("fr", "jusqu\u2019à 12,50 €", ">jusqu\u2019à 12,5 euros<"),
        ("en", "1-2 million EUR", ">1,000,000 euros (1 million) to 2,000,000 euros (2 million)<"),
        ("en", "100,000", ">100000 or 100? Write one of them.<"),
        ("fr", "1 billion", ">1000000000000 ou 1000000000"),
        ("en", "$5", "“$” is no currency, or several."),
        ("en", "much", "Write a sum such as"),
        ("fr", "<b>", "Écrivez une somme"),
    ],
)
def test_a_sum_is_said_back_in_words(site: FormsSite, language: str, typed: str, said: str) -> None:
    answer = site.page(f"/{language}/sums/read", **{"commitments-0-amount": typed})
    assert said in answer
    assert "<html" not in answer


@pytest.mark.parametrize("query", [{}, {"starts_on": ""}, {"starts_on": "  "}])
def test_nothing_is_said_of_nothing(site: FormsSite, query: dict[str, str]) -> None:
    assert site.page("/en/dates/read", **query).strip() == ""


def test_it_stands_there_after_a_round_trip_without_scripts(site: FormsSite) -> None:
    address = "/fr/events/new"
    fields = fill(site.open_form(address).fields, starts_on="nov 2025", ends_on="bientôt")
    page = site.press(address, fields, "add:topics")
    assert (page.fields["starts_on"], page.fields["ends_on"]) == ("nov 2025", "bientôt")
    assert '<span class="said read">novembre 2025</span>' in page.text
    assert page.text.count("Écrivez une date") == 1
    assert site.refuse(address, page.fields).text.count("Écrivez une date") == 2  # and at the top
