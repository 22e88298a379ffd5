"""A participant's link opens one question and the answers to it: nothing of others, and nothing else of one's own."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.actor import Actor, Audience
from app.database import session_for
from app.models import Organisation, Placement, Rating
from app.rules.code_lists import RatedBy, RatingDimension, Role
from app.use_cases.secrets import hash_of
from tests.factories import MOMENT, TODAY, Factory
from tests.security.attempts import acts_of
from tests.security.world import World, make_world, somebody

EMPLOYED = "select first_name, employer, job_title from rating_question"


@pytest.fixture
async def employer(make: Factory) -> Organisation:
    return await make.organisation(name="De Linde")


@pytest.fixture
async def placement(make: Factory, employer: Organisation) -> Placement:
    return await make.placement(await make.trajectory(await make.programme()), employer, job_title="Assistent keuken")


async def link_to(make: Factory, placement: Placement, **fields: Any) -> tuple[Actor, dict[str, Any]]:
    """A participant who holds a link to a question about a placement, and the keys of an answer to it."""
    request, secret = await make.asked_rating(placement, **fields)
    keys = {**placement.fact_keys, "placement_id": placement.id, "rating_request_id": request.id, "rated_on": TODAY}
    return Actor.with_participant_link(MOMENT, hash_of(secret)), keys


async def rate(actor: Actor, **values: Any) -> None:
    scored = {"rated_by": RatedBy.PARTICIPANT, "dimension": RatingDimension.JOB, "score": 4}
    async with session_for(actor) as session:
        session.add(Rating(**{**scored, **values}))


async def test_a_link_shows_the_own_first_name_employer_and_job(make: Factory, placement: Placement) -> None:
    mine, _ = await link_to(make, placement)
    elsewhere = await make.placement(await make.trajectory(await make.programme()))
    await link_to(make, elsewhere)
    async with session_for(mine) as session:
        seen = (await session.execute(text(EMPLOYED))).all()
    assert [tuple(row) for row in seen] == [("Amina", "De Linde", "Assistent keuken")]


async def test_a_forged_link_shows_nothing(make: Factory, placement: Placement) -> None:
    await link_to(make, placement)
    async with session_for(Actor.with_participant_link(MOMENT, hash_of("guessed"))) as session:
        assert (await session.execute(text(EMPLOYED))).all() == []


async def test_an_answer_can_be_given_with_the_link(make: Factory, placement: Placement) -> None:
    mine, keys = await link_to(make, placement)
    await rate(mine, **keys)
    async with session_for(mine) as session:
        assert (await session.execute(text("select score from rating"))).scalars().all() == [4]


@pytest.mark.parametrize(
    "other",
    [
        {"rated_by": RatedBy.EMPLOYER, "dimension": RatingDimension.PARTICIPANT},
        {"rating_request_id": None},
        {"rating_request_id": uuid4()},
        {"placement_id": None},
        {"programme_id": uuid4()},
    ],
)
async def test_nothing_but_the_answer_to_the_own_question_can_be_written(
    make: Factory, placement: Placement, other: dict[str, Any]
) -> None:
    mine, keys = await link_to(make, placement)
    with pytest.raises(DBAPIError):
        await rate(mine, **{**keys, **other})


async def test_an_answer_cannot_be_hung_on_somebody_elses_question(make: Factory, placement: Placement) -> None:
    mine, keys = await link_to(make, placement)
    _, theirs = await link_to(make, await make.placement(await make.trajectory(await make.programme())))
    with pytest.raises(DBAPIError):
        await rate(mine, **{**keys, "rating_request_id": theirs["rating_request_id"]})


async def test_earlier_ratings_of_the_same_person_stay_closed(make: Factory, placement: Placement) -> None:
    _, first = await link_to(make, placement)
    await make.save(Rating(**first, rated_by=RatedBy.PARTICIPANT, dimension=RatingDimension.JOB, score=2))
    later, _ = await link_to(make, placement, month=3)
    async with session_for(later) as session:
        assert (await session.execute(text("select score from rating"))).all() == []


@pytest.mark.parametrize(
    "column", ["due_on", "month", "token_hash", "expires_at", "revoked_at", "cancelled_at", "rated_by"]
)
async def test_the_question_itself_cannot_be_changed_with_the_link(
    make: Factory, placement: Placement, column: str
) -> None:
    mine, _ = await link_to(make, placement)
    with pytest.raises(DBAPIError):
        async with session_for(mine) as session:
            await session.execute(text(f"update rating_request set {column} = {column}"))


async def test_a_participant_with_a_link_comes_near_no_other_table(make: Factory) -> None:
    world: World = await make_world(make)
    mine = world.here["participant with a link"]
    seen = set()
    for table, key in world.rows.items():
        seen |= {(table, act) for act in await acts_of(mine, table, key)}
    assert seen == {("rating_request", "select"), ("rating_request", "update")}


async def test_the_employer_does_not_find_what_the_participant_is_asked_or_says(
    make: Factory, employer: Organisation, placement: Placement
) -> None:
    mine, keys = await link_to(make, placement)
    await rate(mine, **keys)
    account = await make.account(Role.EMPLOYER, organisation=employer)
    async with session_for(somebody(account.id, Audience.EMPLOYER)) as session:
        assert (await session.execute(text("select id from placement"))).scalars().all() == [placement.id]
        assert (await session.execute(text("select id from rating_request union select id from rating"))).all() == []


async def test_the_employer_finds_the_own_question_and_answers_it(
    make: Factory, employer: Organisation, placement: Placement
) -> None:
    request = await make.rating_request(placement, rated_by=RatedBy.EMPLOYER)
    account = await make.account(Role.EMPLOYER, organisation=employer)
    async with session_for(somebody(account.id, Audience.EMPLOYER)) as session:
        assert (await session.execute(text("select id from rating_request"))).scalars().all() == [request.id]
        changed = await session.execute(text("update rating_request set answered_at = now() returning id"))
        assert changed.scalars().all() == [request.id]
