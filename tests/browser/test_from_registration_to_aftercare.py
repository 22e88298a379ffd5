"""One person, from the registration to aftercare, as a coordinator goes about it on a phone and at a desk."""

import re
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from os import environ
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator

from app import clock
from app.rules.code_lists import Role
from tests.browser.conftest import IN_THE_BROWSER, PATIENCE_MILLISECONDS
from tests.browser.visit import DESKTOP, HEIGHT, Visit

pytestmark = IN_THE_BROWSER

SMALL_PHONE = 375
PAGE_IN_PDF = re.compile(rb"/Type\s*/Page\b")
TODAY = clock.day_of(clock.now())
PICTURES = environ.get("BESTENDIG_PICTURES")
"""A folder in which every page on the way is kept as a picture, when it is set."""


OPEN_ALL_AROUND = """form => {
    for (let around = form; around; around = around.parentElement) if (around.tagName === 'DETAILS') around.open = true
    form.querySelectorAll('details').forEach(inside => { inside.open = true })
}"""


def day(back: int) -> str:
    return (TODAY - timedelta(days=back)).isoformat()


class Walk(Visit):
    """A visit in which forms are filled in, and every page that one comes to must fit in the window."""

    async def send(self, action: str, said: Mapping[str, str | list[str]] | None = None) -> None:
        """Fill in the form that goes to an address ending in `action`, and send it; it must be accepted."""
        form = self.page.locator(f"form[action$='{action}']").first
        assert await form.count(), f"{action} is not at {self.page.url}"
        await form.evaluate(OPEN_ALL_AROUND)
        for name, value in (said or {}).items():
            await self._fill(form.locator(f"[name='{name}']"), value)
        async with self.page.expect_navigation() as arriving:
            await form.locator("button").last.click()
        answer = await arriving.value
        assert answer.status < 400, f"{action}: {await self.page.locator('main').inner_text()}"

    async def _fill(self, control: Locator, value: str | list[str]) -> None:
        kind = await control.first.evaluate("one => one.tagName === 'INPUT' ? one.type : one.tagName")
        if kind in ("radio", "checkbox"):
            for one in [value] if isinstance(value, str) else value:
                await control.and_(self.page.locator(f"[value='{one}']")).check(force=True)
        elif kind == "SELECT":
            await control.select_option(value)
        else:
            await control.fill(str(value))

    async def picture(self, name: str) -> None:
        """Look at the page: it fits and, when asked, is kept as a picture."""
        assert await self.too_wide_by() == 0, name
        if PICTURES:
            width = await self.page.evaluate("window.innerWidth")
            await self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)


@pytest_asyncio.fixture(loop_scope="session", params=[SMALL_PHONE, DESKTOP], ids=["on a phone", "at a desk"])
async def walk(request: pytest.FixtureRequest, browser: Browser, address: str) -> AsyncIterator[Walk]:
    """A coordinator who has signed in and reads English."""
    page = await browser.new_page(viewport={"width": request.param, "height": HEIGHT}, locale="en")
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    walk = Walk(page, address)
    await walk.sign_in(Role.COORDINATOR)
    yield walk
    await page.close()


async def test_one_person_from_registration_to_aftercare(walk: Walk) -> None:
    here = await register(walk)
    await screen(walk, here)
    await guide(walk, here)
    await place(walk, here)
    await ask_the_participant(walk, here)
    await finish(walk, here)
    await walk.open(f"{here}/story")
    await walk.picture("9-story")
    told = await walk.page.locator("main").inner_text()
    for sentence in (
        "Registered",
        "Test Learnability test: 14 of 20",
        "Decision: Admitted with conditions",
        "Language measured",
        "Contact: Progress, 45 minutes",
        "Regular job at Bakkerij Het Anker begins",
        "Buddy at work at Bakkerij Het Anker",
        "Participant gives a rating, about Bakkerij Het Anker",
        "Employer: in paid work",
        "In aftercare",
    ):
        assert sentence in told, sentence
    await walk.open(f"{here}/summary")
    await walk.picture("9-summary")
    assert len(PAGE_IN_PDF.findall(await walk.page.pdf(prefer_css_page_size=True))) == 2


async def register(walk: Walk) -> str:
    """A name, a programme and what is known; answers the address of the trajectory."""
    await walk.open("/registrations/new")
    await walk.picture("1-registration")
    width = await walk.page.evaluate("window.innerWidth")
    programme = walk.page.locator("[name=programme_id] option", has_text="Samen aan het werk")
    await walk.send(
        "/registrations",
        {
            "programme_id": str(await programme.first.get_attribute("value")),
            "registered_on": day(300),
            "first_name": "Selam",
            "last_name": f"Tesfay {'Phone' if width == SMALL_PHONE else 'Desk'}",
            "contact_language": "ti",
            "benefit": "participatiewet",
        },
    )
    assert await walk.page.get_by_role("status").count() == 1
    await walk.picture("2-registered")
    return walk.page.url.removeprefix(walk.address).split("?")[0]


