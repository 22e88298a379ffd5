"""Nobody works out a count from reports about a municipality and about programmes in which its residents are."""

from collections.abc import Sequence
from random import Random

from app.rules.disclosure import publish
from tests.rules.disclosure_attacker import Attack, worked_out
from tests.rules.overlapping_scopes import Scope, Told, attack_over_scopes, random_people, within

RESIDENTS: Scope = ("town", "A")
POPULATIONS = 50
PROGRAMMES: tuple[Scope, ...] = (("programme", "P"), ("programme", "Q"))


def attack(seed: int, residents: Sequence[str], programme: Sequence[str], *, tells_small: bool = False) -> Attack:
    """An attacker of one population who has these reports about the residents and both programmes."""
    random = Random(seed)  # noqa: S311 -- made-up people, no secrets
    population, threshold = random_people(random), random.choice((5, 10, 10, 20))
    seen: list[set[int]] = []
    reports = []
    for scope in (RESIDENTS, *PROGRAMMES):
        people = within(population, scope)
        members = {id(person) for person in people.people}
        if not members or any(0 < len(members ^ others) < threshold for others in seen):
            continue
        seen.append(members)
        rows = people.report(*(residents if scope == RESIDENTS else programme))
        reports.append(Told(scope, rows, publish(rows, threshold)))
    return attack_over_scopes(population, reports, threshold, tells_small=tells_small)


def test_scopes_that_are_not_split_by_each_other_tell_no_more_together() -> None:
    seeds = range(POPULATIONS)
    found = worked_out([attack(seed, ["gender"], ["gender"], tells_small=True) for seed in seeds])
    again = [seed for seed, places in zip(seeds, found, strict=True) if places]
    assert [seed for seed in again if worked_out([attack(seed, ["gender"], ["gender"])]) != [[]]] == []


def test_were_a_programme_split_by_where_people_live_the_attacker_would_succeed() -> None:
    assert worked_out([attack(140, ["gender"], ["town", "gender"])]) != [[]]
