"""The marks that the people of a report leave in its fingerprint (see `app.rules.differencing`), as SQL.

They ride along in the statement of the report, so that nobody is judged twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.rules.differencing import MARK_SIZE
from app.rules.metric_definition import Metric
from app.rules.outcome_state import OutcomeState

AND_NOBODYS_MARKS = ", cast(null as bigint[]) as marks"
"""The column in the rows that hold counts."""

BOX = "cast(cast('x' || right(cast(participant_id as text), 3) as bit(12)) as integer)"


def sum_of_marks(seen: str) -> str:
    """The marks that rows leave, added up; `seen` are the columns of which a mark is made."""
    one = f"cast(cast('x' || left(md5(cast(row({seen}) as text)), 8) as bit(32)) as bigint)"
    return f"cast(sum({one}) % {MARK_SIZE} as bigint)"


def marks(metrics: Sequence[Metric], group_by: Sequence[str]) -> str:
    """One more row, of the metric '': per box its number, the sum of the marks and how many people are in it."""
    seen = ", ".join(
        ("participant_id", "programme_id", "cohort_id", "municipality", "gender", *(metric.code for metric in metrics))
    )
    nothing = ", ".join((*("null" for _ in group_by), *("0" for _ in OutcomeState), "null"))
    return f"""
union all
select '', true, {nothing}, array_agg(array[box, mark, people])
from (
    select {BOX} as box,
           {sum_of_marks(seen)} as mark,
           count(distinct participant_id) as people
    from in_group
    group by box
) as marked"""
