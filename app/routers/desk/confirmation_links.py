"""Makes a link with which an employer answers, and shows it to copy."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models import Organisation
from app.routers.acting import Team
from app.routers.pages import page
from app.settings import settings
from app.use_cases.issue_confirmation_link import issue_confirmation_link
from app.use_cases.load import load

router = APIRouter()


@router.post("/placements/{placement_id}/confirmation-links")
async def issue(request: Request, placement_id: UUID, acting: Team) -> Response:
    """Make a link. It is shown on this page only: nobody can look it up later, but a new one is quickly made."""
    issued = await issue_confirmation_link(acting.session, by=acting.actor, placement_id=placement_id)
    return page(
        request,
        "desk/confirmation_link.html",
        address=f"{settings().public_url.rstrip('/')}/confirm/{issued.secret}",
        link=issued.link,
        organisation=await load(acting.session, Organisation, issued.link.organisation_id),
    )
