"""What a report's parameter can be chosen from."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.reports.catalogue import Parameter, ParameterError, Report
from tracker.reports.runner import Limits, Runner

_LIMITS = Limits(seconds=10, rows=10_000)


@dataclass(frozen=True)
class ParameterChoice:
    """A value, and what people read for it."""

    value: str
    label_en: str
    label_fr: str


def choices_of(runner: Runner, parameter: Parameter) -> list[ParameterChoice]:
    """Return what a parameter can be chosen from, by its English label; none for other types."""
    if parameter.choices is None:
        return []
    if isinstance(parameter.choices, dict):
        return [
            ParameterChoice(value, label.en, label.fr) for value, label in parameter.choices.items()
        ]
    with runner.run(parameter.choices, limits=_LIMITS) as result:
        found = [ParameterChoice(value, label_en, label_fr) for value, label_en, label_fr in result]
    return sorted(found, key=lambda choice: choice.label_en)


def check_choices(runner: Runner, report: Report, given: Mapping[str, str]) -> None:
    """Raise ParameterError where a value was typed that the database does not have."""
    for name, parameter in report.head.parameters.items():
        typed = given.get(name, "").strip()
        if typed and parameter.type == "choice":
            _check(name, typed, choices_of(runner, parameter))


def _check(name: str, typed: str, choices: list[ParameterChoice]) -> None:
    values = {choice.value for choice in choices}
    if typed in values:
        return
    by_label = {label: c.value for c in choices for label in (c.value, c.label_en, c.label_fr)}
    near = difflib.get_close_matches(typed, by_label, n=1)
    hint = f"; did you mean {by_label[near[0]]}?" if near else ""
    raise ParameterError(name, f"{typed} is not one of its {len(values)} choices{hint}")
