"""The rules `app.rules.step_up` and `app.rules.job_quality`, as SQL: what a job is like, and whether it got better."""

from __future__ import annotations

from collections.abc import Sequence

from app.outcomes.facts_sql import listed
from app.outcomes.target_sql import target_name
from app.rules.code_lists import Contract
from app.rules.job_match import HOURS_THAT_STILL_MATCH
from app.rules.job_quality import CONTRACT_OF_KIND, CONTRACTS, HOURS
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Index, Question
from app.rules.step_up import FULL_HOURS, PRECARIOUS, SKILL_LEVEL

SKILL_LEVELS = " ".join(f"when '{group}' then {level}" for group, level in SKILL_LEVEL.items())
CONTRACT = (
    "coalesce(first_placement.contract, case first_placement.kind "
    + " ".join(f"when '{kind}' then '{contract}'" for kind, contract in CONTRACT_OF_KIND.items())
    + " end)"
)
STEPS = frozenset({Question.WORK_IMPROVED, Question.STEPPED_UP})
FULL = f"coalesce(profile.wished_hours - {HOURS_THAT_STILL_MATCH}, {FULL_HOURS})"


def skill_level(occupation: str) -> str:
    """The skill level of an ISCO-08 code, or null."""
    return f"case left({occupation}, 1) {SKILL_LEVELS} end"


def is_step_up(before: str, after: str) -> str:
    """Whether a job is a step up from another, over two rows with contract, hours and skill_level, and a profile."""
    return f"""(case when {before}.contract is not null and {after}.contract is not null
               then {before}.contract in ({listed(PRECARIOUS)}) and {after}.contract = '{Contract.PERMANENT}'
           end
           or case when {before}.hours is not null and {after}.hours is not null
               then {before}.hours < {FULL} and {after}.hours >= {FULL}
           end
           or {before}.skill_level < {after}.skill_level)"""


def step_up_parts(metrics: Sequence[Metric]) -> str:
    """The main jobs on the target dates that steps up are asked of, and who stepped up since the first job."""
    since = [target_name(metric) for metric in metrics if metric.question is Question.STEPPED_UP]
    days = [f"{Index.BEFORE_FIRST_ENTRY}_0", *(target_name(metric) for metric in metrics if metric.question in STEPS)]
    return (_main_jobs(days) if len(days) > 1 else "") + "".join(_since_first_job(target) for target in since[:1])


def _main_jobs(targets: Sequence[str]) -> str:
    """Of the jobs that are proven to cover a target date, the one with most hours; then the oldest."""
    return f""",
main_job as (
    select distinct on (target, target.trajectory_id) target, target.trajectory_id, contract, hours,
           {skill_level("occupation")} as skill_level
    from target join proven_spell using (participant_id)
    where target in ({listed(targets)}) and starts_on <= target_day and proven_until >= target_day
    order by target, target.trajectory_id, hours desc nulls last, starts_on, number collate "C", proven_spell.id
)"""


def _since_first_job(target: str) -> str:
    return f""",
step_up as (
    select first_placement.trajectory_id, {is_step_up("first_job", "main_job")} as is_step_up
    from first_placement
    join main_job on main_job.trajectory_id = first_placement.trajectory_id and target = '{target}'
    cross join lateral (
        select first_placement.contract, first_placement.hours,
               {skill_level("first_placement.occupation")} as skill_level
    ) as first_job
    left join profile on profile.participant_id = first_placement.participant_id
)"""


def step_up_joins(metric: Metric) -> dict[str, str]:
    """The joins of one metric, by name."""
    if metric.question is not Question.STEPPED_UP:
        return {}
    name = target_name(metric)
    return {
        "step_up": "left join step_up on step_up.trajectory_id = trajectory_in_scope.id",
        f"life_at_{name}": (
            f"left join in_work_at_target as life_at_{name} "
            f"on life_at_{name}.trajectory_id = trajectory_in_scope.id and life_at_{name}.target = '{name}'"
        ),
    }


def job_quality_answer(metric: Metric) -> str:
    """True, false or null: the answer to a question about the first job, or about the step up since."""
    if metric.question is Question.STEPPED_UP:
        return f"case when not life_at_{target_name(metric)}.in_work then false else step_up.is_step_up end"
    return _about_first_job(metric.question)


def _about_first_job(question: Question) -> str:
    if question in CONTRACTS:
        return f"({CONTRACT} = '{CONTRACTS[question]}')"
    more_than, up_to = HOURS[question]
    return f"(first_placement.hours > {more_than} and first_placement.hours <= {up_to})"
