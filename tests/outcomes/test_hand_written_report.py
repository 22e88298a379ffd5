"""The standard report gives what somebody gets who writes the SQL by hand, over the base tables."""

from sqlalchemy.engine import URL

from bench.outcomes import compare, fill


async def test_two_thousand_made_up_people_give_the_same_figures(own_database: URL) -> None:
    fill(own_database, 2_000)
    await compare(own_database, rounds=0)
