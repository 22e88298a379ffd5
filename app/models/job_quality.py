"""What jobs are like, as the API answers it. It is worked out and kept in no table."""

from app.models.base import Shape
from app.models.outcome import OutcomePublic
from app.rules.code_lists import Destination


class WagesPublic(Shape):
    """Gross euros per hour in the first job; the quartiles are null where no wage is recorded."""

    people: int
    known: int
    quarter: float | None
    half: float | None
    three_quarters: float | None


class ExitPublic(Shape):
    """How many people went somewhere at the end of their first trajectory; null where nobody recorded it."""

    destination: Destination | None
    people: int


class JobQualityPublic(Shape):
    """Contract and hours of first jobs in classes that add up, steps up, wages and exits. Counts are exact."""

    metrics: list[OutcomePublic]
    wages: WagesPublic
    exits: list[ExitPublic]
