"""Work, what is said of it, and what is arranged there."""

from datetime import date
from typing import Any

from app.models import EmployerContact, Observation, Organisation, Placement, Programme, Trajectory, WorkplaceSupport
from app.rules.code_lists import EvidenceSource, SpellKind, WorkplaceSupportKind, WorkplaceSupportState
from tests.factories.programmes import Programmes
from tests.factories.rows import TODAY


class Work(Programmes):
    """Work, what is said of it, and what is arranged there."""

    async def placement(
        self, trajectory: Trajectory, organisation: Organisation | None = None, **fields: Any
    ) -> Placement:
        """A regular job that started on 2 February 2026, unless said otherwise."""
        employer = organisation or await self.organisation()
        return await self.row(
            Placement,
            fields,
            **trajectory.fact_keys,
            number=self.number("P"),
            organisation_id=employer.id,
            kind=SpellKind.REGULAR_JOB,
            starts_on=date(2026, 2, 2),
        )

    async def observation(
        self, trajectory: Trajectory, placement: Placement | None = None, **fields: Any
    ) -> Observation:
        """A participant who says today to be in paid work, unless said otherwise."""
        return await self.row(
            Observation,
            fields,
            **trajectory.fact_keys,
            placement_id=placement.id if placement else None,
            observed_on=TODAY,
            in_paid_work=True,
            source=EvidenceSource.PARTICIPANT,
        )

    async def workplace_support(self, placement: Placement, **fields: Any) -> WorkplaceSupport:
        """A buddy who is there, unless said otherwise."""
        return await self.row(
            WorkplaceSupport,
            fields,
            **placement.fact_keys,
            placement_id=placement.id,
            kind=WorkplaceSupportKind.BUDDY,
            state=WorkplaceSupportState.GIVEN,
        )

    async def employer_contact(self, programme: Programme, employer: Organisation, **fields: Any) -> EmployerContact:
        """A contact person with an e-mail address of their own, unless said otherwise."""
        return await self.row(
            EmployerContact,
            fields,
            programme_id=programme.id,
            organisation_id=employer.id,
            email=f"{self.number('werkgever')}@example.org".lower(),
        )