async def screen(walk: Walk, here: str) -> None:
    """Test, talk, circumstances and facts; then a decision with a condition, which becomes a task."""
    await walk.open(f"{here}/screening")
    await walk.send("/screening/start", {"on_date": day(295)})
    await walk.send(
        "/screening/tests",
        {"instrument": "Learnability test", "score": "14", "out_of": "20", "taken_on": day(295)},
    )
    await walk.send("/screening/interviews", {"sector": "I", "score": "4", "held_on": day(294)})
    await walk.send(
        "/screening/circumstances",
        {
            "state-housing": "fine",
            "state-childcare": "arranged",
            "arrangement-childcare": "Out-of-school care on three days",
            "assessed_on": day(294),
        },
    )
    await walk.send("/screening/person", {"birth_date": "1992-03-04", "education": "3"})
    await walk.picture("3-screening")
    await walk.send(
        "/screening/decision",
        {
            "decision": "admitted_with_conditions",
            "conditions": "A bicycle before the start",
            "conditions_due_on": (TODAY + timedelta(days=7)).isoformat(),
            "reason": "Wants this work and has learned fast before",
            "on_date": day(290),
        },
    )
    await walk.picture("4-decided")
    await walk.open(here)
    assert "A bicycle before the start" in await walk.page.locator("main").inner_text()


async def guide(walk: Walk, here: str) -> None:
    """The start, language and a contact."""
    await walk.send("/steps/start", {"on_date": day(280)})
    await walk.send(
        "/language-measurements",
        {"measured_on": day(278), "speaking": "A1", "listening": "A2", "instrument": "Intake", "official": "no"},
    )
    await walk.open(f"{here}/language")
    await walk.send("/language/measurements", {"measured_on": day(100), "speaking": "A2", "instrument": "Taalmeter"})
    await walk.picture("5-language")
    await walk.open(here)
    await walk.send(
        "/contacts",
        {"contacted_on": day(90), "attendance": "came", "minutes": "45", "topics": ["work", "childcare"]},
    )
    await walk.picture("6-guided")


async def place(walk: Walk, here: str) -> None:
    """A job with a buddy, which the employer confirms."""
    await walk.send(
        "/placements",
        {
            "employer": "Bakkerij Het Anker",
            "kind": "regular_job",
            "starts_on": day(60),
            "job_title": "Baker's assistant",
            "hours": "24",
            "contract": "fixed_term",
        },
    )
    await walk.send("/observations", {"in_paid_work": "yes", "observed_on": day(5), "source": "employer"})
    await walk.page.locator("a[href$='/inclusion']").first.click()
    await walk.page.wait_for_load_state()
    buddy = walk.page.locator("form[action$='/workplace-supports']:has([name=kind][value='buddy'])")
    await buddy.evaluate("form => { form.closest('details').open = true }")
    await buddy.locator("[name=state][value='given']").check(force=True)
    await buddy.locator("[name=starts_on]").fill(day(58))
    await buddy.locator("button").click()
    await walk.page.wait_for_load_state()
    await walk.picture("7-at-work")


async def ask_the_participant(walk: Walk, here: str) -> None:
    """A link in the participant's own language, opened without an account."""
    assert await walk.page.locator("form[action$='/links'] [name=asked_in]").first.input_value() == "ti"
    await walk.page.locator("form[action$='/links'] button").first.click()
    await walk.page.wait_for_load_state()
    message = await walk.page.locator("textarea[readonly]").input_value()
    somebody = await walk.page.context.browser.new_page(viewport=walk.page.viewport_size)  # type: ignore[union-attr]
    asked = Walk(somebody, walk.address)
    await asked.open(message[message.index("/rate/") :].split()[0])
    assert await somebody.locator("html").get_attribute("lang") == "ti"
    for subject, score in (("guidance", 5), ("job", 4), ("belonging", 2)):
        await somebody.locator(f"[name={subject}][value='{score}']").check(force=True)
    await asked.picture("8-rating")
    await somebody.locator("main form button").last.click()
    await somebody.wait_for_selector("[role=status]")
    await somebody.close()
    await walk.open("/today?kind=rating_signal")
    assert "Tesfay" in await walk.page.locator("main").inner_text(), "a low rating is on the desk the same day"


async def finish(walk: Walk, here: str) -> None:
    """The end, and aftercare."""
    await walk.open(here)
    await walk.send("/steps/complete", {"on_date": day(2), "destination": "paid_work"})
    await walk.send("/steps/begin_aftercare", {"on_date": day(1)})
    await walk.picture("9-trajectory")
