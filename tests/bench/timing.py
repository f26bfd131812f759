"""How long things take: the median of several times, warm."""

import time
from collections.abc import Callable
from statistics import median

_TIMES = 51
_ENOUGH = 4.0  # seconds after which no further time is taken, once there are three


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes once."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def medians(*actions: Callable[[], object]) -> list[float]:
    """Return the median seconds of several actions, taken in turn so that all meet one machine."""
    for action in actions:
        action()  # warm
    begun = time.perf_counter()
    taken: list[list[float]] = []
    while len(taken) < _TIMES:
        taken.append([seconds(action) for action in actions])
        if len(taken) >= 3 and time.perf_counter() - begun > _ENOUGH:
            break
    return [median(times) for times in zip(*taken, strict=True)]
