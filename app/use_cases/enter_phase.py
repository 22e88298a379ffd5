"""Moves somebody to a phase of the programme."""

from datetime import date
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Programme, Trajectory, TrajectoryEvent
from app.models.base import Shape
from app.models.programme import Phase
from app.rules.guided_states import GUIDED
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import fault, not_before, not_in_future, raise_for
from app.use_cases.load import load, load_to_change

ENTER_PHASE = "enter_phase"
"""The step by which a phase begins; the state stays what it was."""


class PhaseEntered(Shape):
    """A phase by its name, and the day on which it began for somebody."""

    phase: str = Field(min_length=1, max_length=100)
    phase_since: date


async def enter_phase(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, version: int, entered: PhaseEntered
) -> Trajectory:
    """Let a phase begin; the norm of contact follows. Raises InvalidInput with a sentence per field."""
    trajectory = await load_to_change(session, Trajectory, trajectory_id, version)
    programme = await load(session, Programme, trajectory.programme_id)
    names = {Phase.model_validate(phase).name for phase in programme.phases}
    raise_for(
        [
            None if entered.phase in names else fault("phase", "unknown", Sentence("The programme has no such phase.")),
            None if trajectory.state in GUIDED else fault("phase", "not-allowed", NOT_GUIDED),
            fault("phase", "unchanged", ALREADY) if trajectory.phase == entered.phase else None,
            not_in_future("phase_since", entered.phase_since, by.today),
            not_before("phase_since", entered.phase_since, _earliest(trajectory)),
        ]
    )
    before = (trajectory.phase, trajectory.phase_since)
    trajectory.phase, trajectory.phase_since = entered.phase, entered.phase_since
    session.add(
        TrajectoryEvent(
            **trajectory.fact_keys,
            step=ENTER_PHASE,
            from_state=trajectory.state,
            to_state=trajectory.state,
            on_date=entered.phase_since,
            phase=entered.phase,
        )
    )
    await session.flush()
    await audit(
        session,
        by=by,
        action=ENTER_PHASE,
        object_type="trajectory",
        object_id=trajectory.id,
        programme_id=trajectory.programme_id,
        changes={"phase": (before[0], entered.phase), "phase_since": (before[1], entered.phase_since)},
    )
    return trajectory


NOT_GUIDED = Sentence("Phases are for who has been admitted and has not left.")
ALREADY = Sentence("This person is in this phase already.")


def _earliest(trajectory: Trajectory) -> date:
    """Find the first day on which a phase can begin: the start, or the day of the phase before it."""
    return trajectory.phase_since or trajectory.started_on or trajectory.registered_on
