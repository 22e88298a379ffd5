"""Nobody works out a count from all that one reader may have: scopes that overlap, days, groupings, curves and squares.

A few populations are tried each time; with BESTENDIG_POPULATIONS=1000 so many.
"""

from __future__ import annotations

from collections.abc import Sequence
from os import environ
from random import Random

from tests.rules.disclosure_attacker import Place, worked_out
from tests.rules.lives_over_days import DAYS, random_history
from tests.rules.publisher import Publisher, Scope
from tests.rules.reader_of_everything import attack_on_everything

POPULATIONS = int(environ.get("BESTENDIG_POPULATIONS", "4"))
RESIDENTS, IN_PROGRAMMES = [Scope("town", "A"), Scope("town", "U")], [Scope("programme", "P"), Scope("programme", "Q")]
GROUPINGS = (("gender",), ("age",), ("gender", "age"))


def given_away(publisher: Publisher) -> list[Place]:
    """What somebody works out who has all that was given.

    First somebody is tried who knows more: which counts of a table that is withheld whole are small, and where nobody
    is. Where he finds nothing, nobody does.
    """
    if not publisher.told:
        return []
    found: list[Place] = []
    for tells_small, knows_empty in ((True, True), (False, True), (False, False)):
        attack = attack_on_everything(publisher, tells_small=tells_small, knows_empty=knows_empty)
        [found] = worked_out([attack])
        if not found:
            break
    return found


def publisher_of(seed: int, *, holds_reports_against_others: bool = True) -> tuple[Random, Publisher]:
    random = Random(seed)  # noqa: S311 -- made-up people, no secrets
    history = random_history(random)
    return random, Publisher(history, random.choice((5, 10, 10, 20)), holds_reports_against_others)


def with_any_reports(seed: int) -> Publisher:
    """Somebody who asks in any order for two to four scopes, each on some days, with one or two groupings."""
    random, publisher = publisher_of(seed)
    scopes = random.sample([*RESIDENTS, *IN_PROGRAMMES], random.randint(2, 4))
    calls = [(scope, day) for scope in scopes for day in random.sample(range(DAYS), random.choice((1, 1, 2, 3)))]
    random.shuffle(calls)
    groupings = random.sample(GROUPINGS, random.randint(1, 2))
    for scope, day in calls:
        publisher.pull(scope, day, groupings)
    return publisher


def pull_all(publisher: Publisher, days: Sequence[int], of_programmes: tuple[str, ...]) -> Publisher:
    for scope in (RESIDENTS[0], *IN_PROGRAMMES):
        for day in days:
            publisher.pull(scope, day, [("gender",) if scope in RESIDENTS else of_programmes])
    return publisher


def test_an_attacker_who_puts_everything_together_is_left_with_three_values_or_more() -> None:
    assert [seed for seed in range(POPULATIONS) if given_away(with_any_reports(seed))] == []


def test_were_reports_not_held_against_others_the_attacker_would_succeed() -> None:
    _, careless = publisher_of(13, holds_reports_against_others=False)
    assert given_away(pull_all(careless, range(DAYS), ("gender",))) != []


def test_were_a_programme_split_by_where_people_live_the_attacker_would_succeed() -> None:
    _, publisher = publisher_of(3)
    assert given_away(pull_all(publisher, [DAYS - 1], ("town", "gender"))) != []
