"""The pages of the catalogue differ in what is known: all of them fit on a phone and on a desk."""

import pytest

from app.catalogue import catalogue
from app.rules.code_lists import Role
from tests.browser.conftest import IN_THE_BROWSER
from tests.browser.visit import DESKTOP, PHONE, Visit

pytestmark = IN_THE_BROWSER


async def test_every_programme_fits_on_a_phone_and_on_a_desk(visit: Visit) -> None:
    await visit.sign_in(Role.COACH)
    too_wide = []
    for key in catalogue():
        await visit.open(f"/programme-catalogue/{key}")
        for width in (PHONE, DESKTOP):
            await visit.resize(width)
            if wide := await visit.too_wide_by():
                too_wide.append(f"{key} at {width} pixels scrolls sideways by {wide}")
    assert too_wide == []


@pytest.mark.parametrize("key", ["equal-entry", "taalsnelweg", "voortraject-zorg"])
async def test_a_programme_of_which_much_or_little_is_known_is_accessible(visit: Visit, key: str) -> None:
    await visit.sign_in(Role.COACH)
    await visit.open(f"/programme-catalogue/{key}")
    for width in (PHONE, DESKTOP):
        await visit.resize(width)
        assert await visit.faults() == []


async def test_an_administrator_starts_a_programme_from_one(visit: Visit) -> None:
    await visit.sign_in(Role.ADMINISTRATOR)
    await visit.open("/programme-catalogue?country=BE")
    await visit.page.click("text=Duo for a Job")
    await visit.page.click("main .button--primary")
    assert await visit.faults() == []
    await visit.page.fill("input[name=name]", "Maatjes naar werk")
    await visit.page.click("main form .button--primary")
    await visit.page.wait_for_url(lambda url: "/knowledge" in url)
    assert await visit.page.locator("main a[href='/programme-catalogue/duo-for-a-job']").count() == 1
    for width in (PHONE, DESKTOP):
        await visit.resize(width)
        assert await visit.faults() == []
        assert await visit.too_wide_by() == 0
