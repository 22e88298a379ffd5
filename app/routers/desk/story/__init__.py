"""The story of one trajectory: on a page with filters, and as a summary on paper for the round table of partners."""

from app.routers.desk.story.page import router as router
