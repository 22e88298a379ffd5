"""Small made-up populations whose jobs are counted twice: in the rates of a report and in the curves beside them.

Time is told in the months that a curve tells of: 0 is before the first of them, 6 after the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from app.rules.disclosure import PublishedRow, Suppressed
from app.rules.life_table import TOLD_MONTHS, Interval, LifeTable, life_table, untold_months
from tests.rules.random_reports import Person, Population

AFTER_THE_LAST = len(TOLD_MONTHS)
PLACED_WITHIN = {"placed_6:yes": 6, "placed_12:yes": 12, "placed_24:yes": 24}
SAME_EMPLOYER = {f"stay_{months}:same": months for months in (3, 6, 12, 24)}
"""Metric → the month at which a rate asks what a curve tells as well."""
UNKNOWN = ("unanswered", "unreachable", "refused")
NEVER = dict.fromkeys(PLACED_WITHIN, frozenset(UNKNOWN))
"""Who was not placed is a no; nobody is unknown."""

Step = tuple[int, bool]
"""How many told months had passed, and whether it was over; else somebody was last seen then."""

Curves = tuple[LifeTable | None, LifeTable | None]
"""Until the first job, and in it; None is a curve that is withheld."""
NO_CURVES: Curves = (None, None)


@dataclass(frozen=True)
class Lives:
    """A population, and of each curve the steps of its people, with the metrics that ask about the same."""

    population: Population
    until_placed: Sequence[Step]
    in_first_job: Sequence[Step]
    placed_within: Mapping[str, int] = field(default_factory=lambda: PLACED_WITHIN)
    same_employer: Mapping[str, int] = field(default_factory=lambda: SAME_EMPLOYER)

    def published_curves(self, rows: Iterable[PublishedRow], threshold: int) -> Curves:
        """The curves as they stand beside the rows of a report."""
        totals = [row for row in rows if not row.group]

        def curve(steps: Sequence[Step], month_of: Mapping[str, int]) -> LifeTable | None:
            if any(isinstance(row.cohort, Suppressed) for row in totals if row.metric in month_of):
                return None
            untold = untold_months(totals, month_of)
            return life_table(len(steps), ended(steps), intervals(steps), threshold, untold)

        return curve(self.until_placed, self.placed_within), curve(self.in_first_job, self.same_employer)


def intervals(steps: Sequence[Step]) -> list[Interval]:
    """What a curve counts: for whom it was over and who were last seen, up to each told month."""
    return [Interval(steps.count((step, True)), steps.count((step, False))) for step in range(AFTER_THE_LAST)]


def ended(steps: Sequence[Step]) -> int:
    """For how many it was over."""
    return sum(is_over for _, is_over in steps)


def random_lives(random: Random) -> Lives:
    """One to four municipalities with people who started long ago or lately, and mostly find a job or hardly ever."""
    places = [(f"AM{random.randint(1, 2)}", f"GM{number:04}") for number in range(random.randint(1, 4))]
    women, finds, dies = random.choice((0.1, 0.5)), random.choice((0.2, 0.6, 0.95)), random.choice((0, 0.05, 0.2))
    leaves, unknown, oldest = random.choice((0.1, 0.5)), random.choice((0.05, 0.4)), random.choice((2, 4, 6, 6, 6))
    weights = [random.choice((0, 1, 3, 20)) + 0.1 for _ in range(AFTER_THE_LAST + 1)]
    more = random.choice(((), ("in_work",), ("in_work", "uninterrupted")))
    families: dict[str, Sequence[str]] = {name.split(":")[0]: [name] for name in PLACED_WITHIN}
    families |= {
        family: [name, *(f"{family}:{one}" for one in more)]
        for name in SAME_EMPLOYER
        for family in [name.split(":")[0]]
    }
    people, until_placed, in_first_job = [], [], []
    for region, town in places:
        for _ in range(random.choice((3, 8, 15, 25, 40, 80))):
            started = random.choices(range(oldest + 1), weights[: oldest + 1])[0]
            died = random.randrange(started + 1) if random.random() < dies else None
            step = _wait(random, started, died, finds, weights)
            until_placed.append(step)
            state = states(PLACED_WITHIN, started, died)
            answer = {name: placed(step, months) for name, months in PLACED_WITHIN.items()}
            if step[1]:
                since = random.randrange(started + 1)
                died_there = random.randrange(since + 1) if died is not None else None
                stay = _wait(random, since, died_there, leaves, weights, unknown)
                in_first_job.append(stay)
                state |= states(SAME_EMPLOYER, since, died_there)
                for name, months in SAME_EMPLOYER.items():
                    answer[name] = said = _stayed(random, stay, months)
                    for one in more:
                        other = "yes" if said == "yes" and random.random() < 0.9 else random.choice(("no", *UNKNOWN))
                        answer[f"{name.split(':')[0]}:{one}"] = other
            gender = "female" if random.random() < women else "male"
            people.append(Person(({"gender": gender, "region": region, "municipality": town},), state, answer))
    return Lives(Population(people, families, NEVER), until_placed, in_first_job)


def place_of(months: int) -> int:
    """Which of the told months it is."""
    return TOLD_MONTHS.index(months)


def _wait(
    random: Random, passed: int, died: int | None, over: float, weights: Sequence[float], unseen: float = 0
) -> Step:
    seen = passed if died is None else min(passed, died)
    if random.random() < over:
        at = random.choices(range(AFTER_THE_LAST + 1), weights)[0]
        if at <= seen:
            return at, True
    return (random.randrange(seen + 1) if random.random() < unseen else seen), False


def states(metrics: Mapping[str, int], passed: int, died: int | None) -> dict[str, str]:
    """Per family of metrics where somebody stands of whom so many told months have passed, and who died then."""
    found = {}
    for name, months in metrics.items():
        is_dead = died is not None and died <= place_of(months)
        is_due = passed > place_of(months)
        found[name.split(":")[0]] = "excluded" if is_dead else "due" if is_due else "not_yet_due"
    return found


def placed(step: Step, months: int) -> str:
    """Whether somebody who waited so found a job within these months."""
    at, is_over = step
    return "yes" if is_over and at <= place_of(months) else "no"


def _stayed(random: Random, step: Step, months: int) -> str:
    at, is_over = step
    if at > place_of(months):
        return "yes"
    return "no" if is_over else random.choice(UNKNOWN)
