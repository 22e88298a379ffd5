"""Shows the language of one participant: where it stands, how it moved, and the support."""

import json
from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from app.language import say
from app.queries.language_of_trajectory import read_language
from app.queries.language_providers import read_language_providers
from app.queries.proof import Story
from app.routers.acting import Acting, Team
from app.routers.desk.language.forms import CIVIC_INTEGRATION, MEASURED, SUPPORT
from app.routers.desk.language.step_chart import Panel, Period, step_chart
from app.routers.desk.language.view import LanguageView, language_of
from app.routers.forms import Form
from app.routers.pages import language_of as language_of_reader
from app.routers.pages import page
from app.rules.code_lists import (
    CivicIntegrationPhase,
    CivicIntegrationRoute,
    LanguageLevel,
    LanguageSkill,
    LanguageSupportKind,
)
from app.rules.language_progress import Measurement, current
from app.rules.names import choices, name_of
from app.rules.sentence import Sentence

router = APIRouter()

DONE = {
    "measured": Sentence("The language levels have been recorded."),
    "corrected": Sentence("The correction has been recorded."),
    "support": Sentence("The support has been recorded."),
    "civic": Sentence("The civic integration has been recorded."),
}


@router.get("/trajectories/{trajectory_id}/language")
async def show(request: Request, trajectory_id: UUID, acting: Team, done: str = "") -> Response:
    """Somebody's language on one page."""
    return await show_language(request, acting, trajectory_id, done=DONE.get(done))


async def show_language(
    request: Request, acting: Acting, trajectory_id: UUID, *, sent: Form | None = None, done: Sentence | None = None
) -> Response:
    """Show the page; with a form that was sent and refused, that form stands there as it was filled in."""
    story = json.loads(await read_language(acting.session, trajectory_id))
    today = acting.actor.today
    view = language_of(story, today)
    forms = {
        "language": MEASURED.with_values({"measured_on": today}),
        "support": SUPPORT.with_values({}),
        "civic": CIVIC_INTEGRATION.with_values(
            {
                "civic_integration_route": story["civicIntegrationRoute"],
                "civic_integration_phase": story["civicIntegrationPhase"],
            }
        ),
    }
    if sent is not None:
        forms[sent.name] = sent
    chart = await run_in_threadpool(_chart, request, story, view, today) if view.skills else None
    return page(
        request,
        "desk/language/page.html",
        status=sent.status if sent else 200,
        story=story,
        view=view,
        chart=chart,
        forms=forms,
        sent=sent,
        done=done,
        levels=choices(LanguageLevel),
        kinds=choices(LanguageSupportKind),
        routes=choices(CivicIntegrationRoute),
        phases=choices(CivicIntegrationPhase),
        providers=await read_language_providers(acting.session),
    )


def _chart(request: Request, story: Story, view: LanguageView, today: date) -> str:
    reader = language_of_reader(request)
    panels = [Panel(say(name_of(line.skill), reader), _one_a_day(line.skill, view)) for line in view.skills]
    periods = [
        Period(
            " · ".join(filter(None, (say(name_of(LanguageSupportKind(one["kind"])), reader), one["provider"]))),
            False,
            date.fromisoformat(one["startsOn"]),
            _day(one["endsOn"]),
        )
        for one in story["languageSupports"]
    ] + [
        Period(one["organisation"]["name"], True, date.fromisoformat(one["startsOn"]), _day(one["endsOn"]))
        for one in story["placements"]
    ]
    return step_chart(panels, periods, today)


def _one_a_day(skill: LanguageSkill, view: LanguageView) -> list[Measurement]:
    """What counts on each day on which a skill was measured, in the order of time."""
    days = sorted({one.on for one in view.measurements if one.skill is skill})
    found = (current([one for one in view.measurements if one.on == day], skill) for day in days)
    return [one for one in found if one]


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
