"""A contact in twenty seconds, on a small phone, with and without JavaScript."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page

from app.rules.code_lists import Role
from tests.browser.conftest import IN_THE_BROWSER, PATIENCE_MILLISECONDS
from tests.browser.visit import HEIGHT, Visit

pytestmark = IN_THE_BROWSER

SMALL_PHONE = 375
FINGER = 44
"""Pixels that a finger needs."""


@pytest_asyncio.fixture(loop_scope="session", params=[True, False], ids=["with JavaScript", "without JavaScript"])
async def phone(request: pytest.FixtureRequest, browser: Browser) -> AsyncIterator[Page]:
    """The browser of a small phone."""
    page = await browser.new_page(
        viewport={"width": SMALL_PHONE, "height": HEIGHT}, java_script_enabled=request.param, has_touch=True
    )
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    yield page
    await page.close()


async def test_what_is_usual_takes_two_taps_and_no_typing(phone: Page, address: str) -> None:
    visit = Visit(phone, address)
    await visit.sign_in(Role.COACH)
    await visit.open("/contacts/new")
    await phone.locator(".target").first.tap()
    save = phone.locator("main form button")
    assert await is_in_view(save)
    await save.tap()
    await phone.wait_for_url("**/caseload?done=contact")
    assert await phone.get_by_role("status").count() == 1


async def test_everything_to_tap_is_as_large_as_a_finger(phone: Page, address: str) -> None:
    visit = Visit(phone, address)
    await visit.sign_in(Role.COACH)
    await visit.open("/contacts/new")
    await holds_for_all(phone.locator(".target, main button"))
    await phone.locator(".target").first.tap()
    await phone.wait_for_url("**/contacts/new")
    await phone.locator(".chip").first.wait_for()
    await holds_for_all(phone.locator("main form > fieldset .chip, main form > .actions button"))


async def test_a_chip_can_be_tapped_and_what_was_chosen_is_recorded(phone: Page, address: str) -> None:
    visit = Visit(phone, address)
    await visit.sign_in(Role.COACH)
    await visit.open("/contacts/new")
    await phone.locator(".target").last.tap()
    for name, value in (("attendance", "late"), ("topics", "debts"), ("next", "2")):
        await phone.locator(f".chip:has(input[name={name}][value='{value}'])").tap()
    await phone.fill("[name=minutes_other]", "50")
    story = phone.url.removesuffix("/contacts/new")
    await phone.locator("main form button").tap()
    await phone.wait_for_url("**/caseload?done=contact")
    await phone.goto(story)
    contact = " ".join((await phone.locator("#contacts + article").inner_text()).split())
    assert "50" in contact


async def is_in_view(element: Locator) -> bool:
    """Whether one sees it without scrolling."""
    box = await element.bounding_box()
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= HEIGHT


async def holds_for_all(elements: Locator) -> None:
    """Each is as high as a finger."""
    assert await elements.count() > 1
    for element in await elements.all():
        box = await element.bounding_box()
        assert box is not None
        assert box["height"] >= FINGER, await element.inner_text()
