"""One trajectory on one page, and what can be recorded there."""

from fastapi import APIRouter

from app.routers.desk.trajectory import changes, page, phase, records, team

router = APIRouter()
for part in (page, records, changes, team, phase):
    router.include_router(part.router)
