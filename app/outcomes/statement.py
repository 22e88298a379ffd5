"""The one statement of a report. It depends on the metrics and the grouping only, so that it is built once for each."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import TextClause, text

from app.outcomes.activity_sql import activities
from app.outcomes.counted_evidence_sql import counted_evidence
from app.outcomes.counted_sql import counted_facts
from app.outcomes.evidence_sql import EVIDENCE
from app.outcomes.fingerprint_sql import AND_NOBODYS_MARKS, marks
from app.outcomes.inclusion_sql import ABOUT_PROMISE, PROMISES, SATISFACTION
from app.outcomes.language_sql import ANSWERS_ABOUT_LANGUAGE, LANGUAGE
from app.outcomes.match_sql import ANSWERS_ABOUT_MATCH, MATCH
from app.outcomes.placed_sql import placed
from app.outcomes.selection_sql import CHECKS
from app.outcomes.social_assistance_sql import social_assistance
from app.outcomes.speaks_sql import speaks
from app.outcomes.standard_sql import is_of_a_standard, standard_parts, with_work_before
from app.outcomes.state_sql import judged
from app.outcomes.step_up_sql import step_up_parts
from app.outcomes.target_sql import targets
from app.rules.metric_definition import Metric, Question
from app.rules.outcome_state import OutcomeState
from app.rules.satisfaction import ABOUT_SATISFACTION
from app.rules.selection_outcomes import ABOUT_CHECK


class Dimension(StrEnum):
    """What a report can be grouped by."""

    PROGRAMME = "programme"
    COHORT = "cohort"
    REGION = "region"
    """The labour-market region of the municipality."""
    MUNICIPALITY = "municipality"
    GENDER = "gender"


Grouping = tuple[Dimension, ...]
"""What the rows of a table are split by; that of the total is empty."""

DUE = " + ".join(
    (OutcomeState.YES, OutcomeState.NO, OutcomeState.UNANSWERED, OutcomeState.UNREACHABLE, OutcomeState.REFUSED)
)
PEOPLE_PER_STATE = ", ".join(f"count(*) filter (where state = '{state}') as {state}" for state in OutcomeState)
TOTAL_PER_STATE = ", ".join(f"cast(sum({state}) as integer) as {state}" for state in OutcomeState)

IN_GROUP = """
in_group as (
    select judged.*, programme_then.name as programme, cohort_then.name as cohort, gender,
           municipality.labour_market_region as region
    from judged
    left join programme_then on programme_then.programme_id = judged.programme_id
    left join cohort_then on cohort_then.cohort_id = judged.cohort_id
    left join profile on profile.participant_id = judged.participant_id
    left join municipality on municipality.code = judged.municipality
)"""
FIRST_OF_PERSON = 'order by registered_on, number collate "C", id'
"""Of the trajectories that can speak for a person in a group, the first one does."""

PARTS: tuple[tuple[Collection[Question], str], ...] = (
    (ANSWERS_ABOUT_MATCH, MATCH),
    (ABOUT_CHECK, CHECKS),
    (ANSWERS_ABOUT_LANGUAGE, LANGUAGE),
    (ABOUT_SATISFACTION, SATISFACTION),
    (ABOUT_PROMISE, PROMISES),
)
"""What is only worked out when one of these questions is asked."""


@lru_cache(maxsize=64)
def states_statement(metrics: tuple[Metric, ...]) -> TextClause:
    """Every trajectory in scope with its state for each metric, in a column of the metric's code; null: not in it."""
    codes = ", ".join(metric.code for metric in metrics)
    return text(f"{judged_set(metrics)}\nselect id as trajectory_id, participant_id, {codes} from judged")


@lru_cache(maxsize=64)
def counts_statement(
    metrics: tuple[Metric, ...], groupings: tuple[Grouping, ...], *, with_marks: bool = False
) -> TextClause:
    """How many persons of each group are in each state, for each metric and grouping; the empty one is the total.

    A row has `metric`, the number of its `grouping`, a column per dimension, a column per state, and
    `largest_employer_share`: of the due people with an employer, the share at the one employer with most of them. With
    marks there is one more row, of no metric, with what the people of the report leave in its fingerprint.
    """
    group_by = tuple(dict.fromkeys(dimension for grouping in groupings for dimension in grouping))
    branches = "\n    union all\n".join(
        _persons(metrics, group_by, number, grouping) for number, grouping in enumerate(groupings)
    )
    keys = ", ".join(("metric", "grouping", *group_by))
    more, marked = (AND_NOBODYS_MARKS, marks(metrics, group_by)) if with_marks else ("", "")
    return text(f"""{judged_set(metrics)},{IN_GROUP},
person_in_group as (
{branches}
),
at_employer as (
    select {keys}, employer_id, {PEOPLE_PER_STATE}
    from person_in_group
    group by {keys}, employer_id
)
select {keys}, {TOTAL_PER_STATE},
       cast(max({DUE}) filter (where employer_id is not null) as float)
           / nullif(sum({DUE}) filter (where employer_id is not null), 0) as largest_employer_share{more}
from at_employer
group by {keys}{marked}""")


def _persons(
    metrics: tuple[Metric, ...], group_by: tuple[Dimension, ...], number: int, grouping: tuple[Dimension, ...]
) -> str:
    """Per metric one row for each person in each group: the person's first trajectory in it speaks."""
    names = "".join(f", {name}" if name in grouping else f", null as {name}" for name in group_by)
    speakers, answers = speaking(metrics, grouping)
    return f"""    select metric, {number} as grouping{names}, employer_id, state
    from (select *, {speakers} from in_group) as trajectory
    cross join lateral (values {answers}) as answer (metric, state, speaks)
    where speaks"""


def speaking(metrics: tuple[Metric, ...], grouping: tuple[Dimension, ...]) -> tuple[str, str]:
    """Who speaks for a person, as columns of a trajectory; and per metric its code, the state and whether it speaks."""
    numbers = {condition: number for number, condition in enumerate(dict.fromkeys(map(speaks, metrics)))}
    speakers = ", ".join(
        f"({condition}) and row_number() over (partition by {', '.join((*grouping, 'participant_id'))}, {condition} "
        f"{FIRST_OF_PERSON}) = 1 as speaks_{number}"
        for condition, number in numbers.items()
    )
    answers = ", ".join(f"('{metric.code}', {metric.code}, speaks_{numbers[speaks(metric)]})" for metric in metrics)
    return speakers, answers


def judged_set(metrics: tuple[Metric, ...]) -> str:
    """Everything up to the CTE `judged`, to which a statement adds what it reads from it."""
    asked = {metric.question for metric in metrics}
    parts = "".join(part for questions, part in PARTS if not asked.isdisjoint(questions))
    with_stays = any(is_of_a_standard(metric) for metric in metrics)
    return (
        f"with{counted_facts(metrics, with_stays=with_stays)},{EVIDENCE}{counted_evidence(metrics)}"
        f"{targets(with_work_before(metrics))}{activities(metrics)}{placed(metrics)}"
        f"{parts}{social_assistance(metrics)}{step_up_parts(metrics)}{standard_parts(metrics)}{judged(metrics)}"
    )
