"""The selection of a programme on one page, for its team."""

import re
from datetime import date
from typing import Any

import httpx
import pytest

from app.models import Account, Programme, Trajectory
from app.rules.code_lists import CheckVerdict, Decision, Gender, LanguageLevel, Role
from app.rules.entry_requirement import LanguageLevelAsked
from tests.conftest import Statements
from tests.factories import Factory
from tests.routers.days import days

SPEAKING = LanguageLevelAsked(level=LanguageLevel.B1).as_stored()
STATES = {
    Decision.ADMITTED: "admitted",
    Decision.DECLINED: "declined",
    Decision.WAITING: "waiting",
    Decision.WITHDRAWN: "withdrawn",
}


async def decided(make: Factory, programme: Programme, decision: Decision, **more: Any) -> Trajectory:
    """Somebody who registered two months ago and was decided on after ten days, with the check beside it."""
    verdict, surpassed = more.pop("verdict", CheckVerdict.MET), more.pop("surpassed", False)
    person = await make.participant(programme, more.pop("profile", None))
    trajectory = await make.trajectory(
        programme,
        person,
        **{
            "registered_on": days(-60),
            "screened_on": days(-55),
            "started_on": None,
            "decision": decision,
            "decided_on": days(-50),
            "decision_reason": "Talked about it",
            "state": STATES[decision],
            **more,
        },
    )
    reason = {"pattern": "Because.", "values": {}}
    await make.screening_decision(
        trajectory,
        decision=decision,
        decided_on=days(-50),
        reason="Talked about it",
        check_verdict=verdict,
        check_result=[{"requirement": SPEAKING, "verdict": verdict.value, "reason": reason, "surpassed": surpassed}],
    )
    return trajectory


def cells(page: httpx.Response, head: str) -> list[str]:
    """The cells of the table row with this head, without signs and pictures."""
    row = re.search(rf'<th scope="row">{re.escape(head)}.*?</tr>', page.text, re.DOTALL)
    assert row, head
    found = re.findall(r"<td[^>]*>(.*?)</td>", row.group(), re.DOTALL)
    return [re.sub(r"<svg.*?</svg>|<[^>]+>", "", cell, flags=re.DOTALL).strip() for cell in found]


@pytest.fixture
def path(programme: Programme) -> str:
    return f"/programmes/{programme.id}/selection"


async def test_everyone_who_registered_is_somewhere_in_the_funnel(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    await decided(make, programme, Decision.ADMITTED, started_on=days(-40), state="active")
    await decided(make, programme, Decision.ADMITTED, verdict=CheckVerdict.NOT_MET, surpassed=True)
    await decided(make, programme, Decision.DECLINED, verdict=CheckVerdict.NOT_MET)
    await decided(make, programme, Decision.WAITING)
    page = await desk.get(path)
    assert [cells(page, step)[0] for step in ("Registered", "Screened", "Decided on", "Started")] == [
        "4",
        "4",
        "3",
        "1",
    ]
    assert cells(page, "On the waiting list")[:2] == ["1", "25%"]
    assert cells(page, "At least B1 in every language skill") == ["2", "2", "0", "1", "1"]
    assert "no longer asked" in page.text
    assert re.findall(r"<dd>(.*?)</dd>", page.text)[:3] == ["1 of 2 (50%)", "0 of 1 (0%)", "1 of 2 (50%)"]
    assert "3 people have a decision. 1 have none" in page.text


async def test_the_check_counts_as_it_stood_beside_the_decision(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    admitted = await decided(make, programme, Decision.ADMITTED, verdict=CheckVerdict.NOT_MET)
    for skill in ("listening", "reading", "speaking", "writing"):
        await make.language_measurement(admitted, skill=skill, level=LanguageLevel.C1, measured_on=days(-51))
    assert cells(await desk.get(path), "At least B1 in every language skill") == ["0", "1", "0", "0", "1"]


async def test_one_cohort_one_year_and_one_profile_can_be_asked_for_in_the_address(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    cohort = await make.cohort(programme, name="Spring")
    await decided(make, programme, Decision.ADMITTED, cohort_id=cohort.id, profile={"gender": Gender.FEMALE})
    await decided(make, programme, Decision.ADMITTED, registered_on=date(2019, 5, 6), decided_on=date(2019, 6, 6))
    assert cells(await desk.get(path), "Registered")[0] == "2"
    assert cells(await desk.get(f"{path}?cohort={cohort.id}"), "Woman")[0] == "1"
    assert cells(await desk.get(f"{path}?year=2019&by=age"), "Unknown")[0] == "1"
    assert "There is nobody with these answers" in (await desk.get(f"{path}?year=2018")).text


async def test_a_requirement_that_alone_turns_away_more_than_half_is_pointed_out(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    for number in range(10):
        await decided(
            make, programme, Decision.DECLINED, verdict=CheckVerdict.MET if number < 4 else CheckVerdict.NOT_MET
        )
    for where in (path, f"/programmes/{programme.id}"):
        page = await desk.get(where)
        assert "“At least B1 in every language skill” alone turned away 6 of the 10 people" in page.text


async def test_where_nobody_registered_the_page_says_what_to_do(desk: httpx.AsyncClient, path: str) -> None:
    assert "Nobody has registered yet" in (await desk.get(path)).text


async def test_the_page_takes_one_statement(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str, statements: Statements
) -> None:
    await decided(make, programme, Decision.ADMITTED)
    await decided(make, programme, Decision.DECLINED)
    statements.clear()
    await desk.get(path)
    assert len(statements.about("trajectory")) == 1


async def test_exact_numbers_are_for_the_team_alone(
    client: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    gemeente = await make.organisation(roles=["municipality"], municipality_code="GM0344")
    accounts: list[tuple[Account, int]] = [
        (await make.account(Role.COACH, programme=programme), 200),
        (await make.account(Role.COORDINATOR, programme=await make.programme()), 404),
        (await make.account(Role.MUNICIPALITY, organisation=gemeente), 403),
        (await make.account(Role.ADMINISTRATOR), 403),
    ]
    both = await make.account(Role.COACH, programme=await make.programme())
    await make.membership(both, Role.MUNICIPALITY, programme=programme, organisation=gemeente)
    for account, status in (*accounts, (both, 404)):
        client.cookies.update(await make.signed_in(account))
        assert (await client.get(path)).status_code == status
