"""Contact persons are asked by themselves, once. The day of the tests is a Monday, at ten in the morning."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import (
    EmployerContact,
    FollowUp,
    FollowUpRequest,
    Message,
    Organisation,
    Placement,
    Programme,
    Trajectory,
)
from app.rules.addresses import folded_phone
from app.rules.code_lists import FollowUpState, MessageChannel, MessageLanguage, MessageState
from app.settings import settings
from app.use_cases.ask_follow_ups import ask_follow_ups
from tests.factories import MOMENT, TODAY, Factory

ADDRESS = "personeel@example.org"
DAY = timedelta(days=1)
YESTERDAY = TODAY - DAY


@pytest.fixture
async def programme(make: Factory) -> Programme:
    return await make.programme()


@pytest.fixture
async def employer(make: Factory) -> Organisation:
    return await make.organisation()


@pytest.fixture
async def contact(make: Factory, programme: Programme, employer: Organisation) -> EmployerContact:
    return await make.employer_contact(programme, employer, email=ADDRESS, language=MessageLanguage.ENGLISH)


@pytest.fixture
async def trajectory(make: Factory, programme: Programme) -> Trajectory:
    return await make.trajectory(programme)


@pytest.fixture
async def job(make: Factory, trajectory: Trajectory, employer: Organisation, contact: EmployerContact) -> Placement:
    return await make.placement(trajectory, employer, contact_id=contact.id)


async def messages(session: AsyncSession) -> list[tuple[str, MessageState, list[int]]]:
    """Every message: to whom, how it stands, and which askings are in it."""
    session.expire_all()
    requests = list(await session.scalars(select(FollowUpRequest)))
    return [
        (one.recipient, one.state, sorted(request.nth for request in requests if request.message_id == one.id))
        for one in await session.scalars(select(Message).order_by(col(Message.not_before)))
    ]


def at(by: Actor, days: int = 0, **clock: Any) -> Actor:
    """The same operator, so many days later and at another hour (UTC)."""
    return replace(by, at=(by.at + days * DAY).replace(**clock))


async def sent(
    make: Factory, programme: Programme, follow_up: FollowUp, at: datetime, nth: int = 1, **fields: Any
) -> None:
    """A mail about a follow-up that went out."""
    values: dict[str, Any] = {"recipient": ADDRESS, "state": MessageState.SENT, "sent_at": at, **fields}
    await make.follow_up_request(follow_up, await make.message(programme, **values), nth=nth)


async def test_a_contact_is_asked_on_the_target_date_and_once(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement
) -> None:
    await make.follow_up(job)
    assert await ask_follow_ups(session, by=operator) == 1
    [message] = await session.scalars(select(Message))
    assert (message.recipient, message.channel, message.language) == (
        ADDRESS,
        MessageChannel.EMAIL,
        MessageLanguage.ENGLISH,
    )
    assert message.not_before == MOMENT
    for day in range(30):
        assert await ask_follow_ups(session, by=at(operator, day)) == 0
    assert await messages(session) == [(ADDRESS, MessageState.WAITING, [1])]


async def test_before_the_target_date_nobody_is_asked(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement
) -> None:
    await make.follow_up(job, due_on=TODAY + DAY)
    assert await ask_follow_ups(session, by=operator) == 0


async def test_several_people_at_one_address_are_in_one_mail(
    session: AsyncSession,
    operator: Actor,
    make: Factory,
    programme: Programme,
    employer: Organisation,
    contact: EmployerContact,
    job: Placement,
) -> None:
    colleague = await make.placement(await make.trajectory(programme), employer, contact_id=contact.id)
    await make.follow_up(job)
    await make.follow_up(colleague, due_on=TODAY + 3 * DAY)
    assert await ask_follow_ups(session, by=operator) == 0
    assert await ask_follow_ups(session, by=at(operator, 3)) == 1
    assert await messages(session) == [(ADDRESS, MessageState.WAITING, [1, 1])]


async def test_addresses_that_differ_in_capitals_only_are_one_address(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme, job: Placement
) -> None:
    other = await make.organisation()
    same = await make.employer_contact(programme, other, email="Personeel@Example.org")
    await make.follow_up(job)
    await make.follow_up(await make.placement(await make.trajectory(programme), other, contact_id=same.id))
    assert await ask_follow_ups(session, by=operator) == 1


async def test_two_programmes_each_ask_for_themselves(
    session: AsyncSession, operator: Actor, make: Factory, employer: Organisation, job: Placement
) -> None:
    other = await make.programme()
    theirs = await make.employer_contact(other, employer, email=ADDRESS)
    await make.follow_up(job)
    await make.follow_up(await make.placement(await make.trajectory(other), employer, contact_id=theirs.id))
    assert await ask_follow_ups(session, by=operator) == 2


async def test_a_reminder_comes_after_the_pause_and_never_a_fourth_asking(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme, job: Placement
) -> None:
    asked = {"state": FollowUpState.ASKED, "due_on": TODAY - 30 * DAY, "last_asked_on": TODAY - 7 * DAY}
    once = await make.follow_up(job, month=3, times_asked=1, **asked)
    thrice = await make.follow_up(job, month=6, times_asked=3, **asked)
    await sent(make, programme, once, MOMENT - 7 * DAY)
    await sent(make, programme, thrice, MOMENT - 7 * DAY, nth=3)
    assert await ask_follow_ups(session, by=at(operator, -1)) == 0
    assert await ask_follow_ups(session, by=operator) == 1
    [waiting] = [nths for _, state, nths in await messages(session) if state is MessageState.WAITING]
    assert waiting == [2]


async def test_a_contact_gets_one_mail_in_seven_days(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme, job: Placement
) -> None:
    await sent(make, programme, await make.follow_up(job, month=3, state=FollowUpState.ANSWERED), MOMENT - 5 * DAY)
    await make.follow_up(job)
    assert await ask_follow_ups(session, by=at(operator, 1)) == 0
    assert await ask_follow_ups(session, by=at(operator, 2)) == 1


async def test_a_contact_to_whom_a_message_is_under_way_gets_no_second_one(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme, job: Placement
) -> None:
    await make.message(programme, recipient=ADDRESS, state=MessageState.HANDING_OVER)
    await make.follow_up(job)
    assert await ask_follow_ups(session, by=operator) == 0


@pytest.mark.parametrize(
    ("days", "hour", "many"),
    [(0, 3, 1), (0, 16, 1), (0, 17, 0), (5, 9, 0), (35, 9, 0)],
    ids=["at night it waits for the morning", "until five to six", "not in the evening", "Saturday", "Easter Monday"],
)
async def test_quiet_hours_and_days(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement, days: int, hour: int, many: int
) -> None:
    await make.follow_up(job)
    assert await ask_follow_ups(session, by=at(operator, days, hour=hour)) == many
    assert all(one.not_before.hour >= 7 for one in await session.scalars(select(Message)))


@pytest.mark.parametrize(
    "follow_up",
    [
        {"state": FollowUpState.ANSWERED},
        {"state": FollowUpState.UNANSWERED},
        {"state": FollowUpState.UNREACHABLE},
        {"state": FollowUpState.REFUSED},
        {"state": FollowUpState.CANCELLED},
        {"closes_on": YESTERDAY, "due_on": YESTERDAY - 60 * DAY},
        {"acknowledged_on": YESTERDAY, "acknowledged_because": "The firm has closed down"},
    ],
)
async def test_nobody_is_asked_what_needs_no_answer(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement, follow_up: dict[str, Any]
) -> None:
    await make.follow_up(job, **follow_up)
    assert await ask_follow_ups(session, by=operator) == 0


@pytest.mark.parametrize(
    "said",
    [
        {"answered_at": MOMENT - DAY},  # "this is not my employee"
        {"partial": {"answer": "left"}},
    ],
)
async def test_nobody_is_reminded_who_has_said_something(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement, said: dict[str, Any]
) -> None:
    await make.confirmation_link(job, follow_up_id=(await make.follow_up(job)).id, **said)
    assert await ask_follow_ups(session, by=operator) == 0


async def test_an_answer_from_before_the_day_does_not_stop_the_question_about_that_day(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory, job: Placement
) -> None:
    follow_up = await make.follow_up(job)
    said = await make.observation(trajectory, job)
    await make.confirmation_link(job, follow_up_id=follow_up.id, answered_at=MOMENT - 3 * DAY, observation_id=said.id)
    assert await ask_follow_ups(session, by=operator) == 1


async def test_an_employer_is_not_asked_about_a_day_after_the_last_day_worked(
    session: AsyncSession,
    operator: Actor,
    make: Factory,
    programme: Programme,
    employer: Organisation,
    contact: EmployerContact,
) -> None:
    trajectory = await make.trajectory(programme)
    gone = await make.placement(trajectory, employer, contact_id=contact.id, ends_on=YESTERDAY)
    await make.follow_up(gone)
    assert await ask_follow_ups(session, by=operator) == 0


async def test_an_address_from_which_mail_came_back_is_not_used_and_a_new_one_is_asked_at_once(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme, employer: Organisation
) -> None:
    bounced = await make.employer_contact(programme, employer, email="weg@example.org", bounced_at=MOMENT)
    job = await make.placement(await make.trajectory(programme), employer, contact_id=bounced.id)
    follow_up = await make.follow_up(job)
    await sent(make, programme, follow_up, MOMENT - DAY, recipient="weg@example.org", state=MessageState.BOUNCED)
    assert await ask_follow_ups(session, by=operator) == 0
    contact = await session.get_one(EmployerContact, bounced.id)
    contact.email, contact.bounced_at = ADDRESS, None
    await session.flush()
    assert await ask_follow_ups(session, by=operator) == 1
    assert (ADDRESS, MessageState.WAITING, [1]) in await messages(session)


async def test_a_question_that_was_left_out_of_a_message_is_asked_when_it_opens_again(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme, job: Placement
) -> None:
    follow_up = await make.follow_up(job)
    cancelled = await make.message(programme, recipient=ADDRESS, state=MessageState.CANCELLED)
    await make.follow_up_request(follow_up, cancelled, dropped_at=MOMENT - DAY)
    assert await ask_follow_ups(session, by=operator) == 1
    [request] = await session.scalars(select(FollowUpRequest))
    assert (request.nth, request.dropped_at, request.message_id == cancelled.id) == (1, None, False)


@pytest.mark.parametrize("phone", ["+31612345678", "06 1234 56.78", "0031-6/12345678", "+31 (0)6 12345678"])
async def test_without_an_email_address_a_text_message_goes_to_the_phone_where_that_is_possible(
    session: AsyncSession,
    operator: Actor,
    make: Factory,
    programme: Programme,
    employer: Organisation,
    phone: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    contact = await make.employer_contact(programme, employer, email=None, phone=phone)
    await make.follow_up(await make.placement(await make.trajectory(programme), employer, contact_id=contact.id))
    assert await ask_follow_ups(session, by=operator) == 0
    monkeypatch.setattr(settings(), "text_gateway_url", "http://127.0.0.1/texts")
    assert await ask_follow_ups(session, by=operator) == 1
    [message] = await session.scalars(select(Message))
    assert (message.recipient, message.channel) == (folded_phone(phone), MessageChannel.TEXT)


async def test_a_programme_chooses_whether_and_when_to_ask(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme, job: Placement
) -> None:
    await make.follow_up(job)
    mine = await session.get_one(Programme, programme.id)
    mine.asking = {"isOn": False}  # type: ignore[assignment]
    await session.flush()
    assert await ask_follow_ups(session, by=operator) == 0
    mine.asking = {"quietUntil": 13, "quietFrom": 15}  # type: ignore[assignment]
    await session.flush()
    assert await ask_follow_ups(session, by=operator) == 1
    [message] = await session.scalars(select(Message))
    assert message.not_before == MOMENT.replace(hour=12)
