"""The marks that the people of a report leave in its fingerprint (see `app.rules.differencing`), as SQL.

They ride along in the statement of the report, so that nobody is judged twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.outcomes.dimension_sql import NAMED_BY
from app.rules.differencing import MARK_SIZE
from app.rules.metric_definition import Metric
from app.rules.outcome_state import OutcomeState

AND_NOBODYS_MARKS = ", cast(null as bigint[]) as marks"
"""The column in the rows that hold counts."""

BOX = "cast(cast('x' || right(cast(participant_id as text), 3) as bit(12)) as integer)"

SEEN_BESIDE = tuple(name for name in NAMED_BY if name not in {"programme", "cohort"})
"""What a mark is made of that the trajectory does not tell: whatever somebody can be grouped by."""


def sum_of_marks(seen: str) -> str:
    """The marks that rows leave, added up; `seen` are the columns of which a mark is made."""
    one = f"cast(cast('x' || left(md5(cast(row({seen}) as text)), 8) as bit(32)) as bigint)"
    return f"cast(sum({one}) % {MARK_SIZE} as bigint)"


PERSON_AND_GROUPS = ("participant_id", "programme_id", "cohort_id", "municipality", *SEEN_BESIDE)


def marks(metrics: Sequence[Metric], group_by: Sequence[str]) -> str:
    """One more row, of the metric '': per box its number, the sum of the marks and how many people are in it.

    The programme's own metrics follow, each with the sum of its own marks, as it is remembered apart.
    """
    nothing = ", ".join((*("null" for _ in group_by), *("0" for _ in OutcomeState), "null"))
    own = [metric.code for metric in metrics if metric.is_own]
    registry = [metric.code for metric in metrics if not metric.is_own]
    own_marks = "".join(f",\n           {sum_of_marks(seen_of([code]))} as mark_of_{code}" for code in own)
    seen_in_box = ", ".join(("box", "mark", "people", *(f"mark_of_{code}" for code in own)))
    return f"""
union all
select '', 0, {nothing}, array_agg(array[{seen_in_box}])
from (
    select {BOX} as box,
           {sum_of_marks(seen_of(registry))} as mark,
           count(distinct participant_id) as people{own_marks}
    from in_group
    group by box
) as marked"""


def seen_of(codes: Sequence[str]) -> str:
    """What a person is seen as: who it is, the groups, and the states for these metrics."""
    return ", ".join((*PERSON_AND_GROUPS, *codes))
