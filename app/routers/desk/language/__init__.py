"""The language of one participant: its page, and what can be recorded there."""

from fastapi import APIRouter

from app.routers.desk.language import page, records

router = APIRouter()
for part in (page, records):
    router.include_router(part.router)
