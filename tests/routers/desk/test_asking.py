"""What went out about a follow-up, what comes next, and asking at once; and the messages of a programme."""

from datetime import date, timedelta

import httpx
import pytest

from app import clock
from app.models import EmployerContact, FollowUp, Placement, Programme
from app.rules.code_lists import FollowUpState, MessageState, Role
from tests.conftest import Statements
from tests.factories import Factory

NOW = clock.now()
TODAY = clock.day_of(NOW)
ADDRESS = "personeel@example.org"


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.fixture
async def contact(make: Factory, programme: Programme) -> EmployerContact:
    employer = await make.organisation(name="Bakkerij Van Dijk")
    return await make.employer_contact(programme, employer, email=ADDRESS, name="Annelies Terpstra")


@pytest.fixture
async def job(make: Factory, programme: Programme, contact: EmployerContact) -> Placement:
    trajectory = await make.trajectory(programme, started_on=days(-400), registered_on=days(-420))
    return await make.placement(
        trajectory, contact_id=contact.id, organisation_id=contact.organisation_id, starts_on=days(-190)
    )


async def due(make: Factory, job: Placement, due_on: date = TODAY, **fields: object) -> FollowUp:
    window = {"opens_on": due_on - timedelta(days=14), "closes_on": due_on + timedelta(days=60)}
    return await make.follow_up(job, due_on=due_on, **{**window, **fields})


async def test_the_page_of_a_trajectory_says_what_was_asked_and_what_comes_next(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, job: Placement
) -> None:
    asked_on = TODAY - timedelta(days=2)
    follow_up = await due(make, job, days(-2), state=FollowUpState.ASKED, times_asked=1, last_asked_on=asked_on)
    sent = await make.message(programme, recipient=ADDRESS, state=MessageState.SENT, sent_at=NOW - timedelta(days=2))
    await make.follow_up_request(follow_up, sent)
    page = await desk.get(f"/trajectories/{job.trajectory_id}")
    assert f"The question to {ADDRESS}" in page.text
    assert f"A reminder goes to {ADDRESS} by itself on" in page.text
    assert "Ask the employer now" not in page.text


async def test_what_is_ready_can_be_asked_at_once_and_not_twice(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, job: Placement
) -> None:
    follow_up = await due(make, job)
    here = f"/trajectories/{job.trajectory_id}"
    assert "Ask the employer now" in (await desk.get(here)).text
    asked = await desk.post(f"{here}/follow-ups/{follow_up.id}/asking")
    assert (asked.status_code, asked.headers["location"]) == (303, f"{here}?done=asked")
    page = await desk.get(here)
    assert "A message with this question is on its way." in page.text
    assert "Ask the employer now" not in page.text
    again = await desk.post(f"{here}/follow-ups/{follow_up.id}/asking")
    assert (again.status_code, "on its way already" in again.text) == (409, True)
    messages = await desk.get(f"/programmes/{programme.id}/messages")
    assert ADDRESS in messages.text


async def test_without_a_contact_person_the_page_says_why_nobody_is_asked(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    trajectory = await make.trajectory(programme, started_on=days(-400), registered_on=days(-420))
    job = await make.placement(trajectory, starts_on=days(-190))
    await due(make, job)
    page = await desk.get(f"/trajectories/{trajectory.id}")
    assert "because no contact person is known" in page.text
    assert f'href="/placements/{job.id}/contact"' in page.text


async def test_messages_that_did_not_arrive_come_first_in_one_statement(
    desk: httpx.AsyncClient,
    make: Factory,
    programme: Programme,
    job: Placement,
    contact: EmployerContact,
    statements: Statements,
) -> None:
    follow_up = await due(make, job)
    sent = await make.message(
        programme, recipient=ADDRESS, employer_contact_id=contact.id, state=MessageState.SENT, sent_at=NOW
    )
    await make.follow_up_request(follow_up, sent)
    gone = await make.employer_contact(
        programme, await make.organisation(), email="weg@example.org", bounced_at=NOW, bounce_reason="No such mailbox"
    )
    await make.message(programme, recipient="weg@example.org", employer_contact_id=gone.id, state=MessageState.REFUSED)
    statements.clear()
    page = await desk.get(f"/programmes/{programme.id}/messages")
    assert len(statements.about("message")) == 1
    assert page.text.index("weg@example.org") < page.text.index(ADDRESS)
    assert "No such mailbox" in page.text
    only = await desk.get(f"/programmes/{programme.id}/messages?group=attention")
    assert ("weg@example.org" in only.text, ADDRESS in only.text) == (True, False)


async def test_an_address_that_was_put_right_asks_for_no_attention_any_more(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, contact: EmployerContact
) -> None:
    await make.message(
        programme, recipient="oud@example.org", employer_contact_id=contact.id, state=MessageState.BOUNCED
    )
    page = await desk.get(f"/programmes/{programme.id}/messages?group=attention")
    assert "No messages here" in page.text


async def test_messages_of_another_programme_are_not_found(desk: httpx.AsyncClient, make: Factory) -> None:
    other = await make.programme()
    await make.account(Role.COORDINATOR, programme=other)
    assert (await desk.get(f"/programmes/{other.id}/messages")).status_code == 404


async def test_whoever_was_asked_three_times_is_to_be_called_and_stands_on_the_desk_once(
    desk: httpx.AsyncClient, make: Factory, job: Placement
) -> None:
    asked = {"state": FollowUpState.ASKED, "times_asked": 3}
    follow_up = await due(make, job, days(-30), **asked, last_asked_on=days(-6))
    page = await desk.get("/today")
    assert "asked, last on" in page.text
    assert "Call Annelies Terpstra" not in page.text
    follow_up.last_asked_on = days(-7)
    await make.save(follow_up)
    page = await desk.get("/today")
    assert "Call Annelies Terpstra at Bakkerij Van Dijk about month 6: asked 3 times" in page.text
    assert "asked, last on" not in page.text
