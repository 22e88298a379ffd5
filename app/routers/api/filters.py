"""The filters that lists of facts about trajectories share."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

Chosen = dict[str, UUID | None]


async def chosen_trajectory(programme: UUID | None = None, trajectory: UUID | None = None) -> Chosen:
    """The programme and the trajectory that a list is asked about; None is all."""
    return {"programme": programme, "trajectory": trajectory}


OfTrajectory = Annotated[Chosen, Depends(chosen_trajectory)]
