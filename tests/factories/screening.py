"""What is known of somebody before the decision, and the decision."""

from typing import Any

from app.models import Circumstance, MotivationInterview, ScreeningDecision, ScreeningTest, Trajectory
from app.rules.code_lists import CircumstanceState, Decision, SupportDomain
from tests.factories.rows import TODAY, Rows


class Screening(Rows):
    """What is known of somebody before the decision, and the decision."""

    async def screening_decision(self, trajectory: Trajectory, **fields: Any) -> ScreeningDecision:
        """An admission, unless said otherwise."""
        return await self.row(
            ScreeningDecision,
            fields,
            **trajectory.fact_keys,
            decision=Decision.ADMITTED,
            decided_on=trajectory.registered_on,
        )

    async def screening_test(self, trajectory: Trajectory, **fields: Any) -> ScreeningTest:
        """Thirty out of forty on a learnability test, today, unless said otherwise."""
        return await self.row(
            ScreeningTest,
            fields,
            **trajectory.fact_keys,
            instrument="Learnability test",
            score=30.0,
            out_of=40.0,
            taken_on=TODAY,
        )

    async def motivation_interview(self, trajectory: Trajectory, **fields: Any) -> MotivationInterview:
        """A four for care, today, unless said otherwise."""
        return await self.row(MotivationInterview, fields, **trajectory.fact_keys, sector="R", score=4, held_on=TODAY)

    async def circumstance(self, trajectory: Trajectory, **fields: Any) -> Circumstance:
        """Housing is fine, assessed today, unless said otherwise."""
        return await self.row(
            Circumstance,
            fields,
            **trajectory.fact_keys,
            domain=SupportDomain.HOUSING,
            state=CircumstanceState.FINE,
            assessed_on=TODAY,
        )
