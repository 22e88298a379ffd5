"""A follow-up that is due, an employer to ask, and a mail server that takes the question."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.database import session_for
from app.jobs.send_messages import send_waiting_messages
from app.models import EmployerContact, FollowUp, FollowUpRequest, Message, Organisation, Placement, Programme
from app.settings import settings
from tests.factories import MOMENT, Factory
from tests.mail.mail_server import Server, mail_server

SIX_MINUTES = timedelta(minutes=6)
"""After which a server that was busy is tried again."""


@dataclass
class Asking:
    """A message with one question in it."""

    make: Factory
    programme: Programme
    employer: Organisation
    contact: EmployerContact
    placement: Placement
    follow_up: FollowUp
    message: Message
    request: FollowUpRequest

    async def another_question(self, **fields: Any) -> tuple[FollowUp, FollowUpRequest]:
        """One more question in the same message, about somebody else."""
        return await _question(self.make, self.programme, self.employer, self.contact, self.message, **fields)


async def asking(make: Factory, **message: Any) -> Asking:
    """A question that waits to be sent to the contact person of an employer."""
    programme, employer = await make.programme(), await make.organisation()
    contact = await make.employer_contact(programme, employer, email="hr@bakery.example", name="Jo Bakker")
    waiting = await make.message(programme, recipient="hr@bakery.example", employer_contact_id=contact.id, **message)
    follow_up, request = await _question(make, programme, employer, contact, waiting)
    async with session_for(Actor.operator(MOMENT)) as session:
        placement = await session.get_one(Placement, follow_up.placement_id)
    return Asking(make, programme, employer, contact, placement, follow_up, waiting, request)


async def _question(
    make: Factory,
    programme: Programme,
    employer: Organisation,
    contact: EmployerContact,
    message: Message,
    **fields: Any,
) -> tuple[FollowUp, FollowUpRequest]:
    trajectory = await make.trajectory(programme)
    placement = await make.placement(trajectory, employer, contact_id=contact.id)
    follow_up = await make.follow_up(placement, **fields)
    return follow_up, await make.follow_up_request(follow_up, message)


@asynccontextmanager
async def taking_mail(patch: pytest.MonkeyPatch, **told: Any) -> AsyncIterator[Server]:
    """The installation sends its mail to a server of ours."""
    async with mail_server(**told) as (server, reach):
        patch.setattr(settings(), "smtp_host", reach.host)
        patch.setattr(settings(), "smtp_port", reach.port)
        patch.setattr(settings(), "smtp_security", "none")
        patch.setattr(settings(), "mail_from", "vraag@bestendig.example")
        yield server


async def send(after: timedelta = timedelta()) -> dict[str, int]:
    """Let a worker send what waits, so long after the moment of the tests; gives what came of it."""
    counts = await send_waiting_messages(Actor.operator(MOMENT + after))
    return {what: number for what, number in counts.items() if number}


async def now(session: AsyncSession, row: Any) -> Any:
    """The row as it stands in the database."""
    return await session.get_one(type(row), row.id, populate_existing=True)


async def change(row: Any, **fields: Any) -> None:
    """Somebody changes a row, at the moment of the tests."""
    async with session_for(Actor.operator(MOMENT)) as session:
        changed = await session.get_one(type(row), row.id)
        for name, value in fields.items():
            setattr(changed, name, value)
