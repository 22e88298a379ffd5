"""The facts behind what only the team asks, beside those of any metric, as SQL for the people behind a number."""

from __future__ import annotations

from dataclasses import dataclass

from app.outcomes.counted_sql import suffix
from app.outcomes.facts_sql import KNOWN
from app.outcomes.social_assistance_sql import said_near
from app.outcomes.standard_sql import BEFORE
from app.outcomes.step_up_sql import CONTRACT, STEPS, skill_level
from app.outcomes.target_sql import target_day, target_name
from app.rules.exit_outcomes import ABOUT_EXIT
from app.rules.job_quality import ABOUT_JOB_QUALITY
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Question
from app.rules.standard_outcomes import OF_A_STAY

OWN = "trajectory_in_scope.id"

FIRST_JOB = f"""json_build_object('contract', {CONTRACT}, 'hours', first_placement.hours,
               'skill_level', {skill_level("first_placement.occupation")})"""
STAY = """json_build_object('first_entry', first_entry, 'last_exit', last_exit, 'came_back', came_back,
               'left_to', case when last_exit is not null then left_to end)"""
ENDING = f"""left join (
    select id, end_outcome as outcome, end_reason as reason, phase, destination, ladder_start, ladder_end
    from trajectory_history where {KNOWN}
) as ending on ending.id = {OWN} and trajectory_in_scope.ended_on is not null"""
HOW_IT_ENDED = """case when ending.id is not null then json_build_object('on', trajectory_in_scope.ended_on,
               'outcome', ending.outcome, 'reason', ending.reason, 'phase', ending.phase,
               'destination', ending.destination, 'ladder_start', ending.ladder_start,
               'ladder_end', ending.ladder_end) end"""


@dataclass(frozen=True)
class Fact:
    """One field of `app.rules.state_facts.StateFacts`: the expression of its JSON and the join that it needs."""

    name: str
    expression: str
    join: str = ""


def deciding_facts(metric: Metric) -> list[Fact]:
    """What the question of one metric asks for, over `trajectory_in_scope` and its first placement."""
    question = metric.question
    facts = [Fact("stay", STAY)] if metric.index in OF_A_STAY else []
    if question in ABOUT_JOB_QUALITY:
        facts.append(Fact("first_job", FIRST_JOB))
    if question in STEPS:
        facts.append(_main_job("job_then", target_name(metric)))
    if question is Question.WORK_IMPROVED:
        facts.append(_main_job("job_before", BEFORE))
    if question in ABOUT_EXIT:
        facts.append(Fact("ending", HOW_IT_ENDED, ENDING))
    if question is Question.WITHIN_CONTACT_NORM:
        talk = "json_build_object('on', guidance_then.spoken_on, 'norm_days', guidance_then.norm_days)"
        facts.append(Fact("last_talk", talk, _of_trajectory("guidance_then")))
    if question is Question.WORKED_IN_LAST_QUARTER:
        facts.append(Fact("worked_on", "worked.worked_on", _worked(metric)))
    if question is Question.STUDYING_ON_LEAVING:
        facts.append(Fact("studied_from", "study_on_leaving.studied_from", _of_trajectory("study_on_leaving")))
    if question is Question.QUALIFIED_ON_LEAVING:
        facts.append(Fact("result_on", "official_result.first_result_on", _of_trajectory("official_result")))
    if question is Question.OFF_SOCIAL_ASSISTANCE:
        near = said_near(metric)
        facts.append(Fact("assistance_said_on", f"{near}.said_on", _of_trajectory(near)))
    return facts


def _of_trajectory(name: str) -> str:
    return f"left join {name} on {name}.trajectory_id = {OWN}"


def _main_job(name: str, target: str) -> Fact:
    """The main job on a target date, where one is proven."""
    job = f"""case when {name}.trajectory_id is not null then json_build_object('contract', {name}.contract,
               'hours', {name}.hours, 'skill_level', {name}.skill_level) end"""
    join = f"left join main_job as {name} on {name}.trajectory_id = {OWN} and {name}.target = '{target}'"
    return Fact(name, job, join)


def _worked(metric: Metric) -> str:
    """The last day before the target date on which work that counts is proven."""
    return f"""left join lateral (
    select max(least(work.proven_until, {target_day(metric)} - 1)) as worked_on
    from proven_spell as work
    where work.participant_id = trajectory_in_scope.participant_id and work.counts{suffix(metric.counted)}
      and work.starts_on < {target_day(metric)}
) as worked on true"""
