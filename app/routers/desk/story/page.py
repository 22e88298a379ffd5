"""Shows the whole story of one trajectory, or the kinds of entries that somebody chose."""

import json
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.queries.story.statement import read_story
from app.queries.story.story_part import StoryKind
from app.routers.acting import Team
from app.routers.desk.story.kind_names import KIND_NAMES
from app.routers.desk.story.tellers import chronicle_of
from app.routers.pages import page

router = APIRouter()


@router.get("/trajectories/{trajectory_id}/story")
async def show(
    request: Request,
    trajectory_id: UUID,
    acting: Team,
    kind: Annotated[list[StoryKind] | None, Query()] = None,
) -> Response:
    """The story, with what is to come first."""
    chosen = kind or []
    story = json.loads(await read_story(acting.session, trajectory_id, chosen))
    return page(
        request,
        "desk/story.html",
        story=story,
        chronicle=chronicle_of(story["entries"], acting.actor.today),
        kind_names=KIND_NAMES,
        chosen=chosen,
    )
