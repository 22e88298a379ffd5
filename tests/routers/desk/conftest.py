"""A coordinator at the desk."""

import httpx
import pytest

from app.models import Account, Programme
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.reader import reads_pages


@pytest.fixture
async def programme(make: Factory) -> Programme:
    return await make.programme(name="Leren en werken", follow_up_months=[3, 6])


@pytest.fixture
async def coordinator(make: Factory, programme: Programme) -> Account:
    return await make.account(Role.COORDINATOR, programme=programme)


@pytest.fixture
async def desk(client: httpx.AsyncClient, make: Factory, coordinator: Account) -> httpx.AsyncClient:
    """The browser of the coordinator, who reads English."""
    return await reads_pages(client, make, coordinator)
