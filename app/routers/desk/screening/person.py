"""Records what somebody can do and wants, what was recognised, and what entry requirements ask about a person."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models import Trajectory
from app.models.participant import ParticipantUpdate, PriorLearning
from app.routers.acting import Acting, Team
from app.routers.desk.screening.forms import PERSON, PRIOR_LEARNING, WISHES, PersonSaid, WishesSaid
from app.routers.desk.screening.page import answer
from app.routers.forms import Form, kept_in
from app.routers.typed_values import version_in
from app.rules.code_lists import SkillKind
from app.use_cases.add_prior_learning import add_prior_learning
from app.use_cases.change_participant import change_participant
from app.use_cases.load import load
from app.use_cases.remove_prior_learning import remove_prior_learning

router = APIRouter(prefix="/trajectories/{trajectory_id}/screening")


@router.post("/wishes")
async def wishes(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record what somebody can do and wants."""
    form = await WISHES.sent_in(request)
    read = form.read(WishesSaid)
    if read:
        skills = [
            {"name": name, "kind": kind}
            for kind, names in ((SkillKind.FORMAL, read.formal_skills), (SkillKind.INFORMAL, read.informal_skills))
            for name in names
        ]
        said = read.model_dump(exclude={"formal_skills", "informal_skills"})
        await _change(acting, trajectory_id, form, {**said, "skills": skills})
    return await answer(request, acting, trajectory_id, form)


@router.post("/person")
async def person(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record what entry requirements ask about a person."""
    form = await PERSON.sent_in(request)
    read = form.read(PersonSaid)
    if read:
        await _change(acting, trajectory_id, form, read.model_dump())
    return await answer(request, acting, trajectory_id, form)


@router.post("/prior-learning")
async def add(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Add what a body recognised."""
    form = await PRIOR_LEARNING.sent_in(request)
    read = form.read(PriorLearning)
    if read:
        trajectory = await load(acting.session, Trajectory, trajectory_id)
        async with kept_in(form, acting.session):
            await add_prior_learning(
                acting.session,
                by=acting.actor,
                participant_id=trajectory.participant_id,
                version=version_in(form),
                learned=read,
            )
    return await answer(request, acting, trajectory_id, form)


@router.post("/prior-learning/{place}/removal")
async def remove(request: Request, trajectory_id: UUID, place: int, acting: Team) -> Response:
    """Take away a recognition that was recorded by mistake."""
    form = await PRIOR_LEARNING.sent_in(request)
    trajectory = await load(acting.session, Trajectory, trajectory_id)
    async with kept_in(form, acting.session):
        await remove_prior_learning(
            acting.session,
            by=acting.actor,
            participant_id=trajectory.participant_id,
            version=version_in(form),
            place=place,
        )
    return await answer(request, acting, trajectory_id, form)


async def _change(acting: Acting, trajectory_id: UUID, form: Form, said: dict[str, Any]) -> None:
    trajectory = await load(acting.session, Trajectory, trajectory_id)
    async with kept_in(form, acting.session):
        await change_participant(
            acting.session,
            by=acting.actor,
            participant_id=trajectory.participant_id,
            version=version_in(form),
            change=ParticipantUpdate.model_validate(said),
        )
