"""The `tracker` command."""

import click

from tracker import __version__
from tracker.cli.frame import TrackerGroup

MODULES = {
    "up": "web",
    "serve": "web",
    "migrate": "database",
    "seed": "seeding",
    "user": "people",
    "check": "checking",
    "attach": "checking",
    "psql": "database",
    "report": "reports",
    "bench": "bench",
}
"""The modules of this package in which the commands are."""


@click.group(
    cls=TrackerGroup,
    modules=MODULES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="tracker %(version)s")
def main() -> None:
    """Who agrees what with whom over critical minerals, every fact tied to a source's words.

    `tracker up` is all that one person needs: it starts a PostgreSQL server of its own, brings
    the database up to date, fills it, and serves the site on this machine. A team with its own
    PostgreSQL sets TRACKER_DATABASE_URL, runs `tracker migrate` and `tracker seed` when the
    tracker is new or newer, and keeps `tracker serve` running.

    Commands that use the embedded server start it if it does not run, and the last to end stops
    it; so they can be used side by side.
    """
