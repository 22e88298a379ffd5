"""What a participant's link to the question about their work shows: own first name, employer, job and its start."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

OWN_WORK = text("SELECT first_name, employer, job_title, starts_on FROM own_work")


@dataclass(frozen=True)
class OwnWork:
    """All that the page of a link tells."""

    first_name: str
    employer: str
    job_title: str | None
    starts_on: date


async def read_own_work(session: AsyncSession) -> OwnWork:
    """Read what the link at hand asks about."""
    row = (await session.execute(OWN_WORK)).one()
    return OwnWork(row.first_name, row.employer, row.job_title, row.starts_on)
