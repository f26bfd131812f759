"""No address without a declared need."""

from tests.functional.seeded_site import Site
from tracker.web.auth import needed


def test_every_view_says_what_it_needs(site: Site) -> None:
    app = site.client.application
    with app.app_context():
        for rule in app.url_map.iter_rules():
            needed(rule.endpoint)
