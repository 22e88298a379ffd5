"""The rules of `app.rules.exit_outcomes` and `app.rules.guidance_norm`, as SQL."""

from __future__ import annotations

from app.outcomes.facts_sql import KNOWN, listed
from app.rules.exit_outcomes import ABOUT_EXIT, OUTCOMES
from app.rules.guidance_norm import CAME
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Question

ABOUT_GUIDANCE = frozenset({Question.WITHIN_CONTACT_NORM})

EXITS = f""",
exit_then as (
    select id as trajectory_id, end_outcome, ladder_start, ladder_end from trajectory_history where {KNOWN}
)"""

WAS_TALK = f"(attendance in ({listed(CAME)}) or (attendance is null and group_session_id is null))"

OF_PHASE = """(
            select cast(part ->> '{what}' as numeric)
            from jsonb_array_elements(phases) as part
            where part ->> 'name' = phase and phase_since <= :as_of
            limit 1
        )"""
"""What a programme has for the phase that somebody was in; null outside its phases, or where it has nothing for it."""

GUIDANCE = f""",
talk as (
    select trajectory_id, contacted_on
    from coaching_contact_history
    where {KNOWN} and contacted_on <= :as_of and {WAS_TALK}
),
guidance_then as (
    select own.id as trajectory_id, coach_id, state = 'paused' as is_paused, norms.caseload_norm,
           coalesce({OF_PHASE.format(what="contactNormDays")}, norms.contact_norm_days) as norm_days,
           coalesce({OF_PHASE.format(what="caseloadWeight")}, 1) as weight,
           coalesce(last_talk.spoken_on, own.started_on, own.registered_on) as spoken_on
    from (
        select id, programme_id, coach_id, state, phase, phase_since, started_on, registered_on
        from trajectory_history where {KNOWN}
    ) as own
    join (
        select id as programme_id, phases, contact_norm_days, caseload_norm from programme_history where {KNOWN}
    ) as norms using (programme_id)
    left join (
        select trajectory_id, max(contacted_on) as spoken_on from talk group by trajectory_id
    ) as last_talk on last_talk.trajectory_id = own.id
)"""

IS_GUIDED = "trajectory_in_scope.started_on is not null and trajectory_in_scope.ended_on is null"


def guidance_joins(metric: Metric) -> dict[str, str]:
    """The joins of one metric, by name."""
    joins = {}
    if metric.question in ABOUT_EXIT:
        joins["exit_then"] = "left join exit_then on exit_then.trajectory_id = trajectory_in_scope.id"
    if metric.question in ABOUT_GUIDANCE:
        joins["guidance_then"] = "left join guidance_then on guidance_then.trajectory_id = trajectory_in_scope.id"
    return joins


def guidance_answer(metric: Metric) -> str:
    """True, false or null."""
    if metric.question in OUTCOMES:
        return f"exit_then.end_outcome = '{OUTCOMES[metric.question]}'"
    if metric.question is Question.LADDER_STEP_GAINED:
        return "exit_then.ladder_end > exit_then.ladder_start"
    return "cast(:as_of as date) - guidance_then.spoken_on <= guidance_then.norm_days"
