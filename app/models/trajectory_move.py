"""Trajectories that went from one participant to another, because the two turned out to be one person.

A trigger writes a row whenever a trajectory goes over. Facts that are only ever superseded go along without a version
of their own; a report of what was known before reads here whose they were then.
"""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from app.models.base import Identified

KEEP_MOVES = """
create function keep_moves() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    update trajectory_move set participant_id = new.participant_id where trajectory_id = new.id;
    insert into trajectory_move (id, trajectory_id, earlier_participant_id, participant_id, moved_at)
    select gen_random_uuid(), new.id, old.participant_id, new.participant_id, known_from
    from trajectory_history where id = new.id and known_until = 'infinity';
    return null;
end $$
"""


class TrajectoryMove(Identified, table=True):
    """A trajectory that was of `earlier_participant_id` until `moved_at` (UTC), and is of `participant_id` today."""

    __tablename__ = "trajectory_move"

    trajectory_id: UUID = Field(foreign_key="trajectory.id", index=True)
    earlier_participant_id: UUID = Field(foreign_key="participant.id", index=True)
    participant_id: UUID = Field(foreign_key="participant.id", index=True)
    moved_at: datetime
