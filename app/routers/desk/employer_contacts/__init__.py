"""The contact persons of a programme at employers: the list, one of them, and whom to ask about a placement."""

from fastapi import APIRouter

from app.routers.desk.employer_contacts import list_, of_placement, person

router = APIRouter()
for part in (list_, person, of_placement):
    router.include_router(part.router)
