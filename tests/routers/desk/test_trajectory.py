"""One trajectory on one page."""

import re
from datetime import date
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import (
    AuditEvent,
    CoachingContact,
    FollowUp,
    Observation,
    Organisation,
    Placement,
    Programme,
    Trajectory,
)
from app.rules.code_lists import EvidenceSource, FollowUpState, Role, TrajectoryState
from tests.conftest import Statements
from tests.factories import Factory
from tests.routers.days import TODAY, days


@pytest.fixture
async def trajectory(make: Factory, programme: Programme) -> Trajectory:
    person = await make.participant(programme, first_name="Amina", last_name="Haddad")
    return await make.trajectory(programme, person, registered_on=days(-300), started_on=days(-250))


@pytest.fixture
def here(trajectory: Trajectory) -> str:
    return f"/trajectories/{trajectory.id}"


async def test_the_whole_story_is_on_one_page_in_one_statement_and_the_employers_in_another(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, here: str, statements: Statements
) -> None:
    job = await make.placement(trajectory, await make.organisation(name="Bakkerij Van Dijk"), starts_on=days(-200))
    await make.observation(trajectory, job, observed_on=days(-100))
    await make.save(
        CoachingContact(**trajectory.fact_keys, contacted_on=days(-3), note="Wants to cook"),
    )
    await make.language_measurement(trajectory, measured_on=days(-240), level="A1", instrument="Test")
    await make.language_measurement(trajectory, measured_on=days(-20), level="A2", instrument="Test")
    statements.clear()
    page = await desk.get(here)
    assert len(statements.about("trajectory")) == 1
    assert len(statements) == 2
    assert page.status_code == 200
    for text in (
        "Amina Haddad",
        "Bakkerij Van Dijk",
        "Wants to cook",
        "Speaking rose from A1",
        "Proven up to and including",
    ):
        assert text in page.text


async def test_a_job_is_proven_up_to_what_was_last_said_and_no_further(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, here: str
) -> None:
    job = await make.placement(trajectory, starts_on=date(2026, 1, 5))
    await make.observation(trajectory, job, observed_on=date(2026, 2, 14))
    page = await desk.get(here)
    assert "Proven up to and including 14 February 2026." in page.text
    assert "What came after is not known" in page.text


async def test_jobs_at_the_same_time_are_marked(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, here: str
) -> None:
    for name, starts_on, ends_on in (
        ("Zorggroep Oost", date(2026, 1, 5), date(2026, 6, 30)),
        ("De Hoek", date(2026, 6, 30), None),
        ("Van Dam", date(2026, 8, 1), date(2026, 8, 31)),
    ):
        employer = await make.organisation(name=name)
        await make.placement(trajectory, employer, starts_on=starts_on, ends_on=ends_on)
    page = await desk.get(here)
    assert "At the same time as Zorggroep Oost." in page.text
    assert "Perhaps at the same time as De Hoek: one of the two has no known end." in page.text
    assert page.text.count("t the same time as") == 4, "marked on both sides"


async def test_a_language_has_its_name_and_a_wage_two_decimals(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    person = await make.participant(programme, contact_language="ti")
    trajectory = await make.trajectory(programme, person)
    await make.placement(trajectory, hourly_wage=14.5)
    shown = {
        language: (await desk.get(f"/trajectories/{trajectory.id}", headers={"accept-language": language})).text
        for language in ("nl", "en")
    }
    for text in ("Tigrinya", "14,50 euro per uur"):
        assert text in shown["nl"]
    for text in ("Tigrinya", "14.50 euros per hour"):
        assert text in shown["en"]


async def test_sources_that_contradict_each_other_are_shown_with_the_one_that_counts(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, here: str
) -> None:
    job = await make.placement(trajectory, starts_on=date(2026, 1, 5))
    no: dict[str, Any] = {"observed_on": date(2026, 2, 1), "in_paid_work": False}
    await make.observation(trajectory, **no, source=EvidenceSource.COACH)
    await make.observation(trajectory, job, observed_on=date(2026, 3, 1), source=EvidenceSource.EMPLOYER)
    page = await desk.get(here)
    told = page.text[page.text.index("Sources contradict each other") :]
    said_no, said_yes = told.index("not in paid work"), told.index(">in paid work<")
    assert told.index("1 February 2026") < said_no < told.index("Does not count") < said_yes
    assert "Counts" in told[said_yes:]
    assert "The “yes” counts: it is about a later day, and its source is at least as strong." in told
    assert "Does not count: contradicted" in page.text


async def test_somebody_elses_trajectory_is_not_there(client: httpx.AsyncClient, make: Factory, here: str) -> None:
    stranger = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(stranger))
    assert (await client.get(here)).status_code == 404
    assert (await client.post(f"{here}/contacts", data={"contacted_on": str(TODAY)})).status_code == 404


