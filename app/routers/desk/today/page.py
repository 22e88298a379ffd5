"""What needs doing today."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.queries.today.desk_part import TaskKind
from app.queries.today.statement import TodayPage, read_today
from app.routers.acting import Team
from app.routers.desk.today.appointment import APPOINTMENT
from app.routers.desk.today.call import CALL
from app.routers.desk.today.contract import CONTRACT
from app.routers.desk.today.desk_line import DeskLine
from app.routers.desk.today.follow_up import FOLLOW_UP
from app.routers.desk.today.funding import FUNDING
from app.routers.desk.today.half_answer import HALF_ANSWER
from app.routers.desk.today.held_up import held_up
from app.routers.desk.today.language import LANGUAGE_BELOW, LANGUAGE_FELL_BACK, LANGUAGE_UNMEASURED
from app.routers.desk.today.no_show import NO_SHOW
from app.routers.desk.today.rating_due import RATING_DUE
from app.routers.desk.today.rating_signal import RATING_SIGNAL
from app.routers.desk.today.screening import SCREENING
from app.routers.desk.today.silence import SILENCE
from app.routers.desk.today.task import TASK
from app.routers.desk.today.undeliverable import UNDELIVERABLE
from app.routers.pages import page
from app.rules.background_work import late
from app.rules.code_lists import Role

router = APIRouter()

PAGE_LENGTH = 50

LINES: Mapping[TaskKind, DeskLine] = {
    TaskKind.HALF_ANSWER: HALF_ANSWER,
    TaskKind.CALL: CALL,
    TaskKind.FOLLOW_UP: FOLLOW_UP,
    TaskKind.UNDELIVERABLE: UNDELIVERABLE,
    TaskKind.TASK: TASK,
    TaskKind.NO_SHOW: NO_SHOW,
    TaskKind.SILENCE: SILENCE,
    TaskKind.APPOINTMENT: APPOINTMENT,
    TaskKind.CONTRACT: CONTRACT,
    TaskKind.SCREENING: SCREENING,
    TaskKind.LANGUAGE_BELOW: LANGUAGE_BELOW,
    TaskKind.LANGUAGE_FELL_BACK: LANGUAGE_FELL_BACK,
    TaskKind.LANGUAGE_UNMEASURED: LANGUAGE_UNMEASURED,
    TaskKind.RATING_SIGNAL: RATING_SIGNAL,
    TaskKind.RATING_DUE: RATING_DUE,
    TaskKind.FUNDING: FUNDING,
}


@router.get("/today")
async def show(
    request: Request,
    acting: Team,
    kind: TaskKind | None = None,
    mine: bool = False,
    done: UUID | None = None,
    number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1,
) -> Response:
    """The list of the day, in order, each line with its reason. `done` is a trajectory of which a task was done."""
    today = acting.actor.today
    wanted = TodayPage(
        today=today,
        account_id=acting.actor.account_id,
        kind=kind,
        only_own=mine,
        limit=PAGE_LENGTH,
        offset=(number - 1) * PAGE_LENGTH,
    )
    found = json.loads(await read_today(acting.session, wanted))
    counts = {one: found["counts"].get(one, 0) for one in TaskKind}
    return page(
        request,
        "desk/today.html",
        today=today,
        tasks=[
            {**task, "reason": line.reason(task, today), "address": line.address(task)}
            for task in found["tasks"]
            for line in (LINES[task["kind"]],)
        ],
        counts={one: many for one, many in counts.items() if many or one is kind},
        response=found["response"],
        total=counts[kind] if kind else sum(counts.values()),
        everything=sum(counts.values()),
        kind=kind,
        lines=LINES,
        overdue=late({task: timedelta(seconds=seconds) for task, seconds in found["silentFor"].items()}),
        contradictions=found["contradictions"],
        mine=mine,
        done=done,
        held_up=held_up(found["waitingMessages"]),
        has_own=Role.COACH in acting.actor.roles,
        number=number,
        length=PAGE_LENGTH,
    )
