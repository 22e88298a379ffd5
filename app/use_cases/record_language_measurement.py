"""Records language measurements: one skill, or several that were measured together."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, update

from app.actor import Actor
from app.models import AuditEvent, LanguageMeasurement, Trajectory
from app.models.language_measurement import LanguageMeasurementFields, MeasuredOn
from app.rules.code_lists import LanguageLevel, LanguageSkill
from app.rules.sentence import Sentence
from app.use_cases.audit import audit_row
from app.use_cases.faults import fault, not_in_future, raise_for
from app.use_cases.load import load


class LanguageMeasured(MeasuredOn):
    """The levels of the skills that were measured on one day, with one instrument; None is not measured."""

    listening: LanguageLevel | None = None
    reading: LanguageLevel | None = None
    speaking: LanguageLevel | None = None
    writing: LanguageLevel | None = None
    conversation: LanguageLevel | None = None

    def levels(self) -> dict[LanguageSkill, LanguageLevel]:
        """The level of each skill that was measured."""
        return {skill: level for skill in LanguageSkill if (level := getattr(self, skill.value)) is not None}


async def record_language_measurements(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, measured: LanguageMeasured
) -> Sequence[LanguageMeasurement]:
    """Record the levels of all skills that were measured together, at least one."""
    if not measured.levels():
        raise_for([fault("speaking", "missing", Sentence("Choose a level for at least one skill."))])
    shared = measured.model_dump(include=set(MeasuredOn.model_fields))
    each = [LanguageMeasurementFields(**shared, skill=skill, level=level) for skill, level in measured.levels().items()]
    return await _record(session, by, trajectory_id, each)


async def record_language_measurement(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, measurement: LanguageMeasurementFields
) -> LanguageMeasurement:
    """Record the level of one skill on one day."""
    (recorded,) = await _record(session, by, trajectory_id, [measurement])
    return recorded


async def _record(
    session: AsyncSession, by: Actor, trajectory_id: UUID, measurements: Sequence[LanguageMeasurementFields]
) -> Sequence[LanguageMeasurement]:
    """Record measurements of one day and instrument.

    The same skill, day and instrument again is a correction: it supersedes what was recorded before.
    """
    trajectory = await load(session, Trajectory, trajectory_id)
    first = measurements[0]
    raise_for([not_in_future("measured_on", first.measured_on, by.today)])
    await session.execute(
        update(LanguageMeasurement)
        .where(
            col(LanguageMeasurement.trajectory_id) == trajectory.id,
            col(LanguageMeasurement.measured_on) == first.measured_on,
            col(LanguageMeasurement.skill).in_([one.skill for one in measurements]),
            col(LanguageMeasurement.instrument).is_not_distinct_from(first.instrument),
            col(LanguageMeasurement.superseded_at).is_(None),
        )
        .values(superseded_at=by.at)
    )
    recorded = [LanguageMeasurement(**one.model_dump(), **trajectory.fact_keys) for one in measurements]
    session.add_all(recorded)
    await session.flush()
    await session.execute(
        insert(AuditEvent),
        [
            audit_row(
                by,
                "record",
                "language_measurement",
                one.id,
                trajectory.programme_id,
                changes={"skill": (None, one.skill), "level": (None, one.level)},
            )
            for one in recorded
        ],
    )
    return recorded
