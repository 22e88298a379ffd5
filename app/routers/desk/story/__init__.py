"""The story of one trajectory: on a page with filters, and in short on paper for the round table of partners."""

from fastapi import APIRouter

from app.routers.desk.story import page, summary

router = APIRouter()
router.include_router(page.router)
router.include_router(summary.router)
