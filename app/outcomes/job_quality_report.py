"""What the work is like that people found: one statement, exact, for the team of the programme."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.counting_sql import FIRST_OF_PERSON
from app.outcomes.exact_states import person_state, rows_of_states
from app.outcomes.facts_sql import KNOWN
from app.outcomes.pull import log_pull, refuse_but_coordinator
from app.outcomes.report import ReportRequest, read_without_names
from app.outcomes.statement import judged_set
from app.rules.metrics.job_quality import JOB_QUALITY
from app.rules.outcome_numbers import OutcomeRow

METRICS = tuple(JOB_QUALITY.values())

STATEMENT = text(f"""{judged_set(METRICS)},{person_state(METRICS)},
first_job_of_person as (
    select distinct on (participant_id) hourly_wage
    from judged
    join (
        select trajectory_id, hourly_wage
        from first_placement
        join (select id, hourly_wage from placement_history where {KNOWN}) as paid using (id)
    ) as first_job on first_job.trajectory_id = judged.id
    where started_on is not null
    order by participant_id, {FIRST_OF_PERSON.removeprefix("order by ")}
)
select (select json_agg(person_state) from person_state) as states,
       (
           select json_build_object(
               'people', count(*), 'known', count(hourly_wage),
               'quartiles', percentile_cont(array[0.25, 0.5, 0.75]) within group (order by hourly_wage)
           )
           from first_job_of_person
       ) as wages""")


@dataclass(frozen=True)
class Wages:
    """Gross euros per hour in the first job: of how many it is known, and three quartiles when it is of any."""

    people: int
    known: int
    quartiles: tuple[float, float, float] | None


@dataclass(frozen=True)
class JobQualityReport:
    """The rows of the metrics, and the wages."""

    rows: tuple[OutcomeRow, ...]
    wages: Wages


async def exact_job_quality(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> JobQualityReport:
    """Exact and not for publication, in programmes that the actor coordinates; always in the log."""
    refuse_but_coordinator(by, asked)
    found = (await read_without_names(session, STATEMENT, by, asked))[0]
    await log_pull(session, by, asked, "read exact job quality")
    wages = found["wages"]
    return JobQualityReport(
        rows=rows_of_states(METRICS, found["states"] or (), asked),
        wages=Wages(wages["people"], wages["known"], tuple(wages["quartiles"]) if wages["known"] else None),
    )
