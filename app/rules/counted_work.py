"""The part of somebody's working life that a metric counts: what surely counts, and what may.

Evidence is weighed over all paid work, because statements are about paid work. What is known of the whole life is then
looked at for what counts: a yes needs work that surely counts, a no needs that nothing which may count is in the way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.rules.counted import Counted, counts
from app.rules.evidence import Evidence, Observation, ProvenSpell, weigh
from app.rules.outcome_facts import Placement


@dataclass(frozen=True)
class CountedWork:
    """What is proven of work that surely counts, of work that may count, and of paid work that does not."""

    sure: Evidence
    possible: Evidence
    elsewhere: tuple[ProvenSpell, ...] = ()

    def in_other_work_on(self, day: date) -> bool:
        """Whether the person is proven to be in work that does not count, while nothing that may count can run."""
        begun = (one.spell for one in self.possible.spells if one.spell.starts_on <= day)
        return all(spell.ends_on and spell.ends_on < day for spell in begun) and any(
            one.spell.starts_on <= day <= one.proven_until for one in self.elsewhere
        )


def placement_counts(counted: Counted, placement: Placement) -> bool | None:
    """Whether a placement counts; None while that is not known."""
    return counts(
        counted,
        kind=placement.kind,
        hours=placement.job.hours,
        contract=placement.contract,
        starts_on=placement.starts_on,
        expected_end_on=placement.expected_end_on,
        ends_on=placement.ends_on,
    )


def counted_work(counted: Counted, paid_work: Iterable[Placement], observations: Iterable[Observation]) -> CountedWork:
    """What is proven of the work that counts, from all paid work and all that was said of it."""
    placements = list(paid_work)
    evidence = weigh(placements, list(observations))
    if counted.is_all_paid_work:
        return CountedWork(evidence, evidence)
    answer = {one.id: placement_counts(counted, one) for one in placements}
    elsewhere = tuple(one for one in evidence.spells if answer[one.spell.id] is False)
    return CountedWork(
        sure=replace(evidence, spells=tuple(one for one in evidence.spells if answer[one.spell.id]), at_work=()),
        possible=replace(
            evidence,
            spells=tuple(one for one in evidence.spells if answer[one.spell.id] is not False),
            at_work=tuple(said for said in evidence.at_work if not _is_about_other_work(said, elsewhere)),
        ),
        elsewhere=elsewhere,
    )


def _is_about_other_work(said: Observation, elsewhere: Iterable[ProvenSpell]) -> bool:
    """It names a placement that does not count; or none at all, and such a placement is proven that day."""
    return any(
        said.about == one.spell.id or (said.about is None and one.spell.starts_on <= said.on <= one.proven_until)
        for one in elsewhere
    )
