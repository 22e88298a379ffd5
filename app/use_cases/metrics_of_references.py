"""Holds figures from elsewhere to the metrics that a programme has."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import OwnMetric
from app.models.programme_design import Evaluation
from app.rules.metrics import METRICS
from app.rules.sentence import Sentence
from app.use_cases.faults import fault, raise_for


async def refuse_foreign_metrics(session: AsyncSession, programme_id: UUID, evaluation: Evaluation | None) -> None:
    """Refuse a figure that is held against an own metric of another programme, or of none. Raises InvalidInput."""
    figures = evaluation.reference_figures if evaluation else []
    asked = {
        place: figure.metric for place, figure in enumerate(figures) if figure.metric and figure.metric not in METRICS
    }
    if not asked:
        return
    ours = await session.scalars(
        select(OwnMetric.code).where(OwnMetric.programme_id == programme_id, col(OwnMetric.code).in_(asked.values()))
    )
    there = set(ours.all())
    sentence = Sentence("There is no such metric. See /v1/metrics.")
    raise_for(
        fault(f"evaluation.reference_figures.{place}.metric", "unknown", sentence)
        for place, code in asked.items()
        if code not in there
    )
