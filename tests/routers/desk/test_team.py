"""Who guides a participant."""

import httpx
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import Account, AuditEvent, Programme, Trajectory
from app.rules.code_lists import Role
from tests.factories import Factory


async def test_a_coordinator_assigns_a_coach_of_the_programme_and_the_log_keeps_it(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme, coordinator: Account
) -> None:
    coach = await make.account(Role.COACH, programme=programme, display_name="Joris Veldman")
    trajectory = await make.trajectory(programme)
    team = f"/trajectories/{trajectory.id}/team"
    assert team in (await desk.get(f"/trajectories/{trajectory.id}")).text
    assert "Joris Veldman" in (await desk.get(team)).text
    sent = {"coach_id": str(coach.id), "coordinator_id": str(coordinator.id), "version": "1"}
    assert (await desk.post(team, data=sent)).headers["location"] == f"/trajectories/{trajectory.id}?done=team"
    await session.refresh(trajectory := await session.get_one(Trajectory, trajectory.id))
    assert (trajectory.coach_id, trajectory.coach_name) == (coach.id, "Joris Veldman")
    assert trajectory.coordinator_id == coordinator.id
    logged = (await session.scalars(select(AuditEvent).where(col(AuditEvent.action) == "assign"))).one()
    assert logged.changes["coach_id"] == [None, str(coach.id)]


async def test_a_name_from_a_file_stays_while_nobody_takes_the_place(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme
) -> None:
    trajectory = await make.trajectory(programme, coach_name="Marijke")
    await desk.post(f"/trajectories/{trajectory.id}/team", data={"version": "1"})
    await session.refresh(trajectory := await session.get_one(Trajectory, trajectory.id))
    assert trajectory.coach_name == "Marijke"


async def test_somebody_of_another_programme_cannot_be_assigned(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    trajectory = await make.trajectory(programme)
    stranger = await make.account(Role.COACH, programme=await make.programme())
    sent = {"coach_id": str(stranger.id), "version": "1"}
    refused = await desk.post(f"/trajectories/{trajectory.id}/team", data=sent)
    assert refused.status_code == 400
    assert "This account has not that role in the programme." in refused.text


async def test_what_somebody_else_assigned_meanwhile_is_not_overwritten(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    trajectory = await make.trajectory(programme)
    assert (await desk.post(f"/trajectories/{trajectory.id}/team", data={"version": "7"})).status_code == 412


async def test_a_coach_assigns_nobody(client: httpx.AsyncClient, make: Factory, programme: Programme) -> None:
    trajectory = await make.trajectory(programme)
    client.cookies.update(await make.signed_in(await make.account(Role.COACH, programme=programme)))
    page = {"accept": "text/html"}
    assert "/team" not in (await client.get(f"/trajectories/{trajectory.id}", headers=page)).text
    assert (await client.post(f"/trajectories/{trajectory.id}/team", data={"version": "1"})).status_code == 403
