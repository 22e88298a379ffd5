"""The nightly check finds facts that cannot all be true, and says so until they are right again."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.models import ConsistencyFinding, FollowUp
from app.rules.calendar import add_months
from app.use_cases.check_consistency import check_consistency
from tests.factories import Factory

STARTS_ON = date(2025, 9, 1)
PLANTED = {
    "out_of_step": "update programme set follow_up_months = '{6, 30}'",
    "past_its_time": "update follow_up set closes_on = date '2026-02-01'",
    "asked_without_message": "delete from follow_up_request; update follow_up set state = 'asked'",
    "answered_without_answer": "update follow_up set state = 'answered'",
    "asked_twice": """
        with sent as (
            update message set state = 'sent', sent_at = not_before returning *
        ), again as (
            insert into message
            select (jsonb_populate_record(
                null::message, to_jsonb(sent) || jsonb_build_object('id', gen_random_uuid())
            )).* from sent
            returning id
        )
        insert into follow_up_request
        select (jsonb_populate_record(
            request, jsonb_build_object('id', gen_random_uuid(), 'nth', 2, 'message_id', again.id)
        )).* from follow_up_request as request, again
    """,
    "message_stuck": "update message set state = 'sending', claimed_at = now() - interval '2 hours'",
    "link_after_death": "update placement set ends_on = starts_on, end_reason = 'deceased'",
    "next_follow_up": "update trajectory set next_follow_up_on = null",
    "last_contact": "update trajectory set last_contact_on = date '2026-02-28'",
    "programmes_of_person": "update participant_profile set programme_ids = array[gen_random_uuid()]",
    "version_not_remembered": "alter table placement disable trigger user; update placement set version = version + 1",
}
"""Each check, and a change behind the back of the program that it must find."""


@pytest.fixture
async def asked(make: Factory) -> FollowUp:
    """Somebody about whom an employer is asked, and whose facts agree."""
    due_on = add_months(STARTS_ON, 6)
    programme, employer = await make.programme(follow_up_months=[6]), await make.organisation()
    placement = await make.placement(await make.trajectory(programme), employer, starts_on=STARTS_ON)
    follow_up = await make.follow_up(placement, due_on=due_on, closes_on=due_on + timedelta(days=60))
    await make.follow_up_request(follow_up, await make.message(programme))
    await make.confirmation_link(placement)
    return follow_up


async def found(session: AsyncSession) -> set[str]:
    standing = select(ConsistencyFinding.check_name).where(ConsistencyFinding.resolved_at == None)  # noqa: E711
    return set((await session.scalars(standing)).all())


async def test_facts_that_agree_are_left_alone(session: AsyncSession, asked: FollowUp, operator: Actor) -> None:
    assert await check_consistency(session, by=operator) == (0, 0)


@pytest.mark.parametrize("check", PLANTED)
async def test_a_contradiction_is_found(session: AsyncSession, asked: FollowUp, operator: Actor, check: str) -> None:
    for statement in PLANTED[check].split("; "):
        await session.execute(text(statement))
    await check_consistency(session, by=operator)
    assert check in await found(session)


async def test_a_finding_stands_until_it_is_right_again_and_keeps_when_it_was_found(
    session: AsyncSession, asked: FollowUp, operator: Actor
) -> None:
    await session.execute(text("update trajectory set next_follow_up_on = null"))
    assert await check_consistency(session, by=operator) == (1, 0)
    next_night = Actor.operator(operator.at + timedelta(days=1))
    assert await check_consistency(session, by=next_night) == (1, 0)
    (finding,) = (await session.scalars(select(ConsistencyFinding))).all()
    assert (finding.found_at, finding.last_seen_at) == (operator.at, next_night.at)
    assert (finding.object_type, finding.programme_id) == ("trajectory", asked.programme_id)
    await session.execute(text("update follow_up set version = version + 1"))
    assert await check_consistency(session, by=next_night) == (0, 1)
    assert await found(session) == set()
