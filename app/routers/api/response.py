"""/v1/programmes/{id}/response"""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response

from app.errors import NotFound
from app.models.response import ResponsePublic
from app.queries.response import read_response
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_told
from app.rules.answer_curve import answer_curve
from app.rules.code_lists import Role
from app.rules.response_gain import gain_of

router = APIRouter(prefix="/programmes", tags=["outcomes"])


@router.get("/{programme_id}/response", response_model=ResponsePublic)
async def get_response(acting: TeamCaller, programme_id: UUID) -> Response:
    """Read how many answers there are to the follow-ups of a programme, per month, and which talks would raise that.

    For the team of the programme. Numbers are exact, and not for publication.
    """
    if programme_id not in acting.actor.programmes(Role.COORDINATOR, Role.COACH):
        raise NotFound
    response = await read_response(acting.session, programme_id, by=acting.actor)
    months = [(month, gain_of(month, response.questions)) for month in response.months]
    curve = answer_curve(response.follow_ups, response.as_of)
    told = ResponsePublic.of(programme_id, response.as_of, months, curve)
    return answer_told(told)
