"""The pages for the employer."""

from fastapi import APIRouter

router = APIRouter(include_in_schema=False)
