"""Whether the program works, for whoever watches over it: 200 when it does, 503 when it does not."""

from collections.abc import Mapping
from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError

from app import clock
from app.actor import Actor
from app.database import session_for
from app.queries.background_work import read_silent_for
from app.routers.acting import SESSION_COOKIE
from app.rules.background_work import PERIODIC, late
from app.rules.code_lists import Role
from app.settings import settings
from app.use_cases.recognise import recognise_session
from app.use_cases.secrets import hash_of

router = APIRouter(include_in_schema=False)
MAY_SEE_MORE = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR, Role.COACH})


@router.get("/health")
async def show(request: Request) -> JSONResponse:
    """Say `ok`, `late` when something that must happen by itself has not, or `no_database`.

    Only somebody of a team or an administrator is told what is late, and whether messages can go out at all.
    """
    stranger = Actor.stranger(clock.real_now(), hash_of(request.cookies.get(SESSION_COOKIE, "")))
    try:
        async with session_for(stranger) as session:
            silent_for = await read_silent_for(session)
            actor = await recognise_session(session, stranger.session_hash, at=stranger.at)
    except (SQLAlchemyError, OSError):
        return JSONResponse({"status": "no_database"}, status_code=503)
    is_late = bool(late(silent_for))
    told: dict[str, object] = {"status": "late" if is_late else "ok"}
    if actor and actor.roles & MAY_SEE_MORE:
        told["work"] = _in_detail(silent_for)
        told["sends"] = {"email": settings().mail_is_set_up, "text": settings().text_is_set_up}
    return JSONResponse(told, status_code=503 if is_late else 200)


def _in_detail(silent_for: Mapping[str, timedelta]) -> list[dict[str, object]]:
    overdue = late(silent_for)
    return [
        {
            "task": work.task,
            "inTime": work not in overdue,
            "lastDoneSecondsAgo": round(silent_for[work.task].total_seconds()) if work.task in silent_for else None,
            "lateAfterSeconds": round(work.in_time.total_seconds()),
        }
        for work in PERIODIC
    ]
