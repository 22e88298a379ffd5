"""The figures that a programme holds its results against, from the design of its evaluation."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.programme_design import Evaluation
from app.rules.reference_comparison import Reference, is_comparison_group

EVALUATION = text("SELECT evaluation FROM programme WHERE id = :programme")


@dataclass(frozen=True)
class References:
    """The figures that are shares and of which a metric of ours counts the same; and whether they are more than that.

    `by_design` when the evaluation compares with a group that shows what would have happened otherwise.
    """

    figures: tuple[Reference, ...] = ()
    by_design: bool = False


async def read_references(session: AsyncSession, programme: UUID) -> References:
    """What the evaluation of a programme holds its results against; nothing where nothing is entered."""
    kept = await session.scalar(EVALUATION, {"programme": programme})
    if not kept:
        return References()
    evaluation = Evaluation.model_validate(kept)
    figures = tuple(
        Reference(
            metric=figure.metric,
            what=figure.what,
            share=figure.value / 100,
            people=figure.people,
            year=figure.year,
            source=figure.source,
        )
        for figure in evaluation.reference_figures
        if figure.metric and figure.unit == "%" and 0 <= figure.value <= 100
    )
    return References(figures, is_comparison_group(evaluation.maryland_level, evaluation.comparison))
