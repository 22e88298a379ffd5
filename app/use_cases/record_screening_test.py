"""Records what a candidate scored on a test."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, update

from app.actor import Actor
from app.errors import FieldError
from app.models import ScreeningTest, Trajectory
from app.models.screening_test import ScreeningTestFields
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import fault, not_in_future, raise_for
from app.use_cases.load import load


async def record_screening_test(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, test: ScreeningTestFields
) -> ScreeningTest:
    """Record a score. The same test on the same day again is a correction: it supersedes what was recorded before.

    A test may be older than the registration: the municipality may have taken it.
    """
    trajectory = await load(session, Trajectory, trajectory_id)
    raise_for([not_in_future("taken_on", test.taken_on, by.today), _above_the_highest(test)])
    await session.execute(
        update(ScreeningTest)
        .where(
            col(ScreeningTest.trajectory_id) == trajectory.id,
            col(ScreeningTest.instrument) == test.instrument,
            col(ScreeningTest.taken_on) == test.taken_on,
            col(ScreeningTest.superseded_at).is_(None),
        )
        .values(superseded_at=by.at)
    )
    recorded = ScreeningTest(**test.model_dump(), **trajectory.fact_keys)
    session.add(recorded)
    await session.flush()
    await audit(
        session,
        by=by,
        action="record",
        object_type="screening_test",
        object_id=recorded.id,
        programme_id=trajectory.programme_id,
    )
    return recorded


def _above_the_highest(test: ScreeningTestFields) -> FieldError | None:
    if test.score <= test.out_of:
        return None
    sentence = Sentence(
        "The score is more than the %(most)s points that somebody can get. Write the score first, then the highest.",
        most=f"{test.out_of:g}",
    )
    return fault("score", "too-large", sentence)
