"""Group sessions: which there were, recording one for everybody at once, and correcting it."""

from app.routers.desk.group_sessions.record import router as router
