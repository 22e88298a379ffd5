"""What jobs are like, as the API answers it. It is worked out and kept in no table."""

from app.models.base import Shape
from app.models.outcome import OutcomePublic


class WagesPublic(Shape):
    """Gross euros per hour in the first job; the quartiles are null where no wage is recorded."""

    people: int
    known: int
    quarter: float | None
    half: float | None
    three_quarters: float | None


class JobQualityPublic(Shape):
    """Contract and hours of first jobs in classes that add up, steps up and wages. Counts are exact."""

    metrics: list[OutcomePublic]
    wages: WagesPublic
