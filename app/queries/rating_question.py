"""What a participant's link shows: the own first name, and where it is that somebody works."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

QUESTION = text("SELECT first_name, employer, job_title FROM rating_question")


@dataclass(frozen=True)
class RatingQuestion:
    """All that the page of a link tells."""

    first_name: str
    employer: str
    job_title: str | None


async def read_rating_question(session: AsyncSession) -> RatingQuestion:
    """Read what the link at hand asks about."""
    row = (await session.execute(QUESTION)).one()
    return RatingQuestion(row.first_name, row.employer, row.job_title)
