"""What needs doing today."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.queries.today import TaskKind, TodayPage, read_today
from app.routers.acting import Team
from app.routers.pages import page
from app.rules.code_lists import Role
from app.rules.sentence import Sentence

router = APIRouter()

PAGE_LENGTH = 50
DAYS_IN_WEEK = 7

KIND_NAMES: Mapping[TaskKind, Sentence] = {
    TaskKind.FOLLOW_UP: Sentence("Follow-up"),
    TaskKind.SILENCE: Sentence("Not spoken to"),
    TaskKind.CONTRACT: Sentence("Contract ends"),
    TaskKind.SCREENING: Sentence("Screening"),
}


@router.get("/today")
async def show(
    request: Request,
    acting: Team,
    kind: TaskKind | None = None,
    mine: bool = False,
    number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1,
) -> Response:
    """The list of the day, in order, each line with its reason."""
    wanted = TodayPage(
        today=acting.actor.today,
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
        today=acting.actor.today,
        tasks=[{**task, "reason": reason_of(task, acting.actor.today)} for task in found["tasks"]],
        counts=counts,
        total=counts[kind] if kind else sum(counts.values()),
        everything=sum(counts.values()),
        kind=kind,
        kind_names=KIND_NAMES,
        mine=mine,
        has_own=Role.COACH in acting.actor.roles,
        number=number,
        length=PAGE_LENGTH,
    )


def reason_of(task: Mapping[str, Any], today: date) -> Sentence:
    """Say in a sentence why somebody is on the list."""
    day = date.fromisoformat(task["day"])
    match TaskKind(task["kind"]):
        case TaskKind.FOLLOW_UP:
            return _follow_up(task, day, today)
        case TaskKind.SILENCE:
            return _silence(task, day, today)
        case TaskKind.CONTRACT:
            return _contract(task, day, today)
        case TaskKind.SCREENING:
            return Sentence("Registered on %(day)s and still waiting for a decision.", day=day)


def _follow_up(task: Mapping[str, Any], day: date, today: date) -> Sentence:
    closes_on = date.fromisoformat(task["closesOn"])
    values = {"employer": task["employer"], "month": task["month"], "day": day, "closes": closes_on}
    if closes_on < today:
        return Sentence(
            "Month %(month)s after the start at %(employer)s: no answer came before %(closes)s. A late answer still "
            "helps.",
            **values,
        )
    return Sentence(
        "Month %(month)s after the start at %(employer)s: is this person still at work? The day is %(day)s; an "
        "answer counts until %(closes)s.",
        **values,
    )


def _silence(task: Mapping[str, Any], day: date, today: date) -> Sentence:
    days, norm = (today - day).days, task["contactNormDays"]
    if task["lastContactOn"] is None:
        return Sentence("Nobody has spoken to this person since the start, %(days)s days ago.", days=days)
    return Sentence(
        "Last spoken to on %(day)s, %(days)s days ago. The programme promises contact every %(norm)s days.",
        day=day,
        days=days,
        norm=norm,
    )


def _contract(task: Mapping[str, Any], day: date, today: date) -> Sentence:
    if day < today:
        return Sentence(
            "The contract at %(employer)s was to end on %(day)s. Nobody has said whether it did.",
            employer=task["employer"],
            day=day,
        )
    days = (day - today).days
    if days < DAYS_IN_WEEK:
        return Sentence("The contract at %(employer)s ends this week, on %(day)s.", employer=task["employer"], day=day)
    return Sentence(
        "The contract at %(employer)s ends on %(day)s, in %(days)s days.",
        employer=task["employer"],
        day=day,
        days=days,
    )
