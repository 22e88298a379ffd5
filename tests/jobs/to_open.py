"""A follow-up that is exactly as planned, and that should be open by now."""

from datetime import date, timedelta

from app.models import FollowUp
from app.rules.calendar import add_months
from app.rules.code_lists import FollowUpState
from tests.factories import Factory

MONTH = 6


async def follow_up_to_open(make: Factory, today: date) -> FollowUp:
    """Planned for the fifteenth of this month, half a year after the start of a job."""
    due_on = today.replace(day=15)
    programme = await make.programme(follow_up_months=[MONTH])
    return await make.follow_up(
        await make.placement(await make.trajectory(programme), starts_on=add_months(due_on, -MONTH)),
        state=FollowUpState.PLANNED,
        month=MONTH,
        due_on=due_on,
        opens_on=due_on - timedelta(days=14),
        closes_on=due_on + timedelta(days=60),
    )
