"""Deciding about a candidate in a browser: conditions show with the decision that has them, and become tasks."""

from playwright.async_api import expect

from app.rules.code_lists import Role
from tests.browser.conftest import IN_THE_BROWSER
from tests.browser.visit import DESKTOP, PHONE, Visit

pytestmark = IN_THE_BROWSER


async def test_conditions_show_with_the_decision_that_has_them_and_become_tasks(visit: Visit) -> None:
    page = visit.page
    await visit.sign_in(Role.COORDINATOR)
    await visit.resize(PHONE)
    await visit.open("/screening?waiting=true")
    await page.locator("th a").first.click()
    conditions = page.locator("#decision-conditions")
    await expect(conditions).to_be_hidden()
    await page.locator("[name=decision][value=admitted_with_conditions]").check()
    await expect(conditions).to_be_visible()
    await conditions.fill("Opvang op woensdag\nTwee lessen per week")
    await page.fill("#decision-conditions_due_on", "2199-01-31")
    await page.fill("#decision-reason", "Leert snel")
    for width in (DESKTOP, PHONE):
        await visit.resize(width)
        assert await visit.too_wide_by() == 0
        assert await visit.faults() == []
    await page.locator("form.decision button").click()
    await expect(page.locator(".alert--ok").first).to_be_visible()
    await expect(page.locator("#tasks ~ .records > li")).to_have_count(2)
    assert await visit.faults() == []
