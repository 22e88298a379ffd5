"""The rules of `app.rules.selection_outcomes`, as SQL: answers about a registration and the check beside a decision."""

from __future__ import annotations

from app.rules.metric_parts import Question
from app.rules.selection_outcomes import ABOUT_CHECK, ADMITTING, ENDS_WITHOUT_ADMISSION

ADMITTING_LIST = ", ".join(f"'{decision}'" for decision in sorted(ADMITTING))
ADMITTED = f"(trajectory_in_scope.started_on is not null or coalesce(decision in ({ADMITTING_LIST}), false))"

FROM_CHECK = {
    Question.CHECK_NOT_MET: "nullif(check_verdict, 'unknown') = 'not_met'",
    Question.CHECK_MET: "nullif(check_verdict, 'unknown') = 'met'",
    Question.OVER_QUALIFIED: "over_qualified",
}


def _exists(kind: str, surpassed: str) -> str:
    """Whether the stored check has a requirement of a kind that was, was not, or may have been surpassed."""
    path = f'$.** ? (@.requirement.kind == "{kind}" && @.surpassed == {surpassed})'
    return f"jsonb_path_exists(check_result, '{path}')"


OVER_QUALIFIED = f"""case
               when {_exists("education", "true")}
                   or ({_exists("language_level", "true")} and not {_exists("language_level", "false")}) then true
               when {_exists("education", "null")}
                   or ({_exists("language_level", "null")} and not {_exists("language_level", "false")}) then null
               when {_exists("education", "false")} or {_exists("language_level", "false")} then false
           end"""
"""The rule of `app.rules.over_qualification`, over a check as it was stored."""

CHECKS = f""",
check_at_decision as (
    select distinct on (trajectory_id, admits) trajectory_id, decision in ({ADMITTING_LIST}) as admits, check_verdict,
           {OVER_QUALIFIED} as over_qualified
    from screening_decision
    where decision in ({ADMITTING_LIST}, 'declined') and decided_on <= :as_of and recorded_at <= :known_at
      and trajectory_id in (select id from trajectory_in_scope)
    order by trajectory_id, admits, decided_on desc, recorded_at desc, id
)"""
"""The check beside the last admission, and beside the last decision to decline, of each trajectory."""

JOIN_CHECK = (
    f"left join check_at_decision on check_at_decision.trajectory_id = trajectory_in_scope.id and admits = {ADMITTED}"
)


def selection_answer(question: Question) -> str:
    """The answer to a question about the selection of somebody on whom has been decided."""
    if question is Question.SCREENED:
        return (
            "case when screened_on is not null then true "
            "when trajectory_in_scope.started_on is null and decision = 'withdrawn' then false end"
        )
    if question in ABOUT_CHECK:
        return f"({FROM_CHECK[question]})"
    if question in ENDS_WITHOUT_ADMISSION:
        return f"(not {ADMITTED} and decision = '{ENDS_WITHOUT_ADMISSION[question]}')"
    return ADMITTED
