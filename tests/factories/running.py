"""What the program does by itself, and finds."""

from typing import Any

from app.models import ConsistencyFinding, FollowUp, PeriodicRun
from tests.factories.rows import Rows


class Running(Rows):
    """What the program does by itself, and finds."""

    async def periodic_run(self, **fields: Any) -> PeriodicRun:
        """A task that ran and ended now, unless said otherwise."""
        return await self.row(
            PeriodicRun, fields, task=self.number("task"), started_at=self.at, finished_at=self.at, counts={}
        )

    async def consistency_finding(self, follow_up: FollowUp, **fields: Any) -> ConsistencyFinding:
        """Something that is not right about a follow-up, found now, unless said otherwise."""
        return await self.row(
            ConsistencyFinding,
            fields,
            programme_id=follow_up.programme_id,
            check_name="asked_without_request",
            object_type="follow_up",
            object_id=follow_up.id,
            found_at=self.at,
            last_seen_at=self.at,
        )
