"""Lists group sessions, and records one with everybody's attendance at once."""

import json
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.models import Cohort, GroupSession, Programme
from app.queries.group_sessions import read_group_sessions, read_groups, read_people_of_group
from app.routers.acting import Acting, Team
from app.routers.desk.group_sessions.session_form import (
    ANSWERS,
    MEETING,
    NOT_INVITED,
    NOT_INVITED_CHOICE,
    NOT_KNOWN,
    attendance_as_recorded,
    field_of,
    read_attendance,
    read_meeting,
)
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.code_lists import ContactTopic, GroupSessionKind
from app.rules.names import choices
from app.rules.sentence import Sentence
from app.use_cases.hold_group_session import NotRecorded, correct_group_session, hold_group_session
from app.use_cases.load import load

router = APIRouter(prefix="/group-sessions")

PAGE_LENGTH = 30
DONE = {
    "recorded": Sentence("The group session has been recorded."),
    "corrected": Sentence("The correction has been recorded."),
}


@router.get("")
async def show_all(
    request: Request, acting: Team, number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1
) -> Response:
    """The sessions, the latest first."""
    found = json.loads(await read_group_sessions(acting.session, PAGE_LENGTH, (number - 1) * PAGE_LENGTH))
    return page(request, "desk/group_sessions/list.html", found=found, number=number, length=PAGE_LENGTH)


@router.get("/new")
async def show_new(
    request: Request, acting: Team, programme: UUID | None = None, cohort: UUID | None = None
) -> Response:
    """First which group, then the form."""
    if programme is None:
        return page(request, "desk/group_sessions/choose.html", groups=json.loads(await read_groups(acting.session)))
    return await _form_page(request, acting, programme, cohort)


@router.post("/new")
async def record(request: Request, acting: Team, programme: UUID, cohort: UUID | None = None) -> Response:
    """Record the session, and a contact of everybody who was invited."""
    form = await MEETING.sent_in(request)
    await load(acting.session, Programme, programme)
    people = json.loads(await read_people_of_group(acting.session, programme, cohort))
    read, said = read_meeting(form), read_attendance(form, people)
    if not said:
        form.errors[""] = Sentence("Say of at least one person whether they came, or that it is not known.")
    if read and not form.errors:
        async with kept_in(form, acting.session):
            meeting, not_recorded = await hold_group_session(
                acting.session, by=acting.actor, programme_id=programme, cohort_id=cohort, held=read, people=said
            )
            return _answer(request, meeting.id, people, not_recorded, "recorded")
    return await _form_page(request, acting, programme, cohort, sent=form)


@router.get("/{group_session_id}")
async def show(request: Request, group_session_id: UUID, acting: Team, done: str = "") -> Response:
    """A session with who came, to correct it."""
    meeting = await load(acting.session, GroupSession, group_session_id)
    return await _form_page(
        request, acting, meeting.programme_id, meeting.cohort_id, meeting=meeting, done=DONE.get(done)
    )


@router.post("/{group_session_id}")
async def correct(request: Request, group_session_id: UUID, acting: Team) -> Response:
    """Correct the session or somebody's attendance."""
    form = await MEETING.sent_in(request)
    meeting = await load(acting.session, GroupSession, group_session_id)
    programme, cohort = meeting.programme_id, meeting.cohort_id
    people = json.loads(await read_people_of_group(acting.session, programme, cohort, group_session_id))
    read, said = read_meeting(form), read_attendance(form, people)
    if read:
        async with kept_in(form, acting.session):
            not_recorded = await correct_group_session(
                acting.session,
                by=acting.actor,
                group_session_id=group_session_id,
                version=version_in(form),
                held=read,
                people=said,
            )
            return _answer(request, group_session_id, people, not_recorded, "corrected")
    return await _form_page(request, acting, programme, cohort, meeting=meeting, sent=form)


def _answer(
    request: Request,
    group_session_id: UUID,
    people: list[dict[str, object]],
    not_recorded: list[NotRecorded],
    done: str,
) -> Response:
    """Go to the session; when something was not recorded of somebody, first say of whom and why."""
    if not not_recorded:
        return RedirectResponse(f"/group-sessions/{group_session_id}?done={done}", status_code=303)
    names = {str(one["id"]): one["name"] for one in people}
    return page(
        request,
        "desk/group_sessions/not_recorded.html",
        group_session_id=group_session_id,
        left_out=[(names.get(str(one.trajectory_id), ""), one.why_not) for one in not_recorded],
    )


async def _form_page(
    request: Request,
    acting: Acting,
    programme_id: UUID,
    cohort_id: UUID | None,
    *,
    meeting: GroupSession | None = None,
    sent: Form | None = None,
    done: Sentence | None = None,
) -> Response:
    programme = await load(acting.session, Programme, programme_id)
    cohort = await load(acting.session, Cohort, cohort_id) if cohort_id else None
    people = json.loads(
        await read_people_of_group(acting.session, programme_id, cohort_id, meeting.id if meeting else None)
    )
    default = NOT_KNOWN if cohort and meeting is None else NOT_INVITED
    facts: dict[str, object] = {"held_on": acting.actor.today, "kind": "training"}
    if meeting:
        facts = {name: getattr(meeting, name) for name in MEETING.labels}
    return page(
        request,
        "desk/group_sessions/form.html",
        status=sent.status if sent else 200,
        programme=programme,
        cohort=cohort,
        meeting=meeting,
        people=people,
        form=sent or MEETING.with_values({**facts, **attendance_as_recorded(people, default)}),
        field_of=field_of,
        answers=ANSWERS,
        not_invited=NOT_INVITED_CHOICE,
        kinds=choices(GroupSessionKind),
        topics=choices(ContactTopic),
        done=done,
    )
