"""What a report says of people of whom the truth is known: with less data it gets vaguer, and never wrong."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import date
from itertools import compress

import pytest

from app.rules.metrics import METRICS
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row
from app.rules.outcome_state import OutcomeState
from app.rules.outcomes import outcome_of
from tests.outcomes.random_lives import months_after
from tests.outcomes.true_lives import ASKED_AFTER, RECORDED_AT, TrueLife, true_life

AS_OF = date(2024, 10, 31)
FOUR_MONTHS_EARLIER = date(2024, 6, 30)
VARIANTS = ("in_work", "uninterrupted", "same_employer")
QUESTIONS = [(variant, months) for variant in VARIANTS for months in ASKED_AFTER]

States = dict[tuple[str, int], OutcomeState]
Removal = Callable[[TrueLife, random.Random], Collection[date]]

REMOVALS: dict[str, Removal] = {
    "none": lambda life, chance: life.answers,
    "half, at random": lambda life, chance: [day for day in life.answers if chance.random() < 0.5],
    "all who are in work": lambda life, chance: [day for day in life.answers if not life.at_work(day)],
    "all who are not in work": lambda life, chance: [day for day in life.answers if life.at_work(day)],
    "everybody after half a year": lambda life, chance: [
        day for day in life.answers if (day - life.jobs[0].first).days < 190
    ],
    "all": lambda life, chance: (),
}


@pytest.fixture(scope="module")
def people() -> list[TrueLife]:
    """Three hundred people with a first job."""
    chance = random.Random(6)  # noqa: S311  made-up data needs no secrecy
    return [true_life(chance) for _ in range(300)]


@pytest.mark.parametrize("removal", REMOVALS)
def test_whichever_answers_are_missing_the_bounds_hold_the_truth_and_no_known_answer_is_wrong(
    people: list[TrueLife], removal: str
) -> None:
    chance = random.Random(7)  # noqa: S311  made-up data needs no secrecy
    states = [judged(life, REMOVALS[removal](life, chance), AS_OF) for life in people]
    for variant, months in QUESTIONS:
        row = report(states, variant, months, AS_OF)
        truths = [life.truth(variant, months) for life in people if is_due(life, months, AS_OF)]
        assert row.due == len(truths)
        assert bounds(row)[0] <= sum(truths) / len(truths) <= bounds(row)[1], (variant, months)
        for life, state in zip(people, states, strict=True):
            wrong = OutcomeState.NO if life.truth(variant, months) else OutcomeState.YES
            assert state.get((variant, months)) != wrong, life


def test_with_every_answer_little_is_left_open(people: list[TrueLife]) -> None:
    states = [judged(life, life.answers, AS_OF) for life in people]
    for variant, months in QUESTIONS:
        lower, upper = bounds(report(states, variant, months, AS_OF))
        assert upper - lower < 0.15, (variant, months)


def test_with_four_months_of_data_less_retention_does_not_fall_and_more_is_not_yet_due(people: list[TrueLife]) -> None:
    now = [judged(life, life.answers, AS_OF) for life in people]
    then = [judged(life, life.answers, FOUR_MONTHS_EARLIER) for life in people]
    for variant, months in QUESTIONS:
        earlier = report(then, variant, months, FOUR_MONTHS_EARLIER)
        were_due = [is_due(life, months, FOUR_MONTHS_EARLIER) for life in people]
        same_people = report(compress(now, were_due), variant, months, AS_OF)
        assert earlier.not_yet_due > report(now, variant, months, AS_OF).not_yet_due, (variant, months)
        assert (earlier.rate or 0) >= (same_people.rate or 1), (variant, months)
        for before, after in zip(then, now, strict=True):
            both = (before.get((variant, months)), after.get((variant, months)))
            assert both not in ((OutcomeState.NO, OutcomeState.YES), (OutcomeState.YES, OutcomeState.NO))


def judged(life: TrueLife, answers: Collection[date], as_of: date) -> States:
    """The state for every question of somebody of whom these answers are known; none before the first job."""
    recorded = life.recorded([day for day in answers if day <= as_of]).seen_on(as_of)
    states: States = {}
    for variant, months in QUESTIONS if recorded.trajectories else ():
        metric = METRICS[f"retention_{months}_months_{variant}"]
        found = outcome_of(metric, recorded.trajectories[0], recorded, as_of)
        if found is not None:
            states[variant, months] = found
    return states


def report(states: Iterable[States], variant: str, months: int, as_of: date) -> OutcomeRow:
    """The row of a retention metric for people in these states."""
    people = Counter(one[variant, months] for one in states if (variant, months) in one)
    return outcome_row(
        metric=f"retention_{months}_months_{variant}",
        version=1,
        group={},
        counts=StateCounts(**{state.value: count for state, count in people.items()}),
        as_of=as_of,
        known_at=RECORDED_AT,
    )


def bounds(row: OutcomeRow) -> tuple[float, float]:
    assert row.lower is not None
    assert row.upper is not None
    return row.lower, row.upper


def is_due(life: TrueLife, months: int, as_of: date) -> bool:
    return months_after(life.jobs[0].first, months) <= as_of
