"""Records a language measurement."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, update

from app.actor import Actor
from app.models import LanguageMeasurement, Trajectory
from app.models.language_measurement import LanguageMeasurementFields
from app.use_cases.audit import audit
from app.use_cases.faults import not_in_future, raise_for
from app.use_cases.load import load


async def record_language_measurement(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, measurement: LanguageMeasurementFields
) -> LanguageMeasurement:
    """Record the level of one skill on one day.

    The same skill, day and instrument again is a correction: it supersedes what was recorded before.
    """
    trajectory = await load(session, Trajectory, trajectory_id)
    raise_for([not_in_future("measured_on", measurement.measured_on, by.today)])
    await session.execute(
        update(LanguageMeasurement)
        .where(
            col(LanguageMeasurement.trajectory_id) == trajectory.id,
            col(LanguageMeasurement.measured_on) == measurement.measured_on,
            col(LanguageMeasurement.skill) == measurement.skill,
            col(LanguageMeasurement.instrument).is_not_distinct_from(measurement.instrument),
            col(LanguageMeasurement.superseded_at).is_(None),
        )
        .values(superseded_at=by.at)
    )
    recorded = LanguageMeasurement(
        **measurement.model_dump(),
        trajectory_id=trajectory.id,
        programme_id=trajectory.programme_id,
        participant_id=trajectory.participant_id,
    )
    session.add(recorded)
    await session.flush()
    await audit(
        session,
        by=by,
        action="record",
        object_type="language_measurement",
        object_id=recorded.id,
        programme_id=trajectory.programme_id,
        changes={"level": (None, recorded.level)},
    )
    return recorded
