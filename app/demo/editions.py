"""Reports that the programme and the municipality keep, and the editions that they published of them."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.database import act_as
from app.demo.setting import PROGRAMME
from app.demo.sign_ins import MUNICIPALITY
from app.models.outcome_report import ReportCreate
from app.outcomes.statement import Dimension
from app.rules.code_lists import ReferenceDay
from app.use_cases.keep_outcome_report import save_report
from app.use_cases.publish_edition import publish_edition

OURS = text("SELECT id FROM programme WHERE name = :name")


@dataclass(frozen=True)
class Plan:
    """A report, and how many days ago each edition of it was published; the first day it was saved as well."""

    report: ReportCreate
    published: tuple[int, ...]


def plans(programme_id: UUID) -> tuple[Plan, ...]:
    """What the made-up programme and its municipality publish."""
    return (
        Plan(
            ReportCreate(
                title="Kwartaalcijfers voor de stuurgroep",
                programme_id=programme_id,
                reference_day=ReferenceDay.LAST_QUARTER,
            ),
            (370, 185),
        ),
        Plan(
            ReportCreate(
                title="Wie vindt werk: vrouwen en mannen, per opleiding",
                programme_id=programme_id,
                group_by=Dimension.GENDER,
                and_by=Dimension.EDUCATION,
                reference_day=ReferenceDay.LAST_QUARTER,
            ),
            (185,),
        ),
        Plan(
            ReportCreate(
                title="Jaarverslag voor de gemeenteraad",
                municipality_code=MUNICIPALITY,
                group_by=Dimension.GENDER,
                reference_day=ReferenceDay.LAST_YEAR,
            ),
            (300,),
        ),
    )


async def publish_editions(session: AsyncSession, *, by: Actor) -> None:
    """Save and publish them, each on its day, from what was known then."""
    programme_id = (await session.execute(OURS, {"name": PROGRAMME})).scalar_one()
    for plan in plans(programme_id):
        saved = None
        for days in plan.published:
            then = replace(by, at=by.at - timedelta(days=days))
            await act_as(session, then)
            saved = saved or await save_report(session, by=then, report=plan.report)
            await publish_edition(session, by=then, report_id=saved.id)
    await act_as(session, by)
