"""The figures that a programme holds its results against, from the design of its evaluation."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.programme_design import Evaluation
from app.rules.reference_comparison import Reference, is_comparison_group

EVALUATION = text("SELECT evaluation FROM programme WHERE id = :programme")


async def read_references(session: AsyncSession, programme: UUID) -> tuple[Reference, ...]:
    """The figures that are shares, and of which a metric of ours counts the same; none where nothing is entered."""
    kept = await session.scalar(EVALUATION, {"programme": programme})
    if not kept:
        return ()
    evaluation = Evaluation.model_validate(kept)
    has_group = is_comparison_group(evaluation.maryland_level, evaluation.comparison)
    return tuple(
        Reference(
            metric=figure.metric,
            what=figure.what,
            share=figure.value / 100,
            people=figure.people,
            year=figure.year,
            source=figure.source,
            by_design=has_group and figure.is_comparison_group,
        )
        for figure in evaluation.reference_figures
        if figure.metric and figure.unit == "%" and 0 <= figure.value <= 100
    )
