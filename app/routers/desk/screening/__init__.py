"""The screening of one candidate: what is found out, the check beside it, and the decision."""

from fastapi import APIRouter

from app.routers.desk.screening import decision, page, person, records

router = APIRouter()
for part in (page, records, person, decision):
    router.include_router(part.router)
