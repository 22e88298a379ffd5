"""Money of a programme: what is said of it, on the programme's page and on the desk of the day."""

from typing import Any

import httpx
import pytest

from app.models import Account, Programme
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.days import days

PHASES: list[dict[str, Any]] = [{"name": "Taal"}, {"name": "Werk"}]


@pytest.fixture
async def phased(make: Factory, coordinator: Account) -> Programme:
    programme = await make.programme(name="Leerhuis", phases=PHASES)
    await make.membership(coordinator, Role.COORDINATOR, programme)
    return programme


async def fund(make: Factory, programme: Programme, source: str, first: int | None, last: int | None, *of: str) -> None:
    period = {"starts_on": None if first is None else days(first), "ends_on": None if last is None else days(last)}
    await make.funding(programme, source=source, phases=list(of), **period)


async def warned(desk: httpx.AsyncClient, programme: Programme) -> str:
    """What the page of the programme warns of."""
    page = await desk.get(f"/programmes/{programme.id}")
    assert page.status_code == 200
    return page.text.partition('<div class="alert alert--warning"')[2].partition("</ul>")[0]


async def test_money_that_ends_within_six_months_is_told_half_a_year_before(
    desk: httpx.AsyncClient, make: Factory, phased: Programme
) -> None:
    await fund(make, phased, "Fonds Vroeg", -100, 170)
    assert "Fonds Vroeg ends on" in await warned(desk, phased)


async def test_money_that_goes_on_for_longer_is_no_news(
    desk: httpx.AsyncClient, make: Factory, phased: Programme
) -> None:
    await fund(make, phased, "Fonds Lang", -100, 200)
    assert await warned(desk, phased) == ""


async def test_money_that_is_followed_by_other_money_is_no_news(
    desk: httpx.AsyncClient, make: Factory, phased: Programme
) -> None:
    await fund(make, phased, "Fonds Kort", -100, 30)
    await fund(make, phased, "Taalgeld", 31, 400, "Taal")
    await fund(make, phased, "Werkgeld", 10, None, "Werk")
    assert await warned(desk, phased) == ""


@pytest.mark.parametrize("next_money", [(33, 400), (0, 30)], ids=["a gap", "no longer than it"])
async def test_money_with_a_gap_behind_it_ends(
    desk: httpx.AsyncClient, make: Factory, phased: Programme, next_money: tuple[int, int]
) -> None:
    await fund(make, phased, "Fonds Kort", -100, 30)
    await fund(make, phased, "Later", *next_money)
    assert "Fonds Kort ends on" in await warned(desk, phased)


async def test_money_of_one_phase_does_not_follow_that_of_another(
    desk: httpx.AsyncClient, make: Factory, phased: Programme
) -> None:
    await fund(make, phased, "Fonds Kort", -100, 30)
    await fund(make, phased, "Taalgeld", 31, 400, "Taal")
    assert "Fonds Kort ends on" in await warned(desk, phased)


async def test_a_phase_that_nobody_pays_for_is_told_when_money_is_known_at_all(
    desk: httpx.AsyncClient, make: Factory, phased: Programme
) -> None:
    assert await warned(desk, phased) == ""
    await fund(make, phased, "Taalgeld", -100, 400, "Taal")
    assert "Nobody pays for the phase “Werk”." in await warned(desk, phased)


async def test_money_without_a_first_or_a_last_day_is_not_taken_for_money_that_is_not_there(
    desk: httpx.AsyncClient, make: Factory, phased: Programme
) -> None:
    await fund(make, phased, "Fonds Zonder Datum", None, None)
    assert await warned(desk, phased) == ""


async def test_money_that_ended_leaves_the_programme_without(
    desk: httpx.AsyncClient, make: Factory, coordinator: Account
) -> None:
    programme = await make.programme()
    await make.membership(coordinator, Role.COORDINATOR, programme)
    await fund(make, programme, "Fonds Voorbij", -100, -1)
    assert "Nobody pays for this programme after" in await warned(desk, programme)


async def test_money_that_has_yet_to_begin_is_not_missed(
    desk: httpx.AsyncClient, make: Factory, phased: Programme
) -> None:
    await fund(make, phased, "Fonds Straks", 30, 500)
    assert await warned(desk, phased) == ""


async def test_the_desk_of_the_coordinator_leads_to_the_programme(
    desk: httpx.AsyncClient, make: Factory, phased: Programme
) -> None:
    await fund(make, phased, "Taalgeld", -100, 20, "Taal")
    page = await desk.get("/today?kind=funding")
    assert page.text.count(f'href="/programmes/{phased.id}#funding"') == 2
    assert "The funding from Taalgeld ends on" in page.text
    assert "Nobody pays for the phase “Werk”." in page.text


async def test_a_coach_is_not_asked_about_money(client: httpx.AsyncClient, make: Factory, phased: Programme) -> None:
    await fund(make, phased, "Taalgeld", -100, 20, "Taal")
    client.cookies.update(await make.signed_in(await make.account(Role.COACH, programme=phased)))
    page = await client.get("/today", headers={"accept": "text/html", "accept-language": "en"})
    assert "Taalgeld" not in page.text
