"""With a link to the question whether they still work somewhere, participants see that job and their own answers."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.actor import Actor
from app.database import session_for
from app.models import Observation, Placement
from app.rules.code_lists import AskedOf, EvidenceSource
from app.use_cases.secrets import new_secret
from tests.factories import MOMENT, TODAY, Factory
from tests.security.attempts import acts_of
from tests.security.world import make_world


@pytest.fixture
async def placement(make: Factory) -> Placement:
    employer = await make.organisation(name="De Linde")
    return await make.placement(await make.trajectory(await make.programme()), employer, job_title="Assistent keuken")


async def link_to(make: Factory, placement: Placement, asked_of: AskedOf) -> str:
    _, hashed = new_secret()
    await make.confirmation_link(placement, token_hash=hashed, asked_of=asked_of)
    return hashed


async def seen(actor: Actor, statement: str) -> list[tuple[object, ...]]:
    async with session_for(actor) as session:
        return [tuple(row) for row in (await session.execute(text(statement))).all()]


async def test_a_link_shows_the_own_first_name_employer_and_job_and_a_forged_one_nothing(
    make: Factory, placement: Placement
) -> None:
    mine = Actor.with_participant_link(MOMENT, await link_to(make, placement, AskedOf.PARTICIPANT))
    asked = "select first_name, employer, job_title from own_work"
    assert await seen(mine, asked) == [("Amina", "De Linde", "Assistent keuken")]
    assert await seen(Actor.with_participant_link(MOMENT, new_secret()[1]), asked) == []


async def test_a_link_opens_only_the_door_that_it_was_made_for(make: Factory, placement: Placement) -> None:
    own = await link_to(make, placement, AskedOf.PARTICIPANT)
    employers = await link_to(make, placement, AskedOf.EMPLOYER)
    assert (
        await seen(Actor.with_link(MOMENT, own), "select id from placement union select id from confirmation_link")
        == []
    )
    assert await seen(Actor.with_link(MOMENT, own), "select first_name from employee") == []
    theirs = Actor.with_participant_link(MOMENT, employers)
    assert await seen(theirs, "select id from placement union select id from confirmation_link") == []
    assert await seen(theirs, "select first_name from own_work") == []


async def test_what_the_employer_said_is_not_shown_and_cannot_be_said_for_them(
    make: Factory, placement: Placement
) -> None:
    mine = Actor.with_participant_link(MOMENT, await link_to(make, placement, AskedOf.PARTICIPANT))
    keys = {**placement.fact_keys, "placement_id": placement.id, "observed_on": TODAY, "in_paid_work": True}
    await make.save(Observation(**keys, source=EvidenceSource.EMPLOYER))
    assert await seen(mine, "select id from observation") == []
    async with session_for(mine) as session:
        session.add(Observation(**keys, source=EvidenceSource.PARTICIPANT))
    assert await seen(mine, "select source from observation") == [("participant",)]
    with pytest.raises(DBAPIError):
        async with session_for(mine) as session:
            session.add(Observation(**keys, source=EvidenceSource.EMPLOYER))


async def test_a_participant_comes_near_no_table_but_those_of_the_question(make: Factory) -> None:
    world = await make_world(make)
    mine = world.here["participant with a link to the own work"]
    reached = set()
    for table, key in world.rows.items():
        reached |= {(table, act) for act in await acts_of(mine, table, key)}
    assert reached == {(table, act) for table in ("placement", "follow_up") for act in ("select", "update")}
