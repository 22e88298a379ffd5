"""Corrects a language measurement: a new one supersedes it, and both stay."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import LanguageMeasurement
from app.models.language_measurement import LanguageMeasurementFields
from app.use_cases.audit import audit, differences
from app.use_cases.faults import not_in_future, raise_for
from app.use_cases.load import load_to_correct


async def correct_language_measurement(
    session: AsyncSession, *, by: Actor, measurement_id: UUID, measurement: LanguageMeasurementFields
) -> LanguageMeasurement:
    """Put a corrected measurement in the place of an earlier one.

    Raises Conflict when the earlier one has been corrected already: then the later one is the one to correct.
    """
    wrong = await load_to_correct(session, LanguageMeasurement, measurement_id)
    raise_for([not_in_future("measured_on", measurement.measured_on, by.today)])
    wrong.superseded_at = by.at
    corrected = LanguageMeasurement(**measurement.model_dump(), **wrong.fact_keys)
    session.add(corrected)
    await session.flush()
    await audit(
        session,
        by=by,
        action="correct",
        object_type="language_measurement",
        object_id=corrected.id,
        programme_id=wrong.programme_id,
        changes=differences(wrong, corrected, LanguageMeasurementFields.model_fields),
    )
    return corrected
