"""How people are guided and how they leave, as the API answers it. It is worked out and kept in no table."""

from datetime import date

from app.models.base import Shape
from app.models.outcome import OutcomePublic
from app.rules.code_lists import Destination, TrajectoryEndReason


class MonthOfGuidancePublic(Shape):
    """A calendar month, by its first day: the people who were guided in it, and the contacts they came to."""

    month: date
    people: int
    contacts: int


class SilencesPublic(Shape):
    """Days of the longest silence of each person: three quartiles, and that of anybody. Null where nobody started."""

    people: int
    quarter: float | None
    half: float | None
    three_quarters: float | None
    longest: int | None


class CaseloadPublic(Shape):
    """What one coach guides, without a name; `hasCoach` is false for people who no account guides."""

    programme: str
    norm: int | None
    has_coach: bool
    people: int
    weight: float


class DropOutPublic(Shape):
    """How many people left early in one phase for one reason; null is what nobody recorded."""

    phase: str | None
    reason: TrajectoryEndReason | None
    people: int


class ExitPublic(Shape):
    """How many people went somewhere at the end of their first trajectory; null where nobody recorded it."""

    destination: Destination | None
    people: int


class GuidancePublic(Shape):
    """Contacts to which people came, silences, caseloads, and how trajectories ended. Counts are exact.

    `contactsAMonth` is per person and month of guidance; null where nobody started.
    """

    metrics: list[OutcomePublic]
    contacts: int
    contacts_a_month: float | None
    months: list[MonthOfGuidancePublic]
    silences: SilencesPublic
    caseloads: list[CaseloadPublic]
    drop_outs: list[DropOutPublic]
    exits: list[ExitPublic]
