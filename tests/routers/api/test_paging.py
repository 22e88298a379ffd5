"""Reading a collection page by page."""

import re

import httpx
import pytest

from tests.factories import Factory
from tests.routers.api.conftest import Dossier, Header


def link(answer: httpx.Response, relation: str) -> str | None:
    """The address of the page before or after this one."""
    found = re.search(rf'<([^>]+)>; rel="{relation}"', answer.headers.get("link", ""))
    return found[1] if found else None


def numbers(answer: httpx.Response) -> list[str]:
    return [one["number"] for one in answer.json()["results"]]


async def test_forward_to_the_end_and_back_to_the_start_shows_everything_once(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    for _ in range(6):
        await make.trajectory(dossier.programme)
    everything = numbers(await client.get("/v1/trajectories", headers=coordinator))
    pages = [await client.get(f"/v1/trajectories?programme={dossier.programme.id}&limit=3", headers=coordinator)]
    while (address := link(pages[-1], "next")) is not None:
        pages.append(await client.get(address, headers=coordinator))
    assert [len(numbers(page)) for page in pages] == [3, 3, 1]
    assert [number for page in pages for number in numbers(page)] == everything
    back = pages[-1]
    for page in reversed(pages[:-1]):
        address = link(back, "prev")
        assert address is not None
        back = await client.get(address, headers=coordinator)
        assert numbers(back) == numbers(page)
    assert link(back, "prev") is None


async def test_what_is_added_meanwhile_makes_nothing_come_twice(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    for _ in range(5):
        await make.trajectory(dossier.programme)
    first = await client.get("/v1/trajectories?limit=3", headers=coordinator)
    for _ in range(5):
        await make.trajectory(dossier.programme)
    address = link(first, "next")
    assert address is not None
    second = await client.get(address, headers=coordinator)
    assert not set(numbers(first)) & set(numbers(second))


async def test_a_collection_of_one_page_has_no_links(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    answer = await client.get("/v1/trajectories", headers=coordinator)
    assert "link" not in answer.headers


@pytest.mark.parametrize("query", ["cursor=abc", "cursor=%00", "limit=0", "limit=201", "limit=many", "cursor=é"])
async def test_a_cursor_or_limit_that_is_not_ours_is_invalid(
    client: httpx.AsyncClient, coordinator: Header, query: str
) -> None:
    answer = await client.get(f"/v1/trajectories?{query}", headers=coordinator)
    assert answer.status_code == 400
    assert [one["name"] for one in answer.json()["invalidParams"]] == [query.split("=")[0]]
