"""Recording a contact in twenty seconds: who, and then one screen; and correcting one later."""

from fastapi import APIRouter

from app.routers.desk.contacts import choose, correct, record

router = APIRouter()
for part in (choose, record, correct):
    router.include_router(part.router)
