"""An attacker who puts the squares of language levels of a report beside its counts.

Who is above the diagonal gained. Split by the level of speaking at the start, the counts are the rows of one square.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from random import Random

from app.rules.disclosure import SUPPRESSED
from app.rules.language_matrix import CELLS, LEVELS, Cell, LanguageMatrix, gained
from tests.rules.beside_counts import TOTAL, More
from tests.rules.disclosure_attacker import MANY, Place, known_of
from tests.rules.random_reports import STATES, Group, Person, Population

SPEAKING, LISTENING = "gain:speaking", "gain:listening"
BY_LEVEL = (("speaking_level",), ("gender", "speaking_level"), ("region", "speaking_level"), ("gender", "region"))
"""What a report about language is split by, here."""


@dataclass(frozen=True)
class Levels:
    """A population, and per skill how many went from which level to which."""

    population: Population
    cells: Mapping[str, Mapping[Cell, int]]


def random_levels(random: Random) -> Levels:
    """Ten to two hundred people of whom most, or hardly any, were measured twice and gained a level."""
    women, twice, rises = random.choice((0.1, 0.5)), random.choice((0.4, 0.9, 1)), random.choice((0.1, 0.5, 0.9))
    starts = [random.choice((0, 1, 3, 20)) + 0.05 for _ in range(random.randint(1, 5))]
    rise, fall = [20, random.choice((0, 1, 5)), 0.5], [random.choice((5, 20)), random.choice((0, 1)), 0.2]
    likely_state = [random.choice((0, 1)), random.choice((0, 1, 20)), 20]
    cells: dict[str, dict[Cell, int]] = {SPEAKING: {}, LISTENING: {}}
    people = []
    for _ in range(random.choice((10, 20, 35, 60, 110, 200))):
        state, answer, starts_at = random.choices(STATES, likely_state)[0], {}, {}
        for skill, counted in cells.items():
            start = starts_at[skill] = random.choices(range(len(starts)), starts)[0]
            steps = (
                random.choices((1, 2, 3), rise)[0] if random.random() < rises else -random.choices(range(3), fall)[0]
            )
            cell = start, min(max(start + steps, 0), len(LEVELS) - 1)
            if random.random() >= twice:
                answer[skill] = "unanswered"
                continue
            answer[skill] = "yes" if gained(cell) else "no"
            if state == "due":
                counted[cell] = counted.get(cell, 0) + 1
        gender = "female" if random.random() < women else "male"
        level = str(starts_at[SPEAKING])
        group: Group = {"gender": gender, "region": random.choice(("AM1", "AM2")), "speaking_level": level}
        people.append(Person((group,), {"gain": state}, answer))
    never = dict.fromkeys(cells, frozenset({"unreachable", "refused"}))
    return Levels(Population(people, {"gain": tuple(cells)}, never), cells)


def squares_beside_counts(
    levels: Levels, shown: Mapping[str, LanguageMatrix], places: Collection[Place], threshold: int, *, tells_small: bool
) -> More:
    """What the squares say, and how they hang on the counts."""
    more = More(threshold)
    for skill, counted in levels.cells.items():
        cells: dict[Cell, Place] = {}
        for cell in CELLS:
            value = counted.get(cell, 0)
            told = shown[skill].cells.get(cell, SUPPRESSED) if skill in shown else SUPPRESSED
            tells = told is not SUPPRESSED or (tells_small and skill in shown)
            place = (skill, TOTAL, f"{cell[0]} to {cell[1]}")
            cells[cell] = more.add(place, value, known_of(told, value, threshold) if tells else (0, MANY))
        more.wanted.update(cells.values())
        for answer, has_gained in (("yes", True), ("no", False)):
            above = [cell for cell in CELLS if gained(cell) is has_gained]
            more.adds_up([(skill, TOTAL, answer)], [cells[cell] for cell in above])
            for start in {start for start, _ in CELLS} if skill == SPEAKING else ():
                group = (skill, frozenset({("speaking_level", str(start))}), answer)
                if group in places:
                    more.adds_up([group], [cells[cell] for cell in above if cell[0] == start])
    return more
