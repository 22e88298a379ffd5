"""The language of one participant: the page, and what is recorded there."""

import re
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import AuditEvent, LanguageMeasurement, LanguageSupport, Programme, Trajectory
from app.rules.code_lists import LanguageSkill, Role, TrajectoryState
from tests.conftest import Statements
from tests.factories import Factory
from tests.routers.days import TODAY, days


@pytest.fixture
async def trajectory(make: Factory, programme: Programme) -> Trajectory:
    person = await make.participant(programme, {"civic_integration_route": "z"}, first_name="Amina")
    return await make.trajectory(programme, person, registered_on=days(-300), started_on=days(-250))


@pytest.fixture
def here(trajectory: Trajectory) -> str:
    return f"/trajectories/{trajectory.id}/language"


async def standing(session: AsyncSession) -> dict[LanguageSkill, str]:
    counting = select(LanguageMeasurement).where(col(LanguageMeasurement.superseded_at).is_(None))
    return {one.skill: one.level for one in (await session.scalars(counting)).all()}


async def test_a_page_without_measurements_says_what_to_do(desk: httpx.AsyncClient, here: str) -> None:
    page = await desk.get(here)
    assert "No language level has been recorded yet" in page.text
    assert "No support with the language has been recorded." in page.text
    assert "No language level was measured since" in page.text
    assert "<svg" not in page.text.partition("In steps over time")[2]


async def test_the_page_is_one_statement_and_the_providers_another(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, here: str, statements: Statements
) -> None:
    await make.language_measurement(trajectory)
    statements.clear()
    await desk.get(here)
    assert len(statements) == 2


async def test_several_skills_are_recorded_at_once(
    desk: httpx.AsyncClient, session: AsyncSession, here: str, trajectory: Trajectory
) -> None:
    sent = {"measured_on": str(days(-3)), "instrument": "TOA", "official": "no", "speaking": "A2", "reading": "B1"}
    answer = await desk.post(f"{here}/measurements", data={**sent, "writing": ""})
    assert answer.headers["location"] == f"{here}?done=measured"
    assert await standing(session) == {LanguageSkill.SPEAKING: "A2", LanguageSkill.READING: "B1"}
    told = (await session.scalars(select(AuditEvent).where(AuditEvent.object_type == "language_measurement"))).all()
    assert len(told) == 2


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose a level for at least one skill."),
        ({"speaking": "A2", "measured_on": str(days(1))}, "This day is still to come."),
        ({"speaking": "A9"}, "Choose one of the answers."),
    ],
)
async def test_what_cannot_be_right_is_refused_beside_its_field_and_nothing_typed_is_lost(
    desk: httpx.AsyncClient, session: AsyncSession, here: str, sent: dict[str, str], said: str
) -> None:
    answer = await desk.post(
        f"{here}/measurements", data={"measured_on": str(TODAY), "instrument": "Staatsexamen", **sent}
    )
    assert answer.status_code == 400
    assert said in answer.text
    assert "Staatsexamen" in answer.text
    assert await standing(session) == {}


async def test_how_it_moved_is_told_from_documented_measurements(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, here: str
) -> None:
    await make.language_measurement(trajectory, measured_on=days(-240), level="A1", instrument="Intake")
    await make.language_measurement(trajectory, measured_on=days(-40), level="A2", official=True)
    await make.language_measurement(trajectory, measured_on=days(-40), level="A2", skill="reading")
    page = (await desk.get(here)).text
    assert "Speaking rose from A1" in page
    assert "1 month ago" in page
    assert "Cannot be told yet." in page
    assert page.count("<svg") > 1


async def test_a_fall_back_a_job_that_asks_more_and_a_route_that_does_not_fit_ask_for_attention(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, here: str
) -> None:
    bakery = await make.organisation(name="Bakkerij Van Dijk")
    await make.placement(trajectory, bakery, starts_on=days(-100), required_language_level="B2")
    await make.language_measurement(trajectory, measured_on=days(-200), level="B1", instrument="Test")
    await make.language_measurement(trajectory, measured_on=days(-10), level="A2", instrument="Test")
    page = (await desk.get(here)).text
    assert "Speaking fell back since work began: B1 on" in page
    assert "Speaking is A2. The job at Bakkerij Van Dijk, since" in page
    assert "The self-reliance route is for people who cannot reach B1" in page
    on_trajectory = (await desk.get(f"/trajectories/{trajectory.id}")).text
    assert "Speaking fell back since work began: B1 on" in on_trajectory


