"""The coordinator makes a link for the employer."""

import re

import httpx

from app.models import Programme
from tests.factories import Factory


async def test_a_coordinator_makes_a_link_that_the_employer_can_open(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    job = await make.placement(await make.trajectory(programme))
    shown = await desk.post(f"/placements/{job.id}/confirmation-links")
    assert shown.status_code == 200
    found = re.search(r"/confirm/[\w-]{43,}", shown.text)
    assert found
    desk.cookies.clear()
    assert (await desk.get(found.group())).status_code == 200


async def test_a_placement_of_another_programme_is_not_found(desk: httpx.AsyncClient, make: Factory) -> None:
    job = await make.placement(await make.trajectory(await make.programme()))
    assert (await desk.post(f"/placements/{job.id}/confirmation-links")).status_code == 404
