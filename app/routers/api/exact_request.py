"""What every exact answer about a programme is asked with: the programme, the reference date and the knowledge date."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query
from pydantic import AwareDatetime

from app.errors import FieldError, InvalidInput
from app.outcomes.report import ReportRequest
from app.routers.acting import TeamCaller
from app.rules.sentence import Sentence


def exact_request(
    acting: TeamCaller,
    programme_id: UUID,
    as_of: Annotated[date | None, Query(alias="asOf", description="Nothing dated after this day counts.")] = None,
    known_at: Annotated[
        AwareDatetime | None, Query(alias="knownAt", description="Only what was recorded by this moment counts.")
    ] = None,
) -> ReportRequest:
    """The whole programme, without metrics yet. Raises InvalidInput for a reference date that is still to come."""
    by = acting.actor
    if as_of is not None and as_of > by.today:
        raise InvalidInput([FieldError("as_of", "in-future", Sentence("This day is still to come."))])
    return ReportRequest(
        metrics=(),
        as_of=as_of or by.today,
        known_at=min(by.at, known_at or by.at),
        programmes=frozenset({programme_id}),
    )


ExactRequest = Annotated[ReportRequest, Depends(exact_request, scope="function")]
