"""Somebody of the team asks at once, by a message or by a link made by hand."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict
from app.models import ConfirmationLink, FollowUp, FollowUpRequest, Placement, Programme
from app.rules.code_lists import FollowUpState, MessageState, Role
from app.use_cases.ask_follow_ups import ask_follow_ups
from app.use_cases.ask_now import ask_now
from app.use_cases.claim_message import claim_message
from app.use_cases.issue_confirmation_link import issue_confirmation_link
from tests.factories import MOMENT, TODAY, Factory

DAY = timedelta(days=1)


@pytest.fixture
async def programme(make: Factory) -> Programme:
    return await make.programme()


@pytest.fixture
async def job(make: Factory, programme: Programme) -> Placement:
    employer = await make.organisation()
    contact = await make.employer_contact(programme, employer)
    return await make.placement(await make.trajectory(programme), employer, contact_id=contact.id)


async def test_a_question_goes_out_alone_and_once(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement
) -> None:
    first = await make.follow_up(job)
    await make.follow_up(job, month=12, due_on=TODAY + 3 * DAY)
    message = await ask_now(session, by=operator, follow_up_id=first.id)
    assert (message.state, message.not_before) == (MessageState.WAITING, MOMENT)
    [request] = await session.scalars(select(FollowUpRequest))
    assert (request.follow_up_id, request.nth) == (first.id, 1)
    with pytest.raises(Conflict, match="on its way"):
        await ask_now(session, by=operator, follow_up_id=first.id)


async def test_at_the_weekend_it_waits_for_monday(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement
) -> None:
    follow_up = await make.follow_up(job, due_on=TODAY - 7 * DAY)
    saturday = replace(operator, at=MOMENT - 2 * DAY)
    message = await ask_now(session, by=saturday, follow_up_id=follow_up.id)
    assert message.not_before == MOMENT.replace(hour=7)


@pytest.mark.parametrize(
    ("days", "asked", "day"), [(1, None, "2026-03-03"), (-20, 5, "2026-03-04")], ids=["not due", "asked on Wednesday"]
)
async def test_too_early_is_refused_with_the_day(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement, days: int, asked: int | None, day: str
) -> None:
    last = None if asked is None else TODAY - asked * DAY
    follow_up = await make.follow_up(job, due_on=TODAY + days * DAY, times_asked=1 if asked else 0, last_asked_on=last)
    with pytest.raises(Conflict, match=f"from {day} on"):
        await ask_now(session, by=operator, follow_up_id=follow_up.id)


async def test_a_link_made_by_hand_counts_as_asking_and_leaves_mailed_links_alone(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme, job: Placement
) -> None:
    follow_up = await make.follow_up(job)
    mailed = await make.confirmation_link(job, follow_up_id=follow_up.id, message_id=(await make.message(programme)).id)
    by_hand = (await issue_confirmation_link(session, by=operator, placement_id=job.id)).link.id
    await issue_confirmation_link(session, by=operator, placement_id=job.id)
    assert (await session.get_one(ConfirmationLink, by_hand)).revoked_at == MOMENT
    assert (await session.get_one(ConfirmationLink, mailed.id)).revoked_at is None
    asked = await session.get_one(FollowUp, follow_up.id)
    assert (asked.state, asked.times_asked, asked.last_asked_on) == (FollowUpState.ASKED, 1, TODAY)


async def test_after_a_link_made_by_hand_the_mail_waits_for_the_pause(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement
) -> None:
    await make.follow_up(job)
    await issue_confirmation_link(session, by=operator, placement_id=job.id)
    assert await ask_follow_ups(session, by=replace(operator, at=MOMENT + 4 * DAY)) == 0
    assert await ask_follow_ups(session, by=replace(operator, at=MOMENT + 7 * DAY)) == 1
    [request] = await session.scalars(select(FollowUpRequest))
    assert request.nth == 2


async def test_where_nobody_is_asked_by_itself_somebody_of_the_team_may_still_ask(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme, job: Placement
) -> None:
    follow_up = await make.follow_up(job)
    mine = await session.get_one(Programme, programme.id)
    mine.asking = {"isOn": False}  # type: ignore[assignment]
    await session.flush()
    message = await ask_now(session, by=operator, follow_up_id=follow_up.id)
    message.recorded_by = (await make.account(Role.COORDINATOR, programme=programme)).id
    await session.flush()
    assert await claim_message(session, by=operator, message_id=message.id) is not None
