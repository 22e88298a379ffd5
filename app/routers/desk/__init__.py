"""The pages of the programme team: the desk."""

from fastapi import APIRouter

router = APIRouter(include_in_schema=False)
