"""Trajectories as other programs read them in a list."""

from sqlalchemy import bindparam

from app.models import Trajectory
from app.models.trajectory import TrajectoryPublic
from app.queries.collection import Collection
from app.queries.json_answers import table_of

trajectory = table_of(Trajectory)
TRAJECTORIES = Collection(
    TrajectoryPublic,
    (trajectory,),
    filters={
        "programme": trajectory.c.programme_id == bindparam("programme"),
        "cohort": trajectory.c.cohort_id == bindparam("cohort"),
        "participant": trajectory.c.participant_id == bindparam("participant"),
        "state": trajectory.c.state == bindparam("state"),
        "number": trajectory.c.number == bindparam("number"),
    },
)
