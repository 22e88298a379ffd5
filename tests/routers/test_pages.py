"""What every page has."""

from collections.abc import Iterator

import httpx
import pytest

from app.main import create_app
from app.settings import settings

THEME = "https://design.example.org/theme.css"


@pytest.fixture
def house_style(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A municipality's own house style, chosen by two settings."""
    monkeypatch.setenv("BESTENDIG_THEME_CSS", THEME)
    monkeypatch.setenv("BESTENDIG_THEME_CLASS", "utrecht-theme")
    settings.cache_clear()
    yield
    settings.cache_clear()


async def open_page() -> httpx.Response:
    transport = httpx.ASGITransport(app=create_app())
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        return await client.get("/accessibility", headers={"accept-language": "en"})


async def test_a_house_style_comes_after_ours_and_the_browser_may_load_it(house_style: None) -> None:
    page = await open_page()
    assert '<html lang="en" class="utrecht-theme">' in page.text
    assert page.text.index("/static/bestendig.css") < page.text.index(THEME)
    assert "style-src 'self' 'unsafe-inline' https://design.example.org;" in page.headers["content-security-policy"]


async def test_without_a_house_style_nothing_comes_from_elsewhere() -> None:
    page = await open_page()
    assert '<html lang="en">' in page.text
    assert "https://" not in page.headers["content-security-policy"]


async def test_a_page_has_one_heading_a_way_past_the_menu_and_no_script() -> None:
    page = await open_page()
    assert page.text.count("<h1") == 1
    assert 'href="#main"' in page.text
    assert "<script" not in page.text
