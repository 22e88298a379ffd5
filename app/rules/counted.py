"""What a metric counts: which kinds of activity, from how many hours a week, and with how long a contract."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.rules.calendar import add_months
from app.rules.code_lists import PAID_WORK, Contract, SpellKind


@dataclass(frozen=True)
class Counted:
    """A set of kinds, with the least hours a week of one placement and the least months of its contract, if any."""

    kinds: frozenset[SpellKind]
    minimum_hours: int | None = None
    minimum_contract_months: int | None = None

    @property
    def has_minimum(self) -> bool:
        """Whether a placement of a counted kind can still not count."""
        return bool(self.minimum_hours or self.minimum_contract_months)

    @property
    def paid(self) -> Counted:
        """The part that is paid work, about which people make statements."""
        return Counted(self.kinds & PAID_WORK, self.minimum_hours, self.minimum_contract_months)

    @property
    def other_kinds(self) -> frozenset[SpellKind]:
        """The kinds that are not paid work: learning, volunteering, social activity."""
        return self.kinds - PAID_WORK

    @property
    def is_all_paid_work(self) -> bool:
        """Whether the paid part is paid work of every kind, of any hours and any contract."""
        return self.kinds >= PAID_WORK and not self.has_minimum


PLAIN_PAID_WORK = Counted(PAID_WORK)


def counts(
    counted: Counted,
    *,
    kind: SpellKind,
    hours: float | None,
    contract: Contract | None,
    starts_on: date,
    expected_end_on: date | None,
    ends_on: date | None,
) -> bool | None:
    """Whether a placement counts; None while hours or contract are not known well enough to say so."""
    if kind not in counted.kinds:
        return False
    answers = []
    if counted.minimum_hours:
        answers.append(None if hours is None else hours >= counted.minimum_hours)
    if counted.minimum_contract_months:
        last = add_months(starts_on, counted.minimum_contract_months) - timedelta(days=1)
        answers.append(_contract_reaches(last, contract, expected_end_on, ends_on))
    if False in answers:
        return False
    return None if None in answers else True


def _contract_reaches(
    last: date, contract: Contract | None, expected_end_on: date | None, ends_on: date | None
) -> bool | None:
    """A permanent contract does, and one that was to last so long or did; an early end alone says nothing of it."""
    if contract is Contract.PERMANENT or any(day and day >= last for day in (expected_end_on, ends_on)):
        return True
    return False if expected_end_on else None
