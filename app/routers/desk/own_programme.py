"""Finds the programme that a page of its team is about."""

from uuid import UUID

from app.errors import NotFound
from app.models import Programme
from app.routers.acting import Acting
from app.rules.code_lists import Role
from app.use_cases.load import load


async def programme_of_the_team(acting: Acting, programme_id: UUID) -> Programme:
    """The programme, for its coordinators and coaches. Raises NotFound for everybody else."""
    if programme_id not in acting.actor.programmes(Role.COORDINATOR, Role.COACH):
        raise NotFound
    return await load(acting.session, Programme, programme_id)
