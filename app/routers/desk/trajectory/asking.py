"""Asks an employer about one follow-up at once."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from app.routers.acting import Team
from app.use_cases.ask_now import ask_now

router = APIRouter()


@router.post("/trajectories/{trajectory_id}/follow-ups/{follow_up_id}/asking")
async def ask(trajectory_id: UUID, follow_up_id: UUID, acting: Team) -> Response:
    """Make a message with this question, which goes out now or when the quiet hours end."""
    await ask_now(acting.session, by=acting.actor, follow_up_id=follow_up_id)
    return RedirectResponse(f"/trajectories/{trajectory_id}?done=asked", status_code=303)
