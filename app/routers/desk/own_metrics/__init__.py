"""A programme's own metrics: the list with today's numbers, and the form in which one is put together and tried."""

from fastapi import APIRouter

from app.routers.desk.own_metrics import keep, list_

router = APIRouter()
for part in (list_, keep):
    router.include_router(part.router)
