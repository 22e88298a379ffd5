"""Who does what in the programmes in which one takes part."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.who_does_what import read_who_does_what
from app.routers.acting import Partner
from app.routers.pages import page

router = APIRouter(prefix="/who-does-what")


@router.get("")
async def show(request: Request, acting: Partner) -> Response:
    """The programmes, each with its partners and their tasks."""
    return page(request, "partner/who_does_what.html", programmes=await read_who_does_what(acting.session))
