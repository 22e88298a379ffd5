"""The page of one screening: what was found out, the check beside it, and the decision."""

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import (
    Circumstance,
    MotivationInterview,
    ParticipantProfile,
    Programme,
    ScreeningDecision,
    Task,
    Trajectory,
)
from app.models import ScreeningTest as Scored
from app.rules.code_lists import CircumstanceState, Role, SupportDomain, TrajectoryState
from tests.conftest import Statements
from tests.factories import Factory
from tests.routers.days import TODAY
from tests.routers.reader import reads_pages

NO_BENEFIT: list[dict[str, object]] = [{"kind": "benefit", "oneOf": ["none"]}]


@pytest.fixture
async def programme(make: Factory) -> Programme:
    return await make.programme(name="Leren en werken", entry_requirements=NO_BENEFIT)


async def candidate(make: Factory, programme: Programme, benefit: str | None = "none", **fields: Any) -> Trajectory:
    person = await make.participant(programme, {"benefit": benefit}, first_name="Selam")
    days = {"registered_on": TODAY - timedelta(days=20), "started_on": None, "screened_on": TODAY - timedelta(days=3)}
    return await make.trajectory(programme, person, **{"state": TrajectoryState.SCREENING, **days, **fields})


def here(trajectory: Trajectory, part: str = "") -> str:
    return f"/trajectories/{trajectory.id}/screening{part}"


def decision(trajectory: Trajectory, what: str, **said: str) -> dict[str, str]:
    return {"decision": what, "on_date": str(TODAY), "version": str(trajectory.version), **said}