async def test_a_contact_takes_a_day_and_what_it_was_for(
    desk: httpx.AsyncClient, session: AsyncSession, here: str
) -> None:
    sent = {"contacted_on": str(TODAY), "kind": "progress", "attendance": "came", "topics": ["work", "debts"]}
    answer = await desk.post(f"{here}/contacts", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{here}?done=contact")
    contact = (await session.scalars(select(CoachingContact))).one()
    assert (contact.contacted_on, contact.topics) == (TODAY, ["work", "debts"])
    trajectory = (await session.scalars(select(Trajectory))).one()
    assert trajectory.last_contact_on == TODAY
    assert "The contact has been recorded." in (await desk.get(answer.headers["location"])).text


async def test_what_is_not_right_is_listed_and_everything_typed_is_still_there(
    desk: httpx.AsyncClient, here: str
) -> None:
    sent = {"contacted_on": "31-02-2026", "kind": "progress", "minutes": "veel", "note": "Wants to cook"}
    page = await desk.post(f"{here}/contacts", data=sent)
    assert page.status_code == 400
    assert "2 things are not right yet" in page.text
    assert 'href="#contact-contacted_on"' in page.text
    assert 'aria-describedby="contact-minutes-error"' in page.text
    assert 'value="veel"' in page.text
    assert "Wants to cook" in page.text


async def test_a_placement_of_a_new_employer_plans_the_follow_ups(
    desk: httpx.AsyncClient, session: AsyncSession, here: str
) -> None:
    sent = {"employer": "Bakkerij Van Dijk", "kind": "regular_job", "starts_on": str(TODAY), "hours": "24,5"}
    assert (await desk.post(f"{here}/placements", data=sent)).status_code == 303
    job = (await session.scalars(select(Placement))).one()
    assert (job.hours, job.kind) == (24.5, "regular_job")
    planned = (await session.scalars(select(FollowUp).order_by(col(FollowUp.month)))).all()
    assert [one.month for one in planned] == [3, 6]


async def test_a_known_employer_is_not_added_again(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, here: str
) -> None:
    bakery = await make.organisation(name="Bakkerij Van Dijk")
    sent = {"employer": "bakkerij van dijk ", "kind": "regular_job", "starts_on": str(TODAY)}
    await desk.post(f"{here}/placements", data=sent)
    assert (await session.scalars(select(Placement))).one().organisation_id == bakery.id


async def test_a_placement_that_is_refused_leaves_no_new_employer_behind(
    desk: httpx.AsyncClient, session: AsyncSession, here: str
) -> None:
    sent = {
        "employer": "Bakkerij Van Dijk",
        "kind": "regular_job",
        "starts_on": str(TODAY),
        "expected_end_on": str(days(-1)),
    }
    page = await desk.post(f"{here}/placements", data=sent)
    assert page.status_code == 400
    assert "This day is before" in page.text
    found = await session.scalars(select(Organisation).where(Organisation.name == "Bakkerij Van Dijk"))
    assert found.all() == []


async def test_an_observation_answers_the_follow_up_and_proves_the_job(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, trajectory: Trajectory, here: str
) -> None:
    placed = {"employer": "Bakkerij", "kind": "regular_job", "starts_on": str(days(-92))}
    await desk.post(f"{here}/placements", data=placed)
    said = {"observed_on": str(TODAY), "in_paid_work": "yes", "source": "participant", "placement_id": ""}
    assert (await desk.post(f"{here}/observations", data=said)).status_code == 303
    states = {one.month: one.state for one in (await session.scalars(select(FollowUp))).all()}
    assert states == {3: FollowUpState.ANSWERED, 6: FollowUpState.PLANNED}


async def test_an_observation_can_say_that_social_assistance_has_stopped(desk: httpx.AsyncClient, here: str) -> None:
    said = {"observed_on": str(TODAY), "in_paid_work": "yes", "source": "coach", "on_social_assistance": "no"}
    await desk.post(f"{here}/observations", data=said)

    assert "zonder bijstand" in (await desk.get(here, headers={"Accept-Language": "nl"})).text


async def test_whether_somebody_works_has_to_be_answered(desk: httpx.AsyncClient, here: str) -> None:
    page = await desk.post(f"{here}/observations", data={"observed_on": str(TODAY), "source": "participant"})
    assert page.status_code == 400
    assert "In paid work on that day?: Fill this in." in page.text


async def test_a_correction_stays_beside_what_it_corrects(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, trajectory: Trajectory, here: str
) -> None:
    wrong = await make.observation(trajectory, observed_on=days(-5))
    assert "Correct an observation" in (await desk.get(f"/observations/{wrong.id}")).text
    sent = {"observed_on": str(days(-5)), "in_paid_work": "no", "source": "participant"}
    assert (await desk.post(f"/observations/{wrong.id}/corrections", data=sent)).status_code == 303
    assert len((await session.scalars(select(Observation))).all()) == 2
    assert "Corrected later" in (await desk.get(here)).text


def step(trajectory: Trajectory, **fields: Any) -> dict[str, str]:
    return {"on_date": str(TODAY), "version": str(trajectory.version), **fields}


async def test_only_the_steps_that_are_possible_now_are_offered(
    desk: httpx.AsyncClient, trajectory: Trajectory, here: str
) -> None:
    offered = set(re.findall(r"/steps/(\w+)", (await desk.get(here)).text))
    assert offered == {"pause", "complete", "drop_out"}


async def test_a_step_is_taken_and_logged(
    desk: httpx.AsyncClient, session: AsyncSession, trajectory: Trajectory, here: str
) -> None:
    sent = step(trajectory, step="complete", destination="paid_work")
    assert (await desk.post(f"{here}/steps/complete", data=sent)).status_code == 303
    assert (await session.scalars(select(Trajectory))).one().state is TrajectoryState.COMPLETED
    acts = await session.scalars(select(AuditEvent.action).where(AuditEvent.object_id == trajectory.id))
    assert "complete" in acts.all()


async def test_somebody_else_was_first_and_nothing_typed_is_lost(
    desk: httpx.AsyncClient, session: AsyncSession, trajectory: Trajectory, here: str
) -> None:
    await desk.post(f"{here}/steps/pause", data=step(trajectory, step="pause", reason="Ill for a while"))
    late = step(trajectory, step="drop_out", end_reason="moved", destination="moved", reason="Went to Assen")
    page = await desk.post(f"{here}/steps/drop_out", data=late)
    assert page.status_code == 412
    assert "Nothing was overwritten" in page.text
    assert "Went to Assen" in page.text
    assert "Paused" in page.text
    again = re.search(r'name="version" value="(\d+)"', page.text)
    assert again is not None
    assert (await desk.post(f"{here}/steps/drop_out", data={**late, "version": again[1]})).status_code == 303
    assert (await session.scalars(select(Trajectory))).one().state is TrajectoryState.DROPPED_OUT


async def test_a_coach_does_not_decide_who_is_admitted(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    candidate = await make.trajectory(programme, state=TrajectoryState.SCREENING, started_on=None)
    client.cookies.update(await make.signed_in(await make.account(Role.COACH, programme=programme)))
    page = await client.post(
        f"/trajectories/{candidate.id}/steps/admit",
        data=step(candidate, step="admit"),
        headers={"accept-language": "en"},
    )
    assert page.status_code == 403
    assert "Only a coordinator" in page.text


async def test_what_a_planned_job_asks_is_kept_and_can_be_changed(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme
) -> None:
    trajectory = await make.trajectory(programme)
    placed = {"employer": "Zorgcentrum De Linde", "kind": "regular_job", "starts_on": str(days(30))}
    asked = {"required_language_level": "B1", "required_education": "3"}
    assert (await desk.post(f"/trajectories/{trajectory.id}/placements", data={**placed, **asked})).status_code == 303
    page = await desk.get(f"/trajectories/{trajectory.id}")
    assert "language level B1 · havo, vwo or mbo 2 to 4" in " ".join(page.text.split())

    job = (await session.scalars(select(Placement))).one()
    sent = {"version": str(job.version), "kind": "regular_job", "starts_on": str(days(30)), "required_education": "9"}
    refused = await desk.post(f"/placements/{job.id}/changes", data=sent)
    assert "This must be 8 or less." in refused.text
    changed = await desk.post(f"/placements/{job.id}/changes", data={**sent, "required_education": "0"})
    assert changed.status_code == 303
    await session.refresh(job)
    assert (job.required_language_level, job.required_education) == (None, 0)


async def test_a_placement_is_changed_by_one_person_at_a_time(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, trajectory: Trajectory
) -> None:
    job = await make.placement(trajectory, hours=20)
    page = await desk.get(f"/placements/{job.id}")
    assert 'value="20"' in page.text
    sent = {"kind": "regular_job", "starts_on": str(job.starts_on), "hours": "32", "version": str(job.version)}
    assert (await desk.post(f"/placements/{job.id}/changes", data=sent)).status_code == 303
    late = await desk.post(f"/placements/{job.id}/changes", data={**sent, "hours": "12"})
    assert late.status_code == 412
    assert "What is recorded now" in late.text
    assert 'value="12"' in late.text
    assert (await session.scalars(select(Placement))).one().hours == 32


async def test_an_end_is_recorded_with_who_said_so(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, trajectory: Trajectory
) -> None:
    job = await make.placement(trajectory, starts_on=days(-60))
    sent = {"ends_on": str(days(-2)), "end_source": "employer", "end_reason": "resigned", "version": str(job.version)}
    assert (await desk.post(f"/placements/{job.id}/end", data=sent)).status_code == 303
    ended = (await session.scalars(select(Placement))).one()
    assert (ended.ends_on, ended.end_source) == (days(-2), EvidenceSource.EMPLOYER)


async def test_no_name_stands_in_an_address(desk: httpx.AsyncClient, here: str) -> None:
    page = await desk.get(here)
    addresses = re.findall(r'(?:href|action)="([^"]*)"', page.text)
    assert not [address for address in addresses if "amina" in address.lower() or "haddad" in address.lower()]
