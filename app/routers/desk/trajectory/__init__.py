"""One trajectory on one page, and what can be recorded there."""

from fastapi import APIRouter

from app.routers.desk.trajectory import changes, inclusion, page, phase, records, team

router = APIRouter()
for part in (page, records, changes, inclusion, team, phase):
    router.include_router(part.router)
