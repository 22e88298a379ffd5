"""One trajectory with everything that belongs to it, as the API answers it."""

from uuid import UUID

from app.models.base import Shape
from app.models.coaching_contact import CoachingContactPublic
from app.models.follow_up import FollowUpPublic
from app.models.language_measurement import LanguageMeasurementPublic
from app.models.observation import ObservationPublic
from app.models.placement import PlacementPublic
from app.models.rating import RatingPublic
from app.models.trajectory import TrajectoryEventPublic, TrajectoryPublic


class ParticipantName(Shape):
    """Who it is, in short."""

    id: UUID
    number: str
    first_name: str
    last_name: str


class PlacementWithOrganisation(PlacementPublic):
    """A placement with the name of the organisation."""

    organisation_name: str


class TrajectoryDocument(TrajectoryPublic):
    """A trajectory with its participant, steps and facts, each list in the order in which things happened."""

    programme_name: str
    cohort_name: str | None
    participant: ParticipantName
    steps: list[TrajectoryEventPublic]
    language_measurements: list[LanguageMeasurementPublic]
    coaching_contacts: list[CoachingContactPublic]
    placements: list[PlacementWithOrganisation]
    observations: list[ObservationPublic]
    follow_ups: list[FollowUpPublic]
    ratings: list[RatingPublic]
