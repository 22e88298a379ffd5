"""People of several programmes and municipalities whose lives go on from day to day, and become known late.

Time is told in the months that a curve tells of, as in `random_lives`. A day is one of those later than the day before
it for some people, and no later for others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random

from app.rules.language_matrix import Cell, gained
from tests.rules.matrix_attacker import LISTENING, Levels
from tests.rules.random_lives import (
    AFTER_THE_LAST,
    NEVER,
    PLACED_WITHIN,
    SAME_EMPLOYER,
    UNKNOWN,
    Lives,
    Step,
    place_of,
    placed,
    states,
)
from tests.rules.random_reports import Group, Person, Population

DAYS = 3
NAMES = {"programme": "PQR", "town": "AUX"}
OTHERS = {"gender": ("female", "male"), "age": ("young", "old")}
NO_UNKNOWN_CELL = frozenset({"unreachable", "refused"})


@dataclass(frozen=True)
class Life:
    """Someone's life as it is known in the end.

    `back` tells of each day how much earlier it is than the last one, `late` how much of a job nobody told until then.
    """

    group: Group
    started: int
    died: int | None
    found_a_job: int | None
    left_it: int | None
    last_seen: int
    unknown: str
    levels: Cell
    measured: int
    back: Sequence[int]
    late: int


@dataclass(frozen=True)
class Seen:
    """Someone as known on a day: the answers, how long a first job was waited for and lasted, and two levels."""

    who: int
    person: Person
    until_placed: Step
    in_first_job: Step | None
    levels: Cell | None


@dataclass(frozen=True)
class Asked:
    """What is asked about everybody: of jobs, with curves beside it, and of language, with a square."""

    placed_within: Mapping[str, int]
    same_employer: Mapping[str, int]
    language: bool

    def population(self, people: Sequence[Seen]) -> Population:
        """Some of the people of a day, as what a report is made of."""
        metrics = [*self.placed_within, *self.same_employer, *([LISTENING] if self.language else [])]
        never = {name: NEVER[name] for name in self.placed_within} | {LISTENING: NO_UNKNOWN_CELL}
        return Population([one.person for one in people], {one.split(":")[0]: [one] for one in metrics}, never)

    def lives(self, people: Sequence[Seen]) -> Lives | None:
        """What their curves are made of."""
        if not self.placed_within:
            return None
        jobs = [one.in_first_job for one in people if one.in_first_job]
        waits = [one.until_placed for one in people]
        return Lives(self.population(people), waits, jobs, self.placed_within, self.same_employer)

    def levels(self, people: Sequence[Seen]) -> Levels | None:
        """What their square is made of."""
        if not self.language:
            return None
        return Levels(self.population(people), {LISTENING: Counter(one.levels for one in people if one.levels)})


@dataclass(frozen=True)
class History:
    """The people of each day, and what is asked about them."""

    days: Sequence[Sequence[Seen]]
    asked: Asked


def random_history(random: Random) -> History:
    """Two or three programmes with people of two or three municipalities, of whom more and more becomes known."""
    jobs, language = random.choice(((True, False), (True, False), (False, True), (True, True)))
    asked = Asked(
        _one(random, PLACED_WITHIN) if jobs else {}, _one(random, SAME_EMPLOYER) if jobs else {}, language=language
    )
    women, finds, dies = random.choice((0.1, 0.5)), random.choice((0.2, 0.6, 0.95)), random.choice((0, 0.05, 0.2))
    leaves, unknown, oldest = random.choice((0.1, 0.5)), random.choice((0.05, 0.4)), random.choice((2, 4, 6, 6, 6))
    moves, late, rises = random.choice((0.05, 0.2, 0.6, 1)), random.choice((0, 0.2)), random.choice((0.1, 0.5, 0.9))
    weights = [random.choice((0, 1, 3, 20)) + 0.1 for _ in range(AFTER_THE_LAST + 1)]
    lowest, steps = random.randint(1, 3), range(AFTER_THE_LAST + 1)

    def life(group: Group) -> Life:
        started, start = random.choices(steps[: oldest + 1], weights[: oldest + 1])[0], random.randrange(lowest)
        back = [0]
        for _ in range(DAYS - 1):
            back.insert(0, back[0] + (random.random() < moves))
        return Life(
            group=group,
            started=started,
            died=random.randrange(started + 1) if random.random() < dies else None,
            found_a_job=random.choices(steps, weights)[0] if random.random() < finds else None,
            left_it=random.choices(steps, weights)[0] if random.random() < leaves else None,
            last_seen=random.randrange(started + 1) if random.random() < unknown else AFTER_THE_LAST + 1,
            unknown=random.choice(UNKNOWN),
            levels=(start, start + random.choice((1, 1, 2)) if random.random() < rises else start),
            measured=random.choices(steps, weights)[0],
            back=back,
            late=random.choice((1, 2)) if random.random() < late else 0,
        )

    lives = []
    for programme, town in product(*(names[: random.randint(2, 3)] for names in NAMES.values())):
        for _ in range(random.choice((0, 1, 3, 8, 12, 15, 25, 40))):
            gender = "female" if random.random() < women else "male"
            age = random.choice(("young", "young", "old"))
            lives.append(life({"programme": programme, "town": town, "gender": gender, "age": age}))
    return History([list(_on_day(lives, day, asked)) for day in range(DAYS)], asked)


def _one(random: Random, metrics: Mapping[str, int]) -> dict[str, int]:
    return dict([random.choice(list(metrics.items()))])


def _on_day(lives: Iterable[Life], day: int, asked: Asked) -> Iterable[Seen]:
    for who, life in enumerate(lives):
        passed = life.started - life.back[day]
        if passed >= 0:
            yield _seen(who, life, passed, life.late if day < DAYS - 1 else 0, asked)


def _seen(who: int, life: Life, passed: int, late: int, asked: Asked) -> Seen:
    died = life.died if life.died is not None and life.died <= passed else None
    alive = passed if died is None else died
    until_placed = _step(life.found_a_job, alive)
    state = states(asked.placed_within, passed, died)
    answer = {name: placed(until_placed, months) for name, months in asked.placed_within.items()}
    in_first_job = levels = None
    if life.found_a_job is not None and until_placed[1]:
        in_first_job = _step(life.left_it, max(min(alive - life.found_a_job, life.last_seen) - late, 0))
        state |= states(asked.same_employer, passed - life.found_a_job, died and died - life.found_a_job)
        at, is_over = in_first_job
        for name, months in asked.same_employer.items():
            answer[name] = "yes" if at > place_of(months) else "no" if is_over else life.unknown
    if asked.language:
        state["gain"], answer[LISTENING] = "due" if passed else "not_yet_due", "unanswered"
        if life.measured <= passed:
            answer[LISTENING] = "yes" if gained(life.levels) else "no"
            levels = life.levels if passed else None
    return Seen(who, Person((life.group,), state, answer), until_placed, in_first_job, levels)


def _step(at: int | None, seen: int) -> Step:
    return (at, True) if at is not None and at <= seen else (seen, False)
