"""The pages for the municipality."""

from fastapi import APIRouter

from app.routers.municipality import outcomes

router = APIRouter(include_in_schema=False)
router.include_router(outcomes.router)
