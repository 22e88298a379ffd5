"""The pages for the employer."""

from fastapi import APIRouter

from app.routers.employer import confirmation, example, placements, support

router = APIRouter(include_in_schema=False)
router.include_router(confirmation.router)
router.include_router(example.router)
router.include_router(placements.router)
router.include_router(support.router)
