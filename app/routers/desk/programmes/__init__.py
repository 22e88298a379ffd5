"""The programmes: the list, one programme on one page, and a form for each part of it."""

from fastapi import APIRouter

from app.routers.desk.programmes import change, funding, messages, page, partners

router = APIRouter()
for part in (page, change, partners, funding, messages):
    router.include_router(part.router)
