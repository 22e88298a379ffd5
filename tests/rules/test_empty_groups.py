"""In a table that is withheld whole nobody can tell in which groups nobody is."""

from app.rules.empty_groups import empty_groups
from app.rules.report_tables import Group, tables_of


def empty_in_the_last_table(*groups: Group) -> list[Group]:
    every = [{}, *groups]
    tables = tables_of(every)
    return list(empty_groups(every, tables[-1], tables))


def test_split_by_two_things_it_has_every_combination() -> None:
    women, men, north, south = {"gender": "f"}, {"gender": "m"}, {"region": "N"}, {"region": "S"}

    found = empty_in_the_last_table(women, men, north, south, {**women, **north}, {**men, **south})

    assert found == [{"gender": "f", "region": "S"}, {"gender": "m", "region": "N"}]


def test_a_municipality_stands_in_one_region() -> None:
    women, men = {"gender": "f"}, {"gender": "m"}
    north, south = {"region": "N", "municipality": "A"}, {"region": "S", "municipality": "B"}
    by_region = [{**who, "region": region} for who in (women, men) for region in "NS"]
    above = [women, men, {"region": "N"}, {"region": "S"}, north, south, *by_region]

    found = empty_in_the_last_table(*above, {**north, **women}, {**south, **women}, {**south, **men})

    assert found == [{**north, **men}]


def test_what_is_split_by_one_thing_has_no_others() -> None:
    assert empty_in_the_last_table({"gender": "f"}, {"gender": "m"}) == []
