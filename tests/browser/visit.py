"""What people do in a browser, and what must hold for every page that they see."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Error, Page

from app.demo.sign_ins import PASSWORD, SIGN_INS
from app.rules.code_lists import Role

PHONE, DESKTOP = 390, 1280
HEIGHT = 900
WCAG_22_AA = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
    "preload": False,
}
BUT_COLOURS = WCAG_22_AA | {"rules": {"color-contrast": {"enabled": False}}}
"""Colours are the same at every width, and take axe longer than all the rest."""
IDENTITY = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/programme-catalogue/)[a-z0-9-]+|(?<=/editions/)[0-9]+"
)
"""What tells two pages of one kind apart: an identity, the key of a programme in the catalogue, or a number."""


@dataclass(slots=True)
class Visit:
    """A visit to the program in one tab."""

    page: Page
    address: str

    async def open(self, path: str) -> None:
        """Go to a page, which must be there."""
        answer = await self.page.goto(self.address + path)
        assert answer is not None
        assert answer.status < 400, f"{path} is answered with {answer.status}"

    async def sign_in(self, role: Role) -> None:
        """Sign in as the one of the demo who has this role, by the form."""
        email = next(one.email for one in SIGN_INS if one.role is role)
        await self.open("/sign-in")
        await self.page.fill("input[name=email]", email)
        await self.page.fill("input[name=password]", PASSWORD)
        await self.page.press("input[name=password]", "Enter")
        await self.page.wait_for_url(lambda url: "/sign-in" not in url)

    async def resize(self, width: int) -> None:
        """Look through a window of this width."""
        await self.page.set_viewport_size({"width": width, "height": HEIGHT})

    async def too_wide_by(self) -> int:
        """How many pixels one has to scroll sideways."""
        return int(
            await self.page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
        )

    async def faults(self, *, but_colours: bool = False) -> list[str]:
        """What axe finds against WCAG 2.2 AA, one line per kind of fault."""
        if not await self.page.evaluate("'axe' in window"):
            await self.page.evaluate(AXE_SCRIPT)
        options = BUT_COLOURS if but_colours else WCAG_22_AA
        found = await self.page.evaluate("async options => (await axe.run(options)).violations", options)
        return [f"{fault['id']}: {fault['help']} ({fault['nodes'][0]['html'][:200]})" for fault in found]

    async def links(self) -> list[str]:
        """The addresses within the program that this page links to."""
        hrefs = await self.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        ours = urlsplit(self.address).netloc
        targets = (urlsplit(urljoin(self.page.url, href)) for href in hrefs)
        return [target.path for target in targets if target.netloc == ours]

    async def open_if_page(self, path: str) -> bool:
        """Follow a link; answers whether it leads to a page, and not to a file to keep. It must lead somewhere."""
        async with self.page.expect_event(
            "response", lambda answer: answer.request.is_navigation_request()
        ) as arriving:
            try:
                arrived = await self.page.goto(self.address + path)
            except Error as fault:
                if "Download is starting" not in fault.message:
                    raise
                arrived = None
        answer = arrived or await arriving.value
        assert answer.status < 400, f"{path} is answered with {answer.status}"
        return answer.headers["content-type"].startswith("text/html")

    async def pages(self) -> AsyncIterator[str]:
        """Open one page of every kind that links lead to from here; pages of one kind differ in an identity."""
        waiting = [urlsplit(self.page.url).path]
        found = {kind_of(path) for path in waiting}
        for path in waiting:
            if not await self.open_if_page(path):
                continue
            for link in await self.links():
                if kind_of(link) not in found and not link.startswith("/v1/"):
                    found.add(kind_of(link))
                    waiting.append(link)
            yield path


def kind_of(path: str) -> str:
    """A path with every identity in it taken out."""
    return IDENTITY.sub("{id}", path)
