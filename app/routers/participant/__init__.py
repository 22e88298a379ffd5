"""The pages for a participant with a link."""

from fastapi import APIRouter

from app.routers.participant import own_work, rating

router = APIRouter(include_in_schema=False)
router.include_router(rating.router)
router.include_router(own_work.router)
