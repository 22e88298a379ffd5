"""Browsers of people who read English and want to know what works."""

import httpx
import pytest

from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.reader import reads_pages


@pytest.fixture
async def coach(client: httpx.AsyncClient, make: Factory) -> httpx.AsyncClient:
    """The browser of a coach."""
    return await reads_pages(client, make, await make.account(Role.COACH, programme=await make.programme()))


@pytest.fixture
async def office(client: httpx.AsyncClient, make: Factory) -> httpx.AsyncClient:
    """The browser of an administrator."""
    return await reads_pages(client, make, await make.account(Role.ADMINISTRATOR))
