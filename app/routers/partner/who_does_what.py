"""Who does what in the programmes in which one takes part."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.who_does_what import read_who_does_what
from app.routers.acting import Partner
from app.routers.pages import page
from app.rules.code_lists import PartnerRole

router = APIRouter(prefix="/who-does-what")


@router.get("")
async def show(request: Request, acting: Partner) -> Response:
    """The programmes, each with its partners and their tasks."""
    programmes = [
        {"name": one["programme"], "partners": sorted(one["partners"], key=_place)}
        for one in await read_who_does_what(acting.session)
    ]
    return page(request, "partner/who_does_what.html", programmes=programmes)


def _place(partner: Mapping[str, Any]) -> int:
    """Whoever leads comes first, then the roles in the order of their list."""
    return 0 if partner["role"] is None else 1 + list(PartnerRole).index(partner["role"])
