"""The facts of trajectories as other programs read them: each can be asked for per programme and per trajectory."""

from sqlalchemy import ColumnElement, FromClause, bindparam

from app.models import (
    Assignment,
    CoachingContact,
    FollowUp,
    GroupSession,
    LanguageMeasurement,
    LanguageSupport,
    Observation,
    Placement,
    Rating,
    TrajectoryEvent,
    WorkplaceSupport,
)
from app.models.assignment import AssignmentPublic
from app.models.coaching_contact import CoachingContactPublic
from app.models.follow_up import FollowUpPublic
from app.models.group_session import GroupSessionPublic
from app.models.language_measurement import LanguageMeasurementPublic
from app.models.language_support import LanguageSupportPublic
from app.models.observation import ObservationPublic
from app.models.placement import PlacementPublic
from app.models.rating import RatingPublic
from app.models.trajectory import TrajectoryEventPublic
from app.models.workplace_support import WorkplaceSupportPublic
from app.queries.collection import Collection
from app.queries.json_answers import table_of


def of_trajectory(fact: FromClause) -> dict[str, ColumnElement[bool]]:
    """The filters that every fact has."""
    return {
        "programme": fact.c.programme_id == bindparam("programme"),
        "trajectory": fact.c.trajectory_id == bindparam("trajectory"),
    }


event = table_of(TrajectoryEvent)
measurement = table_of(LanguageMeasurement)
support = table_of(LanguageSupport)
contact = table_of(CoachingContact)
assignment = table_of(Assignment)
group_session = table_of(GroupSession)
placement = table_of(Placement)
observation = table_of(Observation)
follow_up = table_of(FollowUp)
rating = table_of(Rating)
workplace_support = table_of(WorkplaceSupport)

STEPS = Collection(TrajectoryEventPublic, (event,), filters=of_trajectory(event))
LANGUAGE_MEASUREMENTS = Collection(LanguageMeasurementPublic, (measurement,), filters=of_trajectory(measurement))
LANGUAGE_SUPPORTS = Collection(LanguageSupportPublic, (support,), filters=of_trajectory(support))
COACHING_CONTACTS = Collection(CoachingContactPublic, (contact,), filters=of_trajectory(contact))
ASSIGNMENTS = Collection(
    AssignmentPublic,
    (assignment,),
    filters={**of_trajectory(assignment), "account": assignment.c.account_id == bindparam("account")},
)
GROUP_SESSIONS = Collection(
    GroupSessionPublic,
    (group_session,),
    filters={
        "programme": group_session.c.programme_id == bindparam("programme"),
        "cohort": group_session.c.cohort_id == bindparam("cohort"),
    },
)
PLACEMENTS = Collection(
    PlacementPublic,
    (placement,),
    filters={
        **of_trajectory(placement),
        "organisation": placement.c.organisation_id == bindparam("organisation"),
    },
)
OBSERVATIONS = Collection(
    ObservationPublic,
    (observation,),
    filters={**of_trajectory(observation), "placement": observation.c.placement_id == bindparam("placement")},
)
FOLLOW_UPS = Collection(
    FollowUpPublic,
    (follow_up,),
    filters={
        **of_trajectory(follow_up),
        "state": follow_up.c.state == bindparam("state"),
        "due_from": follow_up.c.due_on >= bindparam("due_from"),
        "due_until": follow_up.c.due_on <= bindparam("due_until"),
    },
)
WORKPLACE_SUPPORTS = Collection(
    WorkplaceSupportPublic,
    (workplace_support,),
    filters={
        **of_trajectory(workplace_support),
        "placement": workplace_support.c.placement_id == bindparam("placement"),
    },
)
RATINGS = Collection(
    RatingPublic,
    (rating,),
    filters={**of_trajectory(rating), "placement": rating.c.placement_id == bindparam("placement")},
)
