"""One trajectory on one page, and what can be recorded there."""

from fastapi import APIRouter

from app.routers.desk.trajectory import asking, changes, erasure, inclusion, page, phase, records, tasks, team

router = APIRouter()
for part in (page, records, changes, inclusion, team, phase, tasks, asking, erasure):
    router.include_router(part.router)
