"""Shows a trajectory in short, made to be printed on two pages for the round table of partners."""

import json
from collections.abc import Mapping
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.proof import weigh_story
from app.queries.story.statement import read_story
from app.queries.story.story_part import StoryKind
from app.queries.trajectory_summary import read_summary
from app.routers.acting import Team
from app.routers.desk.story.tellers import chronicle_of
from app.routers.pages import page
from app.rules.code_lists import LanguageSkill, SupportDomain

router = APIRouter()

MOST_PLACEMENTS = 4
MOST_TASKS = 8
MOST_ENTRIES = 16
"""What fits on two sheets of A4."""


@router.get("/trajectories/{trajectory_id}/summary")
async def show(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """The summary, without a word of what was noted down."""
    summary = json.loads(await read_summary(acting.session, trajectory_id))
    proven: Mapping[object, object] = {one.spell.id: one.proven_until for one in weigh_story(summary).spells}
    story = json.loads(await read_story(acting.session, trajectory_id, (StoryKind.WAY, StoryKind.WORK)))
    return page(
        request,
        "desk/summary.html",
        summary=summary,
        today=acting.actor.today,
        proven=proven,
        placements=summary["placements"][:MOST_PLACEMENTS],
        tasks=summary["tasks"][:MOST_TASKS],
        left_out=len(summary["placements"][MOST_PLACEMENTS:]),
        tasks_left_out=len(summary["tasks"][MOST_TASKS:]),
        levels={one["skill"]: one for one in summary["levels"]},
        entries=chronicle_of(story["entries"], acting.actor.today).past[:MOST_ENTRIES],
        skills=list(LanguageSkill),
        circumstances={one["domain"]: one for one in summary["circumstances"]},
        domains=list(SupportDomain),
    )
