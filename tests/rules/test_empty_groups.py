"""Of two things a report has every group of both, and of those without a number nobody can tell in which nobody is."""

from collections.abc import Mapping
from dataclasses import replace

from app.rules.disclosure import SUPPRESSED, PublishedCount, publish
from app.rules.empty_groups import with_empty_groups
from app.rules.outcome_numbers import StateCounts
from app.rules.report_tables import Group, tables_of
from tests.rules.random_reports import Person, Population, exact_row

WOMEN, MEN, NORTH, SOUTH = {"gender": "f"}, {"gender": "m"}, {"region": "N"}, {"region": "S"}
A, B = {**NORTH, "municipality": "A"}, {**SOUTH, "municipality": "B"}
NOBODY = exact_row("life:1", StateCounts())


def empty_groups(*groups: Group) -> list[Group]:
    every: list[Group] = [{}, *groups]
    columns = with_empty_groups({"life:1": [replace(NOBODY, group=group) for group in every]}, tables_of(every))
    return [row.group for row in columns["life:1"][len(every) :]]


def published(people: Mapping[str, int]) -> dict[str, PublishedCount]:
    """The cohorts that are shown of so many people by gender, region and municipality, a letter each."""
    names = ("gender", "region", "municipality")
    everyone = [
        Person((dict(zip(names, group, strict=True)),), {"life": "due"}, {"life:1": "yes"})
        for group, many in people.items()
        for _ in range(many)
    ]
    rows = publish(Population(everyone, {"life": ["life:1"]}).report(*names))
    return {"".join(str(value) for value in row.group.values()): row.cohort for row in rows}


def test_split_by_two_things_it_has_every_combination() -> None:
    found = empty_groups(WOMEN, MEN, NORTH, SOUTH, {**WOMEN, **NORTH}, {**MEN, **SOUTH})
    assert found == [{**WOMEN, **SOUTH}, {**MEN, **NORTH}]


def test_a_municipality_stands_in_one_region_also_where_nobody_of_the_region_is() -> None:
    above = (WOMEN, MEN, NORTH, SOUTH, A, B, {**WOMEN, **SOUTH}, {**MEN, **SOUTH}, {**MEN, **NORTH})
    found = empty_groups(*above, {**B, **WOMEN}, {**B, **MEN}, {**A, **MEN})
    assert found == [{**WOMEN, **NORTH}, {**A, **WOMEN}]


def test_what_is_split_by_one_thing_has_no_others() -> None:
    assert empty_groups(WOMEN, MEN) == []
    assert empty_groups(NORTH, SOUTH, A, B) == []


def test_that_nobody_is_in_both_of_two_groups_that_are_shown_is_told() -> None:
    found = published({"fNA": 30, "mSB": 40})
    assert (found["f"], found["SB"]) == (30, 40)
    assert found["fS"] == found["fSB"] == 0


def test_in_which_groups_the_few_people_of_a_small_one_are_not_is_not_told() -> None:
    found = published({"fNA": 30, "mNA": 4, "fSB": 40})
    assert found["m"] is found["mNA"] is found["mSB"] is SUPPRESSED


def test_nor_in_which_municipality_the_few_of_a_region_are_not() -> None:
    found = published({"fNA": 30, "mNA": 4, "fNC": 40, "fSB": 30, "mSB": 40, "mSD": 30})
    assert (found["m"], found["NC"]) == (75, 40)
    assert found["mN"] is found["mNC"] is SUPPRESSED


def test_a_report_that_is_split_by_one_thing_does_not_tell_it_either() -> None:
    few = exact_row("life:1", StateCounts(yes=7))
    rows = publish([few, replace(few, group=WOMEN), replace(NOBODY, group=MEN)])
    assert [row.cohort for row in rows] == [SUPPRESSED] * 3