async def test_somebody_who_is_no_longer_guided_need_not_be_measured(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    closed = await make.trajectory(programme, state=TrajectoryState.CLOSED)
    assert "Measure every four months" not in (await desk.get(f"/trajectories/{closed.id}/language")).text


async def test_a_correction_takes_the_place_and_both_stay(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, trajectory: Trajectory, here: str
) -> None:
    wrong = await make.language_measurement(trajectory, measured_on=days(-40), level="B2", instrument="Test")
    at = f"/language-measurements/{wrong.id}"
    assert "Correct a language level" in (await desk.get(at)).text
    sent = {"skill": "speaking", "level": "A2", "measured_on": str(days(-41)), "instrument": "Test"}
    assert (await desk.post(f"{at}/corrections", data=sent)).status_code == 303
    assert await standing(session) == {LanguageSkill.SPEAKING: "A2"}
    assert "<s>B2</s>" in (await desk.get(here)).text
    again = await desk.post(f"{at}/corrections", data=sent)
    assert again.status_code == 409
    assert "This has been corrected already." in again.text


async def test_support_of_an_organisation_that_is_known_and_of_somebody_in_words(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, here: str
) -> None:
    school = await make.organisation(name="Taalschool Noord", roles=["language_school"])
    assert "Taalschool Noord" in (await desk.get(here)).text
    sent: dict[str, Any] = {"kind": "class", "hours_per_week": "4,5", "starts_on": str(days(-30))}
    for provider in ("taalschool noord", "De buurvrouw"):
        assert (await desk.post(f"{here}/supports", data={**sent, "provider": provider})).status_code == 303
    found = (await session.scalars(select(LanguageSupport).order_by(col(LanguageSupport.provider)))).all()
    assert [(one.organisation_id, one.provider, one.hours_per_week) for one in found] == [
        (None, "De buurvrouw", 4.5),
        (school.id, None, 4.5),
    ]
    page = (await desk.get(here)).text
    assert "Language class · Taalschool Noord" in page
    assert "4.5 hours per week" in page


async def test_support_that_ends_before_it_begins_is_refused(desk: httpx.AsyncClient, here: str) -> None:
    sent = {"kind": "buddy", "starts_on": str(TODAY), "ends_on": str(days(-1)), "provider": "Zus"}
    answer = await desk.post(f"{here}/supports", data=sent)
    assert answer.status_code == 400
    assert re.search(r'id="support-ends_on-error">This day is before', answer.text)
    assert "Zus" in answer.text


async def test_support_is_ended_by_one_person_at_a_time(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, trajectory: Trajectory
) -> None:
    support = await make.language_support(trajectory, provider="Zus", starts_on=days(-30))
    at = f"/language-supports/{support.id}"
    assert 'value="Zus"' in (await desk.get(at)).text
    sent = {"version": "1", "kind": "class", "starts_on": str(days(-30)), "provider": "Zus", "ends_on": str(TODAY)}
    assert (await desk.post(f"{at}/changes", data=sent)).status_code == 303
    ended = (await session.scalars(select(LanguageSupport))).one()
    assert (ended.ends_on, ended.hours_per_week, ended.version) == (TODAY, None, 2)
    late = await desk.post(f"{at}/changes", data=sent)
    assert late.status_code == 412
    assert "What is recorded now" in late.text


async def test_the_route_of_civic_integration_is_kept_and_a_route_that_does_not_fit_is_a_sign_not_a_refusal(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, here: str
) -> None:
    await make.language_measurement(trajectory, measured_on=days(-40), level="A2", official=True)
    sent = {"version": "2", "civic_integration_route": "education", "civic_integration_phase": "learning_route"}
    answer = await desk.post(f"{here}/civic-integration", data=sent)
    assert answer.headers["location"] == f"{here}?done=civic"
    page = (await desk.get(here)).text
    assert "Education route · " in page
    assert "The education route ends at B1 or higher" in page
    late = await desk.post(f"{here}/civic-integration", data={**sent, "civic_integration_route": "b1"})
    assert late.status_code == 412


async def test_a_stranger_finds_none_of_it(client: httpx.AsyncClient, make: Factory, trajectory: Trajectory) -> None:
    stranger = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(stranger))
    measurement = await make.language_measurement(trajectory)
    support = await make.language_support(trajectory)
    for path in (
        f"/trajectories/{trajectory.id}/language",
        f"/language-measurements/{measurement.id}",
        f"/language-supports/{support.id}",
    ):
        assert (await client.get(path, headers={"accept": "text/html"})).status_code == 404
