"""Corrects a language measurement: a new one supersedes it, and both stay."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import Conflict
from app.models import LanguageMeasurement
from app.models.language_measurement import LanguageMeasurementFields
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import not_in_future, raise_for
from app.use_cases.load import load


async def correct_language_measurement(
    session: AsyncSession, *, by: Actor, measurement_id: UUID, measurement: LanguageMeasurementFields
) -> LanguageMeasurement:
    """Put a corrected measurement in the place of an earlier one.

    Raises Conflict when the earlier one has been corrected already: then the later one is the one to correct.
    """
    wrong = await load(session, LanguageMeasurement, measurement_id)
    await session.refresh(wrong, with_for_update=True)
    if wrong.superseded_at is not None:
        raise Conflict(Sentence("This has been corrected already. Look at the later one first."))
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
        changes={
            name: (getattr(wrong, name), getattr(corrected, name))
            for name in LanguageMeasurementFields.model_fields
            if getattr(wrong, name) != getattr(corrected, name)
        },
    )
    return corrected
