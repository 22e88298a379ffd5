"""A coordinator at the desk."""

import httpx
import pytest

from app.models import Account, Programme
from app.rules.code_lists import Role
from tests.factories import Factory


@pytest.fixture
async def programme(make: Factory) -> Programme:
    return await make.programme(name="Leren en werken", follow_up_months=[3, 6])


@pytest.fixture
async def coordinator(make: Factory, programme: Programme) -> Account:
    return await make.account(Role.COORDINATOR, programme=programme)


@pytest.fixture
async def desk(client: httpx.AsyncClient, make: Factory, coordinator: Account) -> httpx.AsyncClient:
    """The browser of the coordinator, who reads English."""
    client.cookies.update(await make.signed_in(coordinator))
    client.headers.update({"accept": "text/html", "accept-language": "en"})
    return client
