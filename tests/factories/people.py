"""Participants and their way through a programme."""

from datetime import date
from typing import Any

from app.models import (
    Assignment,
    Participant,
    ParticipantProfile,
    Programme,
    Trajectory,
    TrajectoryEvent,
    TrajectoryMove,
)
from app.rules.code_lists import AssignmentRole, TrajectoryState
from tests.factories.programmes import Programmes


class People(Programmes):
    """Participants and their way through a programme."""

    async def participant(
        self, programme: Programme, profile: dict[str, Any] | None = None, **fields: Any
    ) -> Participant:
        """A participant with a profile; `profile` holds what is known without saying who it is."""
        values: dict[str, Any] = {
            "lead_organisation_id": programme.lead_organisation_id,
            "programme_ids": [programme.id],
            "number": self.number("D"),
            "first_name": "Amina",
            "last_name": "Warsame",
            **fields,
        }
        values["search_name"] = f"{values['first_name']} {values['last_name']}".casefold()
        participant = Participant(**values)
        await self.save(
            participant,
            ParticipantProfile(id=participant.id, programme_ids=[programme.id], **(profile or {})),
        )
        return participant

    async def trajectory(
        self, programme: Programme, participant: Participant | None = None, **fields: Any
    ) -> Trajectory:
        """An active trajectory that started on 5 January 2026, unless said otherwise."""
        person = participant or await self.participant(programme)
        return await self.row(
            Trajectory,
            fields,
            programme_id=programme.id,
            participant_id=person.id,
            number=self.number("T"),
            state=TrajectoryState.ACTIVE,
            registered_on=date(2025, 12, 1),
            started_on=date(2026, 1, 5),
        )

    async def move(self, trajectory: Trajectory) -> TrajectoryMove:
        """A trajectory that was of the same person under another number."""
        earlier = Participant(
            lead_organisation_id=(await self.organisation()).id,
            programme_ids=[trajectory.programme_id],
            number=self.number("D"),
            first_name="Amina",
            last_name="Warsame",
            search_name="amina warsame",
            merged_into_id=trajectory.participant_id,
        )
        move = TrajectoryMove(
            trajectory_id=trajectory.id,
            earlier_participant_id=earlier.id,
            participant_id=trajectory.participant_id,
            moved_at=self.at,
        )
        await self.save(earlier, move)
        return move

    async def event(self, trajectory: Trajectory, **fields: Any) -> TrajectoryEvent:
        """The registration of a trajectory, unless said otherwise."""
        return await self.row(
            TrajectoryEvent,
            fields,
            **trajectory.fact_keys,
            step="register",
            to_state=TrajectoryState.REGISTERED,
            on_date=trajectory.registered_on,
        )

    async def assignment(self, trajectory: Trajectory, **fields: Any) -> Assignment:
        """Somebody who was the coach in January 2026, unless said otherwise."""
        return await self.row(
            Assignment,
            fields,
            **trajectory.fact_keys,
            role=AssignmentRole.COACH,
            display_name="Els Bakker",
            from_on=date(2026, 1, 5),
            until_on=date(2026, 2, 2),
        )
