"""The page behind the links of a test message."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.routers.pages import page

router = APIRouter()


@router.get("/example-question")
async def show(request: Request) -> Response:
    """Say that this was an example. Whoever gets a real message finds a question."""
    return page(request, "employer/example.html")
