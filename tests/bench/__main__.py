"""Measure the tracker, and write docs/performance.md: `make bench`.

Arguments are what to measure: `starts`, `history`, `exports`, or numbers of agreements.
`history-5000` is the history at another size.
"""

import sys

from tests.bench import document, export, exports, growth, history, pages, starts
from tests.bench.bare import Bare
from tests.bench.databases import opened
from tests.bench.site import Site
from tracker.cli.frame import say
from tracker.db.engine import Database
from tracker.db.roles import Login

EVERYTHING = ("starts", "history", "exports", "10000", "100000", "1000000")


def main(what: list[str]) -> None:
    """Measure it all, or what is named."""
    sizes = []
    for part in what or EVERYTHING:
        if part == "starts":
            document.write(part, document.starts(*starts.measure()))
        elif part == "exports":
            document.write(part, document.exports(*exports.measure()))
        elif part.startswith("history"):
            agreements = int(part.partition("-")[2] or history.AGREEMENTS)
            document.write("history", document.history(agreements, history.measure(agreements)))
        else:
            with opened(int(part)) as database:
                _measure(database, int(part))
            sizes.append(int(part))
    if len(sizes) > 1:
        sizes.sort()
        document.write("growth", document.growth(sizes, growth.measure(sizes)))


def _measure(database: Database, agreements: int) -> None:
    """Measure at one size."""
    site = Site(database)
    url = database.urls[Login.APP].set(drivername="postgresql")
    conninfo = url.render_as_string(hide_password=False)
    bare = Bare(conninfo)
    with database.session() as session:
        cases = list(pages.cases(session, agreements))
    compared = []
    for case in cases:
        say(f"{agreements} agreements: {case.name} …")
        compared.append(pages.measure(site, bare, case))
    alone = []
    for address in pages.OTHER_PAGES:
        say(f"{agreements} agreements: {address} …")
        alone.append(pages.measure_alone(site, address))
    say(f"{agreements} agreements: {export.ADDRESS} …")
    csv = export.measure(site, agreements, conninfo)
    document.write(str(agreements), document.size(agreements, compared, alone, csv))


if __name__ == "__main__":
    main(sys.argv[1:])
