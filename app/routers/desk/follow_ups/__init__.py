"""The pages about one follow-up: what it is, and what somebody of the team does with it."""

from fastapi import APIRouter

from app.routers.desk.follow_ups import ask_participant, changes, page, telephone

router = APIRouter()
for part in (page, changes, telephone, ask_participant):
    router.include_router(part.router)
