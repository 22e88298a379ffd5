"""The page for a participant with a link."""

from fastapi import APIRouter

from app.routers.participant import rating

router = APIRouter(include_in_schema=False)
router.include_router(rating.router)
