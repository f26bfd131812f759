"""How pages grow with the number of agreements: each page at every size, in turn."""

from contextlib import ExitStack
from dataclasses import dataclass

from tests.bench import pages
from tests.bench.databases import opened
from tests.bench.site import Site
from tests.bench.timing import medians
from tracker.cli.frame import say


@dataclass(frozen=True)
class Grown:
    """A page's median seconds at each size, from the smallest on."""

    name: str
    seconds: list[float]

    @property
    def times(self) -> float:
        """How many times as long as at the smallest size it takes at the largest."""
        return self.seconds[-1] / self.seconds[0]


def measure(sizes: list[int]) -> list[Grown]:
    """Measure the pages at several sizes, so that all meet the same machine."""
    with ExitStack() as stack:
        sites, cases = [], []
        for size in sizes:
            database = stack.enter_context(opened(size))
            sites.append(Site(database))
            with database.session() as session:
                cases.append(list(pages.cases(session, size)))
        return [_measure(sites, each) for each in zip(*cases, strict=True)]


def _measure(sites: list[Site], cases: tuple[pages.Case, ...]) -> Grown:
    """Measure one page of each site."""
    name = cases[0].name
    say(f"growth: {name} …")
    asked = [
        lambda site=site, case=case: site.get(case.address)
        for site, case in zip(sites, cases, strict=True)
    ]
    return Grown(name, medians(*asked))
