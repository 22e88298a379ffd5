"""The pages for the municipality."""

from fastapi import APIRouter

router = APIRouter(include_in_schema=False)
