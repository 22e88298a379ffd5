"""Browsers of people who read English and want to know what works."""

import httpx
import pytest

from app.rules.code_lists import Role
from tests.factories import Factory

PAGE = {"accept": "text/html", "accept-language": "en"}


@pytest.fixture
async def coach(client: httpx.AsyncClient, make: Factory) -> httpx.AsyncClient:
    """The browser of a coach."""
    client.cookies.update(await make.signed_in(await make.account(Role.COACH, programme=await make.programme())))
    client.headers.update(PAGE)
    return client


@pytest.fixture
async def office(client: httpx.AsyncClient, make: Factory) -> httpx.AsyncClient:
    """The browser of an administrator."""
    client.cookies.update(await make.signed_in(await make.account(Role.ADMINISTRATOR)))
    client.headers.update(PAGE)
    return client
