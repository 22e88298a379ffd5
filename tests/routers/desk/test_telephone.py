"""The script for the telephone: whom to call, what to say, and the same questions as the link asks."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import FollowUp, Observation, Placement, Programme, Trajectory
from app.rules.code_lists import EvidenceSource, FollowUpState, Role, ToldHow
from tests.factories import Factory
from tests.routers.days import TODAY

ANSWERED = {"source": "employer", "told_by": "Mevrouw Terpstra", "told_on": str(TODAY), "told_how": "telephone"}


@pytest.fixture
async def trajectory(make: Factory, programme: Programme) -> Trajectory:
    person = await make.participant(programme, first_name="Amina", last_name="Haddad", phone="06 1234 5678")
    return await make.trajectory(programme, person)


@pytest.fixture
async def job(make: Factory, trajectory: Trajectory) -> Placement:
    employer = await make.organisation(name="Bakkerij Zon")
    return await make.placement(trajectory, employer, starts_on=TODAY - timedelta(days=182), job_title="Bakker")


@pytest.fixture
async def waiting(make: Factory, job: Placement) -> FollowUp:
    return await make.follow_up(job, **days(0))


def days(after: int) -> dict[str, Any]:
    """The days of a question whose day is so many days from today."""
    due_on = TODAY + timedelta(days=after)
    return {"due_on": due_on, "opens_on": due_on - timedelta(days=14), "closes_on": due_on + timedelta(days=60)}


async def kept(session: AsyncSession) -> tuple[FollowUp, Observation | None]:
    session.expire_all()
    one = (await session.scalars(select(FollowUp))).one()
    return one, (await session.scalars(select(Observation))).one_or_none()


async def test_the_script_says_whom_to_call_and_no_more_of_the_person_than_the_employer_knows(
    desk: httpx.AsyncClient, waiting: FollowUp
) -> None:
    page = (await desk.get(f"/follow-ups/{waiting.id}/telephone")).text
    assert "Amina H. started with you on" in page
    assert "Haddad" not in page
    own = (await desk.get(f"/follow-ups/{waiting.id}/telephone?of=participant")).text
    assert "06 1234 5678" in own
    assert "Do you still work there?" in own


async def test_what_the_employer_tells_is_evidence_of_the_employer_and_says_who_told_it_and_how(
    desk: httpx.AsyncClient, session: AsyncSession, trajectory: Trajectory, waiting: FollowUp
) -> None:
    sent = {**ANSWERED, "answer": "changed", "hours": "24"}
    answer = await desk.post(f"/follow-ups/{waiting.id}/telephone", data=sent)
    assert answer.headers["location"] == f"/trajectories/{trajectory.id}?done=told"
    follow_up, said = await kept(session)
    assert said is not None
    assert (follow_up.state, follow_up.answered_by) == (FollowUpState.ANSWERED, said.id)
    assert (said.source, said.hours, said.observed_on) == (EvidenceSource.EMPLOYER, 24, TODAY)
    assert (said.told_by, said.told_how, said.told_on) == ("Mevrouw Terpstra", ToldHow.TELEPHONE, TODAY)
    page = (await desk.get(f"/trajectories/{trajectory.id}")).text
    assert "Employer · By telephone, Mevrouw Terpstra" in page


async def test_what_the_participant_tells_counts_as_the_participants(
    desk: httpx.AsyncClient, session: AsyncSession, waiting: FollowUp
) -> None:
    sent = {**ANSWERED, "source": "participant", "told_by": "Amina", "answer": "still_here"}
    assert (await desk.post(f"/follow-ups/{waiting.id}/telephone", data=sent)).status_code == 303
    follow_up, said = await kept(session)
    assert said is not None
    assert (follow_up.state, said.source) == (FollowUpState.ANSWERED, EvidenceSource.PARTICIPANT)


async def test_whoever_left_the_job_is_asked_for_any_work_now_and_the_employer_is_not(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, trajectory: Trajectory
) -> None:
    first = await make.placement(trajectory, starts_on=TODAY - timedelta(days=182), ends_on=TODAY - timedelta(days=60))
    follow_up = await make.follow_up(first, **days(0))
    page = (await desk.get(f"/follow-ups/{follow_up.id}/telephone")).text
    assert "Do you have paid work now?" in page
    assert "of=employer" not in page
    sent = {"in_paid_work": "no", "told_by": "Amina", "told_on": str(TODAY), "told_how": "visit"}
    told = await desk.post(f"/follow-ups/{follow_up.id}/telephone/work", data=sent)
    assert told.headers["location"].endswith("?done=told")
    answered, said = await kept(session)
    assert said is not None
    assert (answered.state, said.in_paid_work, said.source) == ("answered", False, EvidenceSource.PARTICIPANT)


async def test_still_here_before_the_day_is_kept_and_leaves_the_question_open(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, job: Placement, trajectory: Trajectory
) -> None:
    early = await make.follow_up(job, **days(5))
    answer = await desk.post(f"/follow-ups/{early.id}/telephone", data={**ANSWERED, "answer": "still_here"})
    assert answer.headers["location"] == f"/trajectories/{trajectory.id}?done=told-open"
    follow_up, said = await kept(session)
    assert (follow_up.state, said is not None) == (FollowUpState.DUE, True)


async def test_a_last_day_before_the_start_is_refused_beside_the_field_and_nothing_typed_is_lost(
    desk: httpx.AsyncClient, session: AsyncSession, job: Placement, waiting: FollowUp
) -> None:
    sent = {**ANSWERED, "answer": "left", "left_on": str(job.starts_on - timedelta(days=1)), "told_by": "De chef"}
    page = await desk.post(f"/follow-ups/{waiting.id}/telephone", data=sent)
    assert page.status_code == 400
    assert "telephone-left_on-error" in page.text
    assert 'value="De chef"' in page.text
    assert (await kept(session))[1] is None


async def test_without_who_told_it_nothing_is_recorded(
    desk: httpx.AsyncClient, session: AsyncSession, waiting: FollowUp
) -> None:
    sent = {**ANSWERED, "answer": "still_here", "told_by": " "}
    page = await desk.post(f"/follow-ups/{waiting.id}/telephone", data=sent)
    assert (page.status_code, "telephone-told_by-error" in page.text) == (400, True)
    assert (await kept(session))[1] is None


async def test_a_question_that_is_not_asked_any_more_has_no_script(
    desk: httpx.AsyncClient, session: AsyncSession, waiting: FollowUp
) -> None:
    stopped = {"state": "cancelled", "reason": "Wil met rust gelaten worden", "version": "1"}
    await desk.post(f"/follow-ups/{waiting.id}/closing", data=stopped)
    assert "This question cannot be answered now" in (await desk.get(f"/follow-ups/{waiting.id}/telephone")).text
    refused = await desk.post(f"/follow-ups/{waiting.id}/telephone", data={**ANSWERED, "answer": "still_here"})
    assert refused.status_code == 409


async def test_another_program_answers_for_an_employer_and_moves_and_reopens_a_question(
    client: httpx.AsyncClient, make: Factory, programme: Programme, waiting: FollowUp
) -> None:
    client.headers.update(await make.token(await make.account(Role.COORDINATOR, programme=programme)))
    here = f"/v1/follow-ups/{waiting.id}"
    moved = await client.put(
        f"{here}/day",
        json={"dueOn": str(TODAY + timedelta(days=3)), "reason": "On leave"},
        headers={"If-Match": '"1"'},
    )
    assert (moved.status_code, moved.json()["computedDueOn"]) == (200, str(TODAY))
    unsure = await client.put(f"{here}/acknowledgement", json={"reason": "Gone"}, headers={"If-Match": '"2"'})
    assert (unsure.status_code, unsure.json()["acknowledgedOn"]) == (200, str(TODAY))
    assert (await client.delete(f"{here}/acknowledgement", headers={"If-Match": '"3"'})).status_code == 204
    closing = {"state": "refused"}
    assert (await client.put(f"{here}/closure", json=closing, headers={"If-Match": '"4"'})).status_code == 200
    again = await client.post(f"{here}/reopenings", json={"reason": "Called back"}, headers={"If-Match": '"5"'})
    assert (again.status_code, again.json()["state"]) == (201, "due")
    left = {
        "answer": "left", "leftOn": str(TODAY - timedelta(days=2)), "toldBy": "HR", "toldOn": str(TODAY),
    }  # fmt: skip
    told = await client.post(f"{here}/answers", json=left)
    assert (told.status_code, told.json()["state"]) == (201, "answered")
