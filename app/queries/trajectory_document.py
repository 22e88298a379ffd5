"""The whole story of one trajectory, in one statement.

It is a collection like the others, of which only one thing is ever read: its lists are sub-statements on the same key.
"""

from typing import Any

from sqlalchemy import FromClause, ScalarSelect, bindparam, func, select

from app.models import Cohort, Organisation, Participant, Programme, Rating
from app.models.base import Shape
from app.models.coaching_contact import CoachingContactPublic
from app.models.follow_up import FollowUpPublic
from app.models.language_measurement import LanguageMeasurementPublic
from app.models.observation import ObservationPublic
from app.models.rating import RatingPublic
from app.models.trajectory import TrajectoryEventPublic
from app.models.trajectory_document import ParticipantName, PlacementWithOrganisation, TrajectoryDocument
from app.queries.collection import Collection
from app.queries.facts import contact, event, follow_up, measurement, observation, placement
from app.queries.json_answers import columns_for, list_of, table_of
from app.queries.trajectories import trajectory

programme = table_of(Programme)
cohort = table_of(Cohort)
participant = table_of(Participant)
organisation = table_of(Organisation)
rating = table_of(Rating)


def facts(shape: type[Shape], fact: FromClause, day: str) -> ScalarSelect[Any]:
    """One kind of fact of the trajectory, by the day it is about."""
    rows = select(*columns_for(shape, fact)).where(fact.c.trajectory_id == bindparam("key"))
    return list_of(rows.order_by(fact.c[day], fact.c.recorded_at, fact.c.id))


def placements() -> ScalarSelect[Any]:
    """The placements with the name of their organisation."""
    names = columns_for(PlacementWithOrganisation, placement, organisation_name=organisation.c.name)
    rows = select(*names).join_from(placement, organisation, organisation.c.id == placement.c.organisation_id)
    mine = rows.where(placement.c.trajectory_id == bindparam("key"))
    return list_of(mine.order_by(placement.c.starts_on, placement.c.number))


def who() -> ScalarSelect[Any]:
    """Who the participant is."""
    rows = select(*columns_for(ParticipantName, participant))
    mine = rows.join_from(participant, trajectory, trajectory.c.participant_id == participant.c.id)
    person = mine.where(trajectory.c.id == bindparam("key")).subquery("person")
    return select(func.row_to_json(person.table_valued())).scalar_subquery()


TRAJECTORY_DOCUMENT = Collection(
    TrajectoryDocument,
    (trajectory,),
    rows=trajectory.join(programme, programme.c.id == trajectory.c.programme_id).outerjoin(
        cohort, cohort.c.id == trajectory.c.cohort_id
    ),
    own={
        "programme_name": programme.c.name,
        "cohort_name": cohort.c.name,
        "participant": who(),
        "steps": facts(TrajectoryEventPublic, event, "on_date"),
        "language_measurements": facts(LanguageMeasurementPublic, measurement, "measured_on"),
        "coaching_contacts": facts(CoachingContactPublic, contact, "contacted_on"),
        "placements": placements(),
        "observations": facts(ObservationPublic, observation, "observed_on"),
        "follow_ups": facts(FollowUpPublic, follow_up, "due_on"),
        "ratings": facts(RatingPublic, rating, "rated_on"),
    },
)
