"""Every role signs in, reaches its home, and finds pages that everybody can use, on a phone and on a desk."""

from collections.abc import Collection

import pytest

from app.rules.code_lists import RatingLanguage, Role
from tests.browser.conftest import IN_THE_BROWSER
from tests.browser.visit import DESKTOP, PHONE, Visit

pytestmark = IN_THE_BROWSER

JUDGED_AT: dict[Role, Collection[int]] = {Role.COORDINATOR: (PHONE, DESKTOP), Role.COACH: ()}
"""At which widths axe looks, where that is not a phone only: a coach has the pages of a coordinator, and no others."""


@pytest.mark.parametrize("role", list(Role))
async def test_every_role_signs_in_and_reaches_its_home(visit: Visit, role: Role) -> None:
    await visit.sign_in(role)
    for width in (PHONE, DESKTOP):
        await visit.resize(width)
        assert await visit.page.locator("main h1").count() == 1
        assert await visit.too_wide_by() == 0


@pytest.mark.parametrize("role", list(Role))
async def test_every_page_of_a_role_fits_and_is_accessible(visit: Visit, role: Role) -> None:
    await visit.sign_in(role)
    assert await faults_of_all_pages(visit, JUDGED_AT.get(role, (PHONE,))) == []


async def test_every_page_for_whoever_has_not_signed_in_fits_and_is_accessible(visit: Visit) -> None:
    await visit.open("/sign-in")
    assert await faults_of_all_pages(visit) == []


@pytest.mark.parametrize("language", list(RatingLanguage))
async def test_the_page_of_a_participant_fits_and_is_accessible_in_every_language(
    visit: Visit, participant_link: str, language: RatingLanguage
) -> None:
    for path in (f"{participant_link}?language={language}", f"/rate/forged?language={language}"):
        await visit.page.goto(visit.address + path)
        for width in (PHONE, DESKTOP):
            await visit.resize(width)
            assert await visit.faults() == []
            assert await visit.too_wide_by() == 0


async def test_a_participant_answers_with_the_keyboard_alone(visit: Visit, participant_link: str) -> None:
    await visit.open(f"{participant_link}?language=en")
    await visit.page.focus("input[name=job][value='1']")
    await visit.page.keyboard.press("ArrowDown")
    await visit.page.keyboard.press("Enter")
    await visit.page.wait_for_selector("[role=status]")
    assert await visit.page.is_checked("input[name=job][value='2']")


async def faults_of_all_pages(visit: Visit, judged_at: Collection[int] = (PHONE,)) -> list[str]:
    """What is wrong with the pages that can be reached from here; whether they fit is looked at at both widths."""
    faults = []
    async for path in visit.pages():
        for width in (PHONE, DESKTOP):
            await visit.resize(width)
            if width in judged_at:
                faults += [
                    f"{path} at {width} pixels: {fault}" for fault in await visit.faults(but_colours=width != PHONE)
                ]
            if wide := await visit.too_wide_by():
                faults.append(f"{path} at {width} pixels scrolls sideways by {wide}")
    return faults
