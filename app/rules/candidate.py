"""What is known of somebody who may come to a programme. None, or nothing in a list, is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.code_lists import Benefit, CircumstanceState, CivicIntegrationRoute, ResidenceGround, SupportDomain
from app.rules.language_progress import Measurement


@dataclass(frozen=True, kw_only=True)
class Interview:
    """A talk about work in one sector (section of NACE Rev. 2.1), with a score of 1 (low) to 5 (high)."""

    sector: str
    score: int
    on: date


@dataclass(frozen=True, kw_only=True)
class Circumstance:
    """How things stood in one part of life from one day, until the day on which they were assessed again."""

    domain: SupportDomain
    state: CircumstanceState
    on: date
    until: date | None = None

    def stands_on(self, day: date) -> bool:
        """Whether this was the assessment to go by on a day."""
        return self.on <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """The facts that entry requirements ask about. Lists are in the order of recording, without what was corrected."""

    birth_date: date | None = None
    education: int | None = None
    residence_ground: ResidenceGround | None = None
    benefit: Benefit | None = None
    under_civic_integration_duty: bool | None = None
    civic_integration_route: CivicIntegrationRoute | None = None
    measurements: tuple[Measurement, ...] = ()
    interviews: tuple[Interview, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
