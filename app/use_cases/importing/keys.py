"""The keys that every fact about a trajectory carries."""

from __future__ import annotations

from uuid import UUID

from app.models import Trajectory


def keys_of(trajectory: Trajectory) -> dict[str, UUID]:
    """Trajectory, programme and participant, which stand in every fact together."""
    return {
        "trajectory_id": trajectory.id,
        "programme_id": trajectory.programme_id,
        "participant_id": trajectory.participant_id,
    }
