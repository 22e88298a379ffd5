"""What a metric counts (`app.rules.counted`), as SQL: a column per set beside each placement, true, false or null.

Plain paid work needs none, and its parts of the statement carry no suffix. Every other set has a suffix of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from app.outcomes.facts_sql import facts, listed
from app.rules.code_lists import Contract, SpellKind
from app.rules.counted import PLAIN_PAID_WORK, Counted
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Question

ANSWERS_ABOUT_WORK = {
    Question.IN_WORK: "in_work",
    Question.IN_WORK_WITHOUT_INTERRUPTION: "in_work_without_interruption",
    Question.WITH_SAME_EMPLOYER: "with_same_employer",
}
"""The questions for which it matters how far work is proven, and where their answers stand."""

BIT_OF_KIND = {kind: 1 << number for number, kind in enumerate(SpellKind)}


def suffix(counted: Counted) -> str:
    """What tells the parts of a statement about this set from those about another; nothing for plain paid work."""
    if counted == PLAIN_PAID_WORK:
        return ""
    hours = f"_{counted.minimum_hours}h" if counted.minimum_hours else ""
    months = f"_{counted.minimum_contract_months}m" if counted.minimum_contract_months else ""
    return f"_k{sum(BIT_OF_KIND[kind] for kind in counted.kinds):x}{hours}{months}"


def other_sets(metrics: Iterable[Metric]) -> list[Counted]:
    """Every set that is counted beside plain paid work, in order of first use."""
    return _without_plain(metric.counted for metric in metrics)


def other_sets_weighed(metrics: Iterable[Metric]) -> list[Counted]:
    """Every set of paid work beside plain paid work of which it matters how far it is proven."""
    return _without_plain(weighed_as(metric) for metric in metrics if metric.question in ANSWERS_ABOUT_WORK)


def _without_plain(sets: Iterable[Counted]) -> list[Counted]:
    return [one for one in dict.fromkeys(sets) if one != PLAIN_PAID_WORK]


def weighed_as(metric: Metric) -> Counted:
    """The paid work that is weighed for a metric; one about other activities looks at all of it."""
    paid = metric.counted.paid
    return paid if paid.kinds and not paid.is_all_paid_work else PLAIN_PAID_WORK


def counted_facts(metrics: Collection[Metric], *, with_stays: bool) -> str:
    """The facts of a report, with beside each placement which sets it counts in, and what is first of each set."""
    return facts_counting(other_sets(metrics), other_sets_weighed(metrics), with_stays=with_stays)


def facts_counting(counted: Iterable[Counted], weighed: Iterable[Counted] = (), *, with_stays: bool = False) -> str:
    """The facts with what counts in each of these sets; those that are only weighed have no first placement."""
    sets = _without_plain(counted)
    columns = "".join(
        f",\n           {_counts(one)} as counts{suffix(one)}" for one in dict.fromkeys((*sets, *weighed))
    )
    kinds = frozenset[SpellKind]().union(*(one.other_kinds for one in sets))
    return facts(columns, kinds, with_stays=with_stays) + "".join(_counted_placements(one) for one in sets)


def _counts(counted: Counted) -> str:
    conditions = [f"kind in ({listed(counted.kinds)})"]
    if counted.minimum_hours:
        conditions.append(f"hours >= {counted.minimum_hours}")
    if counted.minimum_contract_months:
        last = f"cast(starts_on + interval '{counted.minimum_contract_months} months' as date) - 1"
        ended_on = "case when ends_on <= :as_of then ends_on end"
        conditions.append(
            f"case when contract = '{Contract.PERMANENT}' or expected_end_on >= {last} or {ended_on} >= {last} "
            "then true when expected_end_on is not null then false end"
        )
    return "(" + ") and (".join(conditions) + ")"


def _counted_placements(counted: Counted) -> str:
    """The placements of any kind that count or may, and of each trajectory the first."""
    name = suffix(counted)
    columns = f"id, participant_id, trajectory_id, organisation_id, number, starts_on, ends_on, counts{name} as counts"
    others = f"\n    union all\n    select {columns} from activity where counts{name} is not false"
    return f""",
counted_placement{name} as (
    select {columns} from spell where counts{name} is not false{others if counted.other_kinds else ""}
),
first_placement{name} as (
    select distinct on (trajectory_id) *
    from counted_placement{name}
    order by trajectory_id, starts_on, number collate "C", id
)"""
