"""The pages of the administrator: people, organisations, programmes and the log."""

from fastapi import APIRouter

from app.routers.administration import accounts, background_work, log, organisations, outcome_pulls, programmes

router = APIRouter(include_in_schema=False)
for part in (accounts, organisations, programmes, background_work, log, outcome_pulls):
    router.include_router(part.router)
