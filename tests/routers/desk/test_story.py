"""The whole story of one trajectory."""

import re

import httpx
import pytest

from app.models import Programme, Trajectory
from app.rules.code_lists import (
    Attendance,
    CircumstanceState,
    LanguageLevel,
    LanguageSkill,
    RatedBy,
    RatingDimension,
    Role,
    SupportDomain,
    TrajectoryState,
)
from tests.conftest import Statements
from tests.factories import Factory
from tests.routers.days import days


@pytest.fixture
async def trajectory(make: Factory, programme: Programme) -> Trajectory:
    """Somebody with something of every kind behind them, or ahead."""
    person = await make.participant(programme, first_name="Amina", last_name="Haddad")
    trajectory = await make.trajectory(programme, person, registered_on=days(-300), started_on=days(-250))
    bakery = await make.organisation(name="Bakkerij Van Dijk")
    job = await make.placement(trajectory, bakery, starts_on=days(-100), expected_end_on=days(80), hours=24)
    await make.observation(trajectory, job, observed_on=days(-10))
    for skill, level in ((LanguageSkill.SPEAKING, LanguageLevel.A2), (LanguageSkill.READING, LanguageLevel.A1)):
        await make.language_measurement(trajectory, measured_on=days(-200), skill=skill, level=level)
    await make.event(trajectory, step="start", to_state=TrajectoryState.ACTIVE, on_date=days(-250))
    await make.circumstance(
        trajectory,
        domain=SupportDomain.CHILDCARE,
        state=CircumstanceState.ARRANGED,
        arrangement="Grandmother on Tuesdays",
        assessed_on=days(-280),
    )
    await make.coaching_contact(
        trajectory,
        contacted_on=days(-30),
        attendance=Attendance.DID_NOT_COME,
        topics=["debts"],
        note="Letters stay unopened",
        next_contact_on=days(5),
    )
    opinion = {"rated_by": RatedBy.PARTICIPANT, "dimension": RatingDimension.BELONGING, "score": 2}
    await make.rating(trajectory, placement_id=job.id, rated_on=days(-70), **opinion)
    await make.task(trajectory, title="Arrange a bus pass", due_on=days(3))
    return trajectory


def told(page: httpx.Response) -> list[str]:
    return [" ".join(one.split()) for one in re.findall(r'class="timeline__what">(.*?)</span>', page.text, re.DOTALL)]


async def test_everything_stands_in_the_order_of_time_with_what_is_to_come_first(
    desk: httpx.AsyncClient, statements: Statements, trajectory: Trajectory
) -> None:
    statements.clear()
    page = await desk.get(f"/trajectories/{trajectory.id}/story")
    assert told(page) == [
        "Task, to be done by this day",
        "Next appointment with the coach",
        "The contract at Bakkerij Van Dijk is to end",
        "Participant: in paid work",
        "Contact: Progress (Did not come)",
        "Participant gives a rating, about Bakkerij Van Dijk",
        "Regular job at Bakkerij Van Dijk begins",
        "Language measured",
        "Active",
        "Circumstances",
        "Registered",
    ]
    assert len(statements.about("trajectory")) == 1
    for detail in (
        "Speaking: A2",
        "Reading: A1",
        "Feeling at home at work: 2 of 5",
        "Money and debts",
        "Letters stay unopened",
    ):
        assert detail in page.text


async def test_somebody_chooses_what_to_read_and_the_counts_stay(
    desk: httpx.AsyncClient, trajectory: Trajectory
) -> None:
    page = await desk.get(f"/trajectories/{trajectory.id}/story?kind=language&kind=tasks")
    assert told(page) == ["Task, to be done by this day", "Language measured"]
    assert len(re.findall("tabs__count", page.text)) == 8
    assert f"/trajectories/{trajectory.id}/story?kind=tasks" in page.text, "each choice can be taken back"


async def test_a_kind_without_entries_says_so_and_leads_back(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    page = await desk.get(f"/trajectories/{(await make.trajectory(programme)).id}/story?kind=ratings")
    assert "Nothing of this kind yet" in page.text


async def test_a_stranger_finds_no_story(client: httpx.AsyncClient, make: Factory, trajectory: Trajectory) -> None:
    elsewhere = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(elsewhere))
    answer = await client.get(f"/trajectories/{trajectory.id}/story")
    assert answer.status_code == 404


async def test_the_summary_tells_how_things_stand_without_a_note(
    desk: httpx.AsyncClient, statements: Statements, trajectory: Trajectory
) -> None:
    statements.clear()
    page = await desk.get(f"/trajectories/{trajectory.id}/summary")
    assert page.status_code == 200
    assert len(statements.about("trajectory")) == 2, "how things stand, and the latest steps"
    for text in ("Amina Haddad", "Bakkerij Van Dijk", "Feeling at home at work: 2 of 5", "Arrange a bus pass"):
        assert text in page.text
    for noted in ("Letters stay unopened", "Grandmother on Tuesdays"):
        assert noted not in page.text
