"""An official of the municipality of Utrecht, who reads about its residents."""

import httpx
import pytest

from app.models import Account, Programme
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.reader import reads_pages


@pytest.fixture
async def programme(make: Factory) -> Programme:
    return await make.programme(name="Leren en werken")


@pytest.fixture
async def official(make: Factory) -> Account:
    city = await make.organisation(name="Gemeente Utrecht", roles=["municipality"], municipality_code="GM0344")
    return await make.account(Role.MUNICIPALITY, organisation=city)


@pytest.fixture
async def browser(client: httpx.AsyncClient, make: Factory, official: Account) -> httpx.AsyncClient:
    """The browser of the official, who reads English."""
    return await reads_pages(client, make, official)
