"""What is known about programmes, for everybody who has signed in: the catalogue, and one's own programmes."""

from fastapi import APIRouter

from app.routers.knowledge import catalogue, own_programme, start_programme

router = APIRouter(include_in_schema=False)
for part in (catalogue, start_programme, own_programme):
    router.include_router(part.router)
