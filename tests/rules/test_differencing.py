"""Two reports side by side never tell about fewer people than the threshold."""

from __future__ import annotations

from random import Random

import pytest

from app.rules.differencing import fingerprint, people_apart, same_as, too_like

MANY = [(box, 1000 + box) for box in range(50)]


def with_changes(changed: int) -> bytes:
    return fingerprint([(box, mark + 1 if box < changed else mark) for box, mark in MANY])


def test_the_same_people_in_the_same_states_are_the_same_report_in_any_order() -> None:
    assert fingerprint(MANY) == fingerprint(reversed(MANY))
    assert people_apart(fingerprint(MANY), with_changes(0)) == 0
    assert same_as(with_changes(0), [with_changes(3), fingerprint(MANY)]) == 1


@pytest.mark.parametrize("joined", [1, 9, 10])
def test_people_who_joined_or_left_are_apart(joined: int) -> None:
    more = fingerprint([*MANY, *((100 + number, 7) for number in range(joined))])
    assert people_apart(fingerprint(MANY), more) == people_apart(more, fingerprint(MANY)) == joined


@pytest.mark.parametrize(("changed", "refused"), [(0, False), (1, True), (9, True), (10, False)])
def test_a_report_is_too_like_another_when_one_up_to_the_threshold_count_differently(
    changed: int, refused: bool
) -> None:
    assert (too_like(with_changes(changed), [fingerprint(MANY)], 10) == 0) is refused


def test_every_earlier_report_is_looked_at() -> None:
    assert too_like(with_changes(30), [with_changes(0), with_changes(28), with_changes(15)], 10) == 1
    assert too_like(with_changes(30), [with_changes(0), with_changes(15)], 10) is None


@pytest.mark.parametrize("seed", range(50))
def test_never_more_people_are_seen_apart_than_are(seed: int) -> None:
    random = Random(seed)  # noqa: S311 -- made-up people, no secrets
    people = [(random.randrange(4096), random.randrange(2**32)) for _ in range(random.randrange(400))]
    changed = random.randrange(len(people) + 1)
    other = [(box, random.randrange(2**32)) for box, _ in people[:changed]] + people[changed:]
    assert changed // 2 <= people_apart(fingerprint(people), fingerprint(other)) <= changed
