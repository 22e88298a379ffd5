"""What the made-up programme wants to know besides: metrics of its own, one of them sharpened later."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.database import act_as
from app.demo.setting import PROGRAMME
from app.models.own_metric import OwnMetricCreate, OwnMetricUpdate
from app.rules.metric_parts import Index, Population, Question, ShownAs, UnknownPolicy
from app.use_cases.keep_own_metric import add_own_metric, change_own_metric

OURS = text("SELECT id FROM programme WHERE name = :name")
ADDED, SHARPENED = timedelta(days=380), timedelta(days=250)


async def add_own_metrics(session: AsyncSession, *, by: Actor) -> None:
    """Add them before the first edition is published, and change one between the first and the second."""
    programme = (await session.execute(OURS, {"name": PROGRAMME})).scalar_one()
    placed = OwnMetricCreate(
        programme_id=programme,
        title="Geplaatst binnen 8 maanden",
        title_en="Placed within 8 months",
        horizon_months=8,
        question=Question.PLACED_SINCE_INDEX,
        unknown_policy=UnknownPolicy.COUNTS_AS_NO,
    )
    nine_months_later = OwnMetricCreate(
        programme_id=programme,
        title="Aan het werk negen maanden na de eerste baan",
        title_en="At work nine months after the first job",
        population=Population.PLACED,
        index=Index.FIRST_PLACEMENT,
        horizon_months=9,
    )
    speaking = OwnMetricCreate(
        programme_id=programme,
        title="Spreken een niveau hoger na een half jaar",
        title_en="A level higher in speaking after half a year",
        horizon_months=6,
        question=Question.GAINED_SPEAKING,
        team_only=True,
    )
    wait = OwnMetricCreate(
        programme_id=programme,
        title="Tijd tot werk van minstens 24 uur",
        title_en="Time to work of at least 24 hours",
        horizon_months=24,
        question=Question.PLACED_SINCE_INDEX,
        minimum_hours=24,
        shown_as=ShownAs.CURVE,
        team_only=True,
    )
    after_the_end = OwnMetricCreate(
        programme_id=programme,
        title="Aan het werk na het einde van het traject",
        title_en="At work after the end of the trajectory",
        index=Index.END,
        shown_as=ShownAs.EACH_MONTH,
        team_only=True,
    )
    then = replace(by, at=by.at - ADDED)
    await act_as(session, then)
    added = (placed, nine_months_later, speaking, wait, after_the_end)
    first, *_ = [await add_own_metric(session, by=then, metric=one) for one in added]
    later = replace(by, at=by.at - SHARPENED)
    await act_as(session, later)
    sharpened = OwnMetricUpdate(title="Geplaatst binnen 9 maanden", title_en="Placed within 9 months", horizon_months=9)
    await change_own_metric(session, by=later, metric_id=first.id, version=first.version, change=sharpened)
    await act_as(session, by)
