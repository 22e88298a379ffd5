"""A new link goes to whoever asked for one: at the address on file, once."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.models import ConfirmationLink, FollowUp, Message, Organisation, Placement, Programme
from app.rules.code_lists import AskedOf, FollowUpState, MessagePurpose, MessageState
from app.use_cases.renew_links import renew_links
from tests.factories import MOMENT, Factory

OLD = {"expires_at": MOMENT - timedelta(days=1), "renewed_at": MOMENT}


@pytest.fixture
async def job(make: Factory) -> Placement:
    programme = await make.programme()
    employer = await make.organisation()
    contact = await make.employer_contact(programme, employer, email="Baas@Bakkerij.example")
    person = await make.participant(programme, email="amina@example.org")
    return await make.placement(await make.trajectory(programme, person), employer, contact_id=contact.id)


@pytest.fixture
async def question(make: Factory, job: Placement) -> FollowUp:
    return await make.follow_up(job, state=FollowUpState.ASKED)


async def link_to(make: Factory, question: FollowUp, job: Placement, **fields: Any) -> ConfirmationLink:
    return await make.confirmation_link(job, follow_up_id=question.id, **{**OLD, **fields})


async def sent_to(session: AsyncSession, by: Actor) -> list[str]:
    await renew_links(session, by=by)
    return [message.recipient for message in await session.scalars(select(Message))]


async def test_a_new_link_goes_to_the_address_on_file_and_only_once(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement, question: FollowUp
) -> None:
    first, second = [await link_to(make, question, job) for _ in range(2)]
    assert [await renew_links(session, by=operator) for _ in range(2)] == [1, 0]
    [message] = await session.scalars(select(Message))
    assert (message.purpose, message.state) == (MessagePurpose.RENEWAL, MessageState.WAITING)
    assert (message.recipient, message.employer_contact_id) == ("baas@bakkerij.example", job.contact_id)
    for link in (first, second):
        renewed = await session.get_one(ConfirmationLink, link.id, populate_existing=True)
        assert renewed.renewal_id == message.id


async def test_a_participant_gets_a_new_link_at_the_own_address(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement, question: FollowUp
) -> None:
    await link_to(make, question, job, asked_of=AskedOf.PARTICIPANT)
    assert await sent_to(session, operator) == ["amina@example.org"]


async def test_a_question_that_was_cancelled_is_not_asked_again(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement
) -> None:
    cancelled = await make.follow_up(job, state=FollowUpState.CANCELLED)
    await link_to(make, cancelled, job)
    assert await sent_to(session, operator) == []


async def test_without_an_address_nothing_is_sent_until_one_is_known(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement, question: FollowUp
) -> None:
    await link_to(make, question, job)
    kept = await session.get_one(Placement, job.id)
    kept.contact_id = None
    await session.flush()
    assert await sent_to(session, operator) == []
    programme = await session.get_one(Programme, job.programme_id)
    employer = await session.get_one(Organisation, job.organisation_id)
    contact = await make.employer_contact(programme, employer, email="nieuw@bakkerij.example")
    kept.contact_id = contact.id
    await session.flush()
    assert await sent_to(session, operator) == ["nieuw@bakkerij.example"]


async def test_whoever_asks_again_the_next_day_gets_another_and_within_hours_not(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement, question: FollowUp
) -> None:
    link = await link_to(make, question, job)
    await renew_links(session, by=operator)
    kept = await session.get_one(ConfirmationLink, link.id, populate_existing=True)
    kept.renewed_at = MOMENT + timedelta(hours=2)
    await session.flush()
    assert await renew_links(session, by=operator) == 0
    kept.renewed_at = MOMENT + timedelta(hours=24)
    await session.flush()
    assert await renew_links(session, by=operator) == 1
