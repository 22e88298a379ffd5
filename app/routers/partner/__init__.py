"""The page for partners of a programme: employers and municipalities that take part in it."""

from fastapi import APIRouter

from app.routers.partner import who_does_what

router = APIRouter(include_in_schema=False)
router.include_router(who_does_what.router)
