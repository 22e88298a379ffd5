"""Takes in an uploaded workbook; what it would do is worked out after that."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from app.actor import Actor
from app.errors import Forbidden
from app.models import ImportRun
from app.rules.code_lists import ImportState, Role
from app.rules.sentence import Sentence

LONGEST_NAME = 255


async def receive_workbook(session: AsyncSession, *, by: Actor, file_name: str, content: bytes) -> ImportRun:
    """Keep an uploaded file until its import is confirmed or dropped; one that was left waiting makes room.

    Raises Forbidden for who is no coordinator.
    """
    if by.account_id is None or not by.programmes(Role.COORDINATOR):
        raise Forbidden(Sentence("Only a coordinator imports, into programmes that are there."))
    waiting = col(ImportRun.state) == ImportState.PREVIEWED
    await session.execute(delete(ImportRun).where(col(ImportRun.account_id) == by.account_id, waiting))
    run = ImportRun(
        account_id=by.account_id,
        file_name=file_name[-LONGEST_NAME:],
        sha256=sha256(content).hexdigest(),
        content=content,
    )
    session.add(run)
    await session.flush()
    return run
