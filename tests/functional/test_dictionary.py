"""The data dictionary: every view and column of the reports, as a page and as data."""

import json

from tests.support.seeded_site import Site


def test_the_dictionary_explains_every_view(site: Site) -> None:
    page = site.get("/reports/dictionary").text
    data = json.loads(site.get("/reports/dictionary.json").text)
    views = {view["name"]: view for view in data["views"]}
    assert {"agreements", "parties", "coverage", "conflicts", "facts_without_source"} <= set(views)
    for name, view in views.items():
        assert f'<h2 id="{name}">' in page
        assert view["meaning"]
        assert all(column["meaning"] and column["type"] for column in view["columns"])
    assert {"name": "signed_on", "type": "date"}.items() <= next(
        column.items() for column in views["agreements"]["columns"] if column["name"] == "signed_on"
    )


def test_its_frame_is_french_and_says_that_meanings_are_english(site: Site) -> None:
    page = site.get("/fr/reports/dictionary").text
    assert "<h1>Dictionnaire des données</h1>" in page
    assert '<p lang="en">One party to an agreement' in page
