"""The desk of the day: the page, and per kind of line what it is called and why it stands there."""

from app.routers.desk.today.page import router as router
