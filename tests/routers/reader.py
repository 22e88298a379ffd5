"""A browser of somebody who reads the pages in English."""

import httpx

from app.models import Account
from tests.factories import Factory

PAGE = {"accept": "text/html", "accept-language": "en"}


async def reads_pages(client: httpx.AsyncClient, make: Factory, account: Account) -> httpx.AsyncClient:
    """Sign an account in, and ask for pages in English from now on."""
    client.cookies.update(await make.signed_in(account))
    client.headers.update(PAGE)
    return client
