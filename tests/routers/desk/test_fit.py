"""Which programmes fit a person, and which people fit a programme."""

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app import clock
from app.models import Account, Programme, Trajectory
from app.queries.candidates import read_entry_check
from app.rules.code_lists import (
    CheckVerdict,
    CircumstanceState,
    LanguageLevel,
    LanguageSkill,
    ResidenceGround,
    Role,
    SupportDomain,
)
from tests.conftest import Statements
from tests.factories import Factory
from tests.routers.days import TODAY, days

SPEAKING_B1 = {"kind": "language_level", "level": "B1", "skill": "speaking"}
HIGHER_EDUCATION = {"kind": "education", "from": 6, "to": None}


def names_in(page: httpx.Response) -> list[str]:
    """The headings of the lines, in their order."""
    headings = re.findall(r'<h2 id="(?:person|programme)-\d+">(.*?)</h2>', page.text, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", heading).strip() for heading in headings]


async def waiting(make: Factory, programme: Programme, first_name: str, **more: Any) -> Trajectory:
    """Somebody on the waiting list."""
    profile = more.pop("profile", None)
    person = await make.participant(programme, profile, first_name=first_name, last_name="Haddad")
    days_ago = {"registered_on": days(-60), "started_on": None, "state": "waiting"}
    return await make.trajectory(programme, person, **{**days_ago, **more})


async def speaks(make: Factory, trajectory: Trajectory, level: LanguageLevel, **more: Any) -> None:
    measured = {"skill": LanguageSkill.SPEAKING, "measured_on": days(-10)}
    await make.language_measurement(trajectory, level=level, **{**measured, **more})


@pytest.fixture
async def other_programme(make: Factory, coordinator: Account) -> Programme:
    """A second programme of the same coordinator."""
    programme = await make.programme(name="Zorg", entry_requirements=[SPEAKING_B1, HIGHER_EDUCATION])
    await make.membership(coordinator, Role.COORDINATOR, programme=programme)
    return programme


async def test_every_programme_of_mine_stands_beside_a_person_with_the_reasons_the_nearest_first(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, other_programme: Programme
) -> None:
    await make.programme(name="Not mine", entry_requirements=[SPEAKING_B1])
    amina = await waiting(make, programme, "Amina", profile={"education": 3})
    await speaks(make, amina, LanguageLevel.A2, measured_on=days(-10), instrument="intake")
    page = await desk.get(f"/trajectories/{amina.id}/fit")
    assert names_in(page) == ["Leren en werken", "Zorg"]
    assert "Speaking is A2, this programme asks B1; measured on" in page.text
    assert "(intake), 10 days before this check." in page.text
    assert "The education is level 3 (havo, vwo or mbo 2 to 4)" in page.text
    assert "Not mine" not in page.text
    only_misfits = await desk.get(f"/trajectories/{amina.id}/fit?fit=not_met")
    assert names_in(only_misfits) == ["Zorg"]


async def test_what_is_not_known_says_what_would_settle_it(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, other_programme: Programme
) -> None:
    amina = await waiting(make, programme, "Amina", profile={"education": 7})
    page = await desk.get(f"/trajectories/{amina.id}/fit?fit=unknown")
    assert names_in(page) == ["Zorg"]
    assert "Speaking: no level has been measured" in page.text
    assert "A language test would settle this: Speaking." in page.text


async def test_a_level_measured_where_the_reader_may_not_look_does_not_count(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, other_programme: Programme
) -> None:
    elsewhere = await make.programme(lead_organisation_id=programme.lead_organisation_id)
    amina = await waiting(make, programme, "Amina")
    person = await make.trajectory(elsewhere, None, participant_id=amina.participant_id)
    await speaks(make, person, LanguageLevel.B1)
    page = await desk.get(f"/trajectories/{amina.id}/fit")
    assert "Speaking: no level has been measured" in page.text


async def test_a_page_on_fitting_takes_one_statement(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, other_programme: Programme, statements: Statements
) -> None:
    amina = await waiting(make, programme, "Amina")
    await waiting(make, programme, "Sara")
    for path in (f"/trajectories/{amina.id}/fit", f"/programmes/{other_programme.id}/candidates"):
        statements.clear()
        assert (await desk.get(path)).status_code == 200
        assert len(statements.about("trajectory")) == 1


async def test_those_who_lack_least_come_first_with_what_both_ask(
    desk: httpx.AsyncClient, make: Factory, other_programme: Programme
) -> None:
    good = {"education": 7}
    unknown = await waiting(make, other_programme, "Unknown", profile=good, registered_on=days(-90))
    fits = await waiting(make, other_programme, "Fits", profile=good | {"wished_hours": 24}, state="screening")
    misses = await waiting(make, other_programme, "Misses", profile={"education": 2}, registered_on=days(-99))
    await speaks(make, fits, LanguageLevel.B2)
    await speaks(make, misses, LanguageLevel.B2)
    page = await desk.get(f"/programmes/{other_programme.id}/candidates")
    assert names_in(page) == ["Fits Haddad", "Unknown Haddad", "Misses Haddad"]
    assert "Wants to work 24 hours a week." in page.text
    by_verdict = await desk.get(f"/programmes/{other_programme.id}/candidates?fit=unknown")
    assert names_in(by_verdict) == ["Unknown Haddad"]
    by_state = await desk.get(f"/programmes/{other_programme.id}/candidates?state=screening")
    assert names_in(by_state) == ["Fits Haddad"]
    assert str(unknown.id) not in by_state.text


async def test_people_of_my_other_programmes_are_there_once_and_nobody_elses(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, other_programme: Programme
) -> None:
    here = await waiting(make, other_programme, "Here")
    await waiting(make, programme, "There")
    await make.trajectory(programme, None, participant_id=here.participant_id, state="waiting", started_on=None)
    await waiting(make, await make.programme(), "Stranger")
    await waiting(make, programme, "Busy", state="active", started_on=days(-30))
    await waiting(make, programme, "Declined", state="declined")
    path = f"/programmes/{other_programme.id}/candidates"
    assert sorted(names_in(await desk.get(path))) == ["Here Haddad", "There Haddad"]
    assert names_in(await desk.get(f"{path}?place=elsewhere")) == ["There Haddad"]
    assert names_in(await desk.get(f"{path}?place=here")) == ["Here Haddad"]


async def test_a_long_list_goes_in_pages_that_keep_the_filters(
    desk: httpx.AsyncClient, make: Factory, other_programme: Programme
) -> None:
    for number in range(26):
        await waiting(make, other_programme, f"N{number:02}", registered_on=days(-100 + number))
    path = f"/programmes/{other_programme.id}/candidates?fit=unknown&state=waiting"
    first, second = await desk.get(path), await desk.get(f"{path}&page=2")
    assert (len(names_in(first)), names_in(second)) == (25, ["N25 Haddad"])
    assert "fit=unknown&amp;state=waiting&amp;place=&amp;page=2" in first.text


async def test_where_nobody_waits_the_page_says_what_to_do(desk: httpx.AsyncClient, other_programme: Programme) -> None:
    page = await desk.get(f"/programmes/{other_programme.id}/candidates")
    assert "Nobody is waiting" in page.text
    assert "Register people" in page.text


async def test_a_stranger_finds_nothing_and_a_municipality_is_refused(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    amina = await waiting(make, programme, "Amina")
    stranger = await make.account(Role.COORDINATOR, programme=await make.programme())
    gemeente = await make.account(
        Role.MUNICIPALITY, organisation=await make.organisation(roles=["municipality"], municipality_code="GM0344")
    )
    for account, status in ((stranger, 404), (gemeente, 403)):
        client.cookies.update(await make.signed_in(account))
        for path in (f"/trajectories/{amina.id}/fit", f"/programmes/{programme.id}/candidates"):
            assert (await client.get(path)).status_code == status


async def test_one_candidate_is_checked_by_what_was_known_on_the_day(
    session: AsyncSession, make: Factory, other_programme: Programme
) -> None:
    amina = await waiting(
        make, other_programme, "Amina", profile={"education": 6, "residence_ground": ResidenceGround.STATUS_HOLDER}
    )
    await speaks(make, amina, LanguageLevel.A2, measured_on=days(-30))
    await speaks(make, amina, LanguageLevel.B1, measured_on=days(-10))
    assert (await read_entry_check(session, amina.id, days(-20))).verdict is CheckVerdict.NOT_MET
    assert (await read_entry_check(session, amina.id, TODAY)).verdict is CheckVerdict.MET


async def test_how_things_stood_on_the_day_counts_also_after_they_were_assessed_again(
    session: AsyncSession, make: Factory
) -> None:
    programme = await make.programme(entry_requirements=[{"kind": "circumstances_not_blocking", "domains": ["debts"]}])
    amina = await waiting(make, programme, "Amina")
    debts: dict[str, Any] = {"domain": SupportDomain.DEBTS}
    blocking, arranged = CircumstanceState.BLOCKING, CircumstanceState.ARRANGED
    noon = clock.now().replace(hour=12) - timedelta(days=10)
    await make.circumstance(amina, **debts, state=blocking, assessed_on=days(-30), superseded_at=noon)
    await make.circumstance(amina, **debts, state=arranged, assessed_on=days(-10))
    assert (await read_entry_check(session, amina.id, days(-20))).verdict is CheckVerdict.NOT_MET
    assert (await read_entry_check(session, amina.id, TODAY)).verdict is CheckVerdict.MET
