"""Saved reports and their editions, for coordinators and municipalities alike."""

from fastapi import APIRouter

from app.routers.outcome_reports import edition, keep, list_, report

router = APIRouter(include_in_schema=False)
for part in (list_, keep, report, edition):
    router.include_router(part.router)
