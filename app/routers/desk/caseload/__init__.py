"""Caseloads: one's own people with what comes next, those of colleagues, handing over, and what people need."""

from fastapi import APIRouter

from app.routers.desk.caseload import hand_over, people, team, topics

router = APIRouter()
for part in (team, topics, hand_over, people):
    router.include_router(part.router)
