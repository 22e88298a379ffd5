"""A real browser, and a real server with the made-up programme in a small size."""

import re
import shutil
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from tests.browser.visit import Visit
from tests.running import Running, data_folder, running

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE_MILLISECONDS = 10_000

IN_THE_BROWSER = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
"""Marks of every file in this folder: its tests share one browser, and with it one event loop."""


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where a Chromium is; without one these tests are skipped, and the summary says so."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"NO BROWSER: none of {', '.join(NAMES)} is installed, so no page was looked at")
    return found


@pytest.fixture(scope="session")
def server(chromium: str) -> Iterator[Running]:
    """A server with a small demo."""
    with data_folder() as folder, running(folder, "demo", "--port", "0", "--people", "60") as server:
        yield server


@pytest.fixture(scope="session")
def address(server: Running) -> str:
    """The address of that server."""
    return server.address


@pytest.fixture(scope="session")
def participant_link(server: Running) -> str:
    """The path of the page that a participant of the demo gets with a link."""
    told = re.search(r"/rate/\S+", server.said)
    assert told, server.said
    return told[0]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """A browser for all tests; each looks at pages as somebody who has not used it before."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """An empty tab of a browser that nobody has used before."""
    page = await browser.new_page()
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    yield page
    await page.close()


@pytest.fixture
def visit(page: Page, address: str) -> Visit:
    """A visit to the demo, not signed in yet."""
    return Visit(page, address)
