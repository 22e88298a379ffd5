"""The demo shows what inclusion at work looks like, also where it goes wrong."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.fill import fill
from app.demo.open_link import open_rating_link
from app.demo.size import Size
from app.rules.rating_signal import Score, Signal, signals_in
from app.use_cases.secrets import hash_of


@pytest.fixture
async def demo(session: AsyncSession, operator: Actor) -> AsyncSession:
    await fill(session, by=operator, size=Size(people=120))
    return session


async def test_there_are_low_and_falling_ratings_and_kept_and_broken_promises(demo: AsyncSession) -> None:
    said = await demo.execute(
        text(
            "select rated_by, dimension, placement_id::text, rated_on, score from rating where superseded_at is null "
            "order by rated_on, recorded_at, id"
        )
    )
    assert {signal for _, signal in signals_in(Score(*row) for row in said)} == set(Signal)
    kept = await demo.scalars(text("select distinct job_guarantee_kept from placement where job_guarantee"))
    assert set(kept) == {True, False, None}


async def test_there_is_every_kind_of_support_in_every_state(demo: AsyncSession) -> None:
    found = await demo.execute(text("select count(distinct kind), count(distinct state) from workplace_support"))
    assert tuple(found.one()) == (5, 3)


async def test_questions_are_open_answered_and_waiting(demo: AsyncSession, operator: Actor) -> None:
    secret = await open_rating_link(demo, by=operator)
    assert secret is not None
    found = await demo.execute(
        text(
            "select count(*) filter (where answered_at is not null) > 20, "
            "count(*) filter (where issued_at is null) > 20, bool_or(token_hash = :hash) from rating_request"
        ),
        {"hash": hash_of(secret)},
    )
    assert tuple(found.one()) == (True, True, True)