def words(page: httpx.Response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


async def test_everything_stands_on_one_page_in_one_statement(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, statements: Statements
) -> None:
    about = await candidate(make, programme)
    await make.screening_test(about, instrument="Learnability test", score=31.0)
    await make.motivation_interview(about, sector="R", score=4)
    await make.circumstance(about, domain=SupportDomain.DEBTS, state=CircumstanceState.BLOCKING)
    statements.clear()
    page = words(await desk.get(here(about)))
    assert len(statements) == 1
    assert "Learnability test 31 of 40" in page
    assert "Care and welfare 4 of 5" in page
    assert "Debts Stands in the way" in page
    assert "Housing unknown" in page
    assert "waits for 20 days" in page


async def test_a_screening_with_nothing_in_it_says_what_to_do(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    page = words(await desk.get(here(await candidate(make, programme, None))))
    assert "No test has been recorded yet." in page
    assert "No talk about work has been recorded yet." in page
    assert "Nothing has been recognised yet." in page
    assert "One thing is not known yet" in page


async def test_a_test_and_a_talk_are_recorded(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme
) -> None:
    about = await candidate(make, programme)
    scored = {"instrument": "Learnability test", "score": "30,5", "out_of": "40", "taken_on": str(TODAY)}
    talked = {"sector": "R", "score": "4", "held_on": str(TODAY), "note": "Wants to work with people"}
    assert (await desk.post(here(about, "/tests"), data=scored)).headers["location"] == here(about, "?done=test")
    assert (await desk.post(here(about, "/interviews"), data=talked)).status_code == 303
    assert (await session.scalars(select(Scored))).one().score == 30.5
    assert (await session.scalars(select(MotivationInterview))).one().score == 4


async def test_a_score_above_the_highest_is_refused_beside_its_box_and_nothing_typed_is_lost(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme)
    wrong = {"instrument": "Taalmeter", "score": "41", "out_of": "40", "taken_on": str(TODAY)}
    page = await desk.post(here(about, "/tests"), data=wrong)
    assert page.status_code == 400
    assert re.search(r'id="test-score-error">The score is more than the 40 points', page.text)
    assert 'value="Taalmeter"' in page.text


async def test_circumstances_are_recorded_where_something_was_said_and_stay_unknown_elsewhere(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme
) -> None:
    about = await candidate(make, programme)
    long_ago = TODAY - timedelta(days=30)
    await make.circumstance(about, domain=SupportDomain.HOUSING, assessed_on=long_ago)
    sent = {
        "assessed_on": str(TODAY),
        "state-housing": "fine",
        "state-childcare": "arranged",
        "arrangement-childcare": "Monday and Wednesday",
        "state-debts": "",
    }
    assert (await desk.post(here(about, "/circumstances"), data=sent)).status_code == 303
    current = list(await session.scalars(select(Circumstance).order_by(col(Circumstance.assessed_on))))
    assert [(one.domain, one.state, one.assessed_on) for one in current] == [
        (SupportDomain.HOUSING, CircumstanceState.FINE, long_ago),
        (SupportDomain.CHILDCARE, CircumstanceState.ARRANGED, TODAY),
    ]


async def test_arranged_without_saying_what_is_refused_beside_the_domain(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme
) -> None:
    about = await candidate(make, programme)
    sent = {"assessed_on": str(TODAY), "state-housing": "arranged", "state-debts": "blocking"}
    page = await desk.post(here(about, "/circumstances"), data=sent)
    assert page.status_code == 400
    assert 'id="circumstances-arrangement-housing-error">Write down what has been arranged.' in page.text
    assert (await session.scalars(select(Circumstance))).all() == []


async def test_skills_wishes_and_what_was_recognised_are_kept_with_the_person(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme
) -> None:
    about = await candidate(make, programme)
    sent = {
        "version": "2",
        "formal_skills": "Forklift licence\n",
        "informal_skills": "Sewing\nCooking for many",
        "wished_sectors": ["R", "I"],
        "wished_hours": "28",
        "wished_travel_minutes": "45",
        "ambitions": "Own a restaurant",
    }
    assert (await desk.post(here(about, "/wishes"), data=sent)).status_code == 303
    recognised = {"version": "3", "what": "Cook, level 2", "awarded_by": "EVC Centrum", "recognised_on": str(TODAY)}
    assert (await desk.post(here(about, "/prior-learning"), data=recognised)).status_code == 303
    profile = (await session.scalars(select(ParticipantProfile))).one()
    assert profile.model_dump()["skills"] == [
        {"name": "Forklift licence", "kind": "formal"},
        {"name": "Sewing", "kind": "informal"},
        {"name": "Cooking for many", "kind": "informal"},
    ]
    assert (profile.wished_sectors, profile.wished_hours, profile.wished_travel_minutes) == (["R", "I"], 28, 45)
    page = words(await desk.get(here(about)))
    assert "Sewing, Cooking for many" in page
    assert "Cook, level 2" in page
    await desk.post(here(about, "/prior-learning/0/removal"), data={"version": "4"})
    assert "Cook, level 2" not in (await desk.get(here(about))).text


async def test_something_is_not_recognised_tomorrow(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme)
    tomorrow = {"version": "2", "what": "Cook", "recognised_on": str(TODAY + timedelta(days=1))}
    page = await desk.post(here(about, "/prior-learning"), data=tomorrow)
    assert 'id="prior-learning-recognised_on-error">This day is still to come.' in page.text


async def test_a_fact_that_a_requirement_asks_for_can_be_filled_in_here(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme, None)
    assert (await desk.post(here(about, "/person"), data={"version": "2", "benefit": "ww"})).status_code == 303
    page = words(await desk.get(here(about)))
    assert "Not every entry requirement is met" in page


async def test_a_decision_comes_after_the_screening_has_begun(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme
) -> None:
    about = await candidate(make, programme, state=TrajectoryState.REGISTERED, screened_on=None)
    assert "The screening has not begun." in (await desk.get(here(about))).text
    early = {"on_date": str(TODAY - timedelta(days=21)), "version": "1"}
    page = await desk.post(here(about, "/start"), data=early)
    assert 'id="screen-on_date-error">The registration was on' in page.text
    assert (await desk.post(here(about, "/start"), data={"on_date": str(TODAY), "version": "1"})).status_code == 303
    assert (await session.scalars(select(Trajectory))).one().screened_on == TODAY


async def test_an_admission_against_the_check_asks_for_the_reason_and_keeps_the_check(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme, "ww")
    page = await desk.post(here(about, "/decision"), data=decision(about, "admitted"))
    assert page.status_code == 400
    assert 'id="decision-reason-error">Not every entry requirement is met.' in page.text
    reason = "Has worked in this trade for ten years"
    assert (
        await desk.post(here(about, "/decision"), data=decision(about, "admitted", reason=reason))
    ).status_code == 303
    page_after = words(await desk.get(here(about)))
    assert "Admitted the check said Not met" in page_after
    assert reason in page_after


async def test_declining_somebody_who_meets_everything_asks_why_that_is(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme)
    page = await desk.post(here(about, "/decision"), data=decision(about, "declined"))
    assert 'id="decision-reason-error">Every entry requirement is met.' in page.text


async def test_conditions_stand_one_per_line_and_become_tasks(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme
) -> None:
    about = await candidate(make, programme)
    conditions = "Childcare on Wednesday\n\nTwo lessons a week\n"
    said = decision(
        about, "admitted_with_conditions", conditions=conditions, conditions_due_on=str(TODAY + timedelta(days=7))
    )
    assert (await desk.post(here(about, "/decision"), data=said)).status_code == 303
    titles = await session.scalars(select(Task.title).order_by(Task.title))
    assert list(titles) == ["Childcare on Wednesday", "Two lessons a week"]
    page = words(await desk.get(here(about)))
    assert "condition of the admission" in page


@pytest.mark.parametrize(
    ("what", "conditions", "error"),
    [
        ("admitted_with_conditions", "", "Write down the conditions, one per line."),
        ("admitted", "Childcare", "Leave this empty, or choose to admit with conditions."),
    ],
)
async def test_conditions_and_the_decision_to_have_them_go_together(
    desk: httpx.AsyncClient,
    make: Factory,
    session: AsyncSession,
    programme: Programme,
    what: str,
    conditions: str,
    error: str,
) -> None:
    about = await candidate(make, programme)
    page = await desk.post(here(about, "/decision"), data=decision(about, what, conditions=conditions))
    assert f'id="decision-conditions-error">{error}' in page.text
    assert (await session.scalars(select(ScreeningDecision))).all() == []


async def test_what_was_found_out_can_be_read_again_after_the_decision(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme, state=TrajectoryState.ACTIVE)
    assert f'href="{here(about)}"' in (await desk.get(f"/trajectories/{about.id}")).text
    assert "No decision after a screening has been recorded." in (await desk.get(here(about))).text


async def test_a_coach_records_and_does_not_decide(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme)
    await reads_pages(client, make, await make.account(Role.COACH, programme=programme))
    scored = {"instrument": "Learnability test", "score": "30", "out_of": "40", "taken_on": str(TODAY)}
    assert (await client.post(here(about, "/tests"), data=scored)).status_code == 303
    page = await client.get(here(about))
    assert "Only a coordinator of the programme decides this." in page.text
    assert 'name="decision"' not in page.text
    refused = await client.post(here(about, "/decision"), data=decision(about, "admitted"))
    assert refused.status_code == 403


@pytest.mark.parametrize("role", [Role.EMPLOYER, Role.MUNICIPALITY, Role.ADMINISTRATOR])
@pytest.mark.parametrize("address", ["/screening", "/trajectories/{id}/screening"])
async def test_nobody_outside_the_team_sees_anything_of_a_screening(
    client: httpx.AsyncClient, make: Factory, programme: Programme, role: Role, address: str
) -> None:
    about = await candidate(make, programme)
    organisation = await make.organisation(roles=["employer", "municipality"], municipality_code="GM0344")
    account = await make.account(role, organisation=None if role is Role.ADMINISTRATOR else organisation)
    client.cookies.update(await make.signed_in(account))
    page = await client.get(address.format(id=about.id), headers={"accept": "text/html"})
    assert page.status_code == 403
    assert "Selam" not in page.text


async def test_the_team_of_another_programme_finds_no_screening_here(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme)
    stranger = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(stranger))
    assert (await client.get(here(about), headers={"accept": "text/html"})).status_code == 404
