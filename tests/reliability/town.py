"""Makes a town for the trials: programmes, employers with a contact person each, and people who will work there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import SQLModel

from app.actor import Actor
from app.clock import DUTCH_TIME
from app.database import session_for
from app.models import EmployerContact, Organisation, Programme, Trajectory
from tests.factories import Factory


def at_hour(day: date, hour: int) -> datetime:
    """An hour of a day in the Netherlands."""
    return datetime.combine(day, time(hour), DUTCH_TIME)


class Builder(Factory):
    """A factory that keeps its rows until they are written together."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self.at = at
        self.kept: list[SQLModel] = []

    async def save(self, *rows: SQLModel) -> None:
        """Keep rows for later."""
        self.kept.extend(rows)

    async def write(self) -> None:
        """Write what was kept, in one transaction."""
        async with session_for(Actor.operator(self.at)) as session:
            for table in SQLModel.metadata.sorted_tables:
                session.add_all(row for row in self.kept if getattr(row, "__table__", None) is table)
                await session.flush()
        self.kept = []


@dataclass(frozen=True)
class Town:
    """Who is there. Contact persons and people are spread over the programmes in turn."""

    programmes: Sequence[Programme]
    employers: Sequence[Organisation]
    contacts: Sequence[EmployerContact]
    people: Sequence[Trajectory]


async def build_town(
    builder: Builder, *, people: int, employers: int, months: Sequence[Sequence[int]], **policy: int
) -> Town:
    """Make a programme per series of months, employers that each belong to one, and people who do not work yet."""
    programmes = [await builder.programme(follow_up_months=list(series), asking=policy) for series in months]
    places = [await builder.organisation() for _ in range(employers)]
    contacts = [
        await builder.employer_contact(programmes[index % len(programmes)], place, email=f"contact{index}@example.org")
        for index, place in enumerate(places)
    ]
    long_ago = builder.at.date() - timedelta(days=400)
    trajectories = [
        await builder.trajectory(programmes[index % len(programmes)], registered_on=long_ago, started_on=long_ago)
        for index in range(people)
    ]
    await builder.write()
    return Town(programmes, places, contacts, trajectories)


async def ask_today(builder: Builder, number: int, *, over_days: int = 1) -> None:
    """Make so many questions that become ready from today on, each for an employer of its own, to be asked once.

    They wait for an answer for years, as the clock of a trial runs fast.
    """
    town = await build_town(builder, people=number, employers=number, months=[[6]], timesAtMost=1)
    for index, (person, employer, contact) in enumerate(zip(town.people, town.employers, town.contacts, strict=True)):
        due_on = builder.at.date() + timedelta(days=index % over_days)
        job = await builder.placement(
            person,
            employer,
            contact_id=contact.id,
            starts_on=due_on - timedelta(days=183),
        )
        await builder.follow_up(
            job, due_on=due_on, opens_on=due_on - timedelta(days=14), closes_on=due_on + timedelta(days=3650)
        )
    await builder.write()
