"""The one statement of a report. It depends on the metrics and the grouping only, so that it is built once for each."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import TextClause, text

from app.outcomes.activity_sql import activities
from app.outcomes.counted_evidence_sql import counted_evidence
from app.outcomes.counted_sql import counted_facts
from app.outcomes.counting_sql import WITH_SEVERAL, people_counted
from app.outcomes.dimension_sql import in_group
from app.outcomes.evidence_sql import EVIDENCE
from app.outcomes.fingerprint_sql import AND_NOBODYS_MARKS, SEEN_BESIDE, marks
from app.outcomes.guidance_sql import ABOUT_GUIDANCE, EXITS, GUIDANCE
from app.outcomes.inclusion_sql import ABOUT_PROMISE, PROMISES, SATISFACTION
from app.outcomes.language_sql import ANSWERS_ABOUT_LANGUAGE, LANGUAGE
from app.outcomes.match_sql import ANSWERS_ABOUT_MATCH, MATCH
from app.outcomes.placed_sql import placed
from app.outcomes.selection_sql import CHECKS
from app.outcomes.social_assistance_sql import social_assistance
from app.outcomes.standard_sql import is_of_a_standard, standard_parts, with_work_before
from app.outcomes.state_sql import judged
from app.outcomes.step_up_sql import step_up_parts
from app.outcomes.target_sql import targets
from app.rules.exit_outcomes import ABOUT_EXIT
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Question
from app.rules.outcome_state import OutcomeState
from app.rules.satisfaction import ABOUT_SATISFACTION
from app.rules.selection_outcomes import ABOUT_CHECK


class Dimension(StrEnum):
    """What a report can be grouped by."""

    PROGRAMME_KIND = "programme_kind"
    INTERVENTION_TYPE = "intervention_type"
    PROGRAMME = "programme"
    COHORT = "cohort"
    REGION = "region"
    """The labour-market region of the municipality."""
    MUNICIPALITY = "municipality"
    START_YEAR = "start_year"
    START_QUARTER = "start_quarter"
    SECTOR = "sector"
    EMPLOYER_SIZE = "employer_size"
    """Of the employer of the first paid placement, as the sector."""
    GENDER = "gender"
    AGE_BAND = "age_band"
    EDUCATION = "education"
    RESIDENCE_GROUND = "residence_ground"
    SPEAKING_LEVEL = "speaking_level"
    """The level of speaking at the start."""


TEAM_ONLY = frozenset({Dimension.PROGRAMME_KIND, Dimension.INTERVENTION_TYPE})
"""By these no published report is split: everybody knows of which programmes each group consists."""

Grouping = tuple[Dimension, ...]
"""What the rows of a table are split by; that of the total is empty."""

NUMBERS = ", ".join((*(f"cast({state} as integer) as {state}" for state in OutcomeState), "largest_employer_share"))

PARTS: tuple[tuple[Collection[Question], str], ...] = (
    (ANSWERS_ABOUT_MATCH, MATCH),
    (ABOUT_CHECK, CHECKS),
    (ANSWERS_ABOUT_LANGUAGE, LANGUAGE),
    (ABOUT_SATISFACTION, SATISFACTION),
    (ABOUT_PROMISE, PROMISES),
    (ABOUT_EXIT, EXITS),
    (ABOUT_GUIDANCE, GUIDANCE),
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
    told = (*group_by, *SEEN_BESIDE) if with_marks else group_by
    more, marked = (AND_NOBODYS_MARKS, marks(metrics, group_by)) if with_marks else ("", "")
    counted, rows = [], []
    for number, grouping in enumerate(groupings):
        names = "".join(f", {name}" if name in grouping else f", null as {name}" for name in group_by)
        counted.append(people_counted(metrics, grouping, f"of_grouping_{number}"))
        rows.append(f"select metric, {number} as grouping{names}, {NUMBERS}{more}\nfrom of_grouping_{number}")
    tables, all_rows = ",".join(counted), "\nunion all\n".join(rows)
    return text(f"{judged_set(metrics)},{in_group(told)},{WITH_SEVERAL},{tables}\n{all_rows}{marked}")


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
