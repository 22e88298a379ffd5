"""The words of messages: what each kind says, and a form to say it in a programme's own words."""

from fastapi import APIRouter

from app.routers.desk.message_texts import change, list_

router = APIRouter()
for part in (list_, change):
    router.include_router(part.router)
