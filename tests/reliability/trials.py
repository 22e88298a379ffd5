"""The trials, each with a size: small ones run with the tests, the full ones with `make reliability`."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.database import engine
from app.settings import settings
from tests.reliability.crashes import MONDAY_MORNING, Trial
from tests.reliability.lives import Lives
from tests.reliability.mail_server import MailServer
from tests.reliability.town import Builder, ask_today, at_hour, build_town
from tests.reliability.two_years import Trouble, World
from tests.reliability.worker_process import Post, use

MONTHS = ((3, 6, 12, 24), (2, 6, 13), (3, 6, 12))
FIRST_DAY = date(2026, 1, 5)
NOT_NOW, CUT = 0.02, 0.01


@dataclass(frozen=True)
class Result:
    """One row of the table: what went wrong and how often, and what became of the mails that had to be sent."""

    tried: str
    faults: int
    expected: int
    sent: int
    repeated: int
    lost: int
    twice: int
    remarks: Sequence[str] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing was lost, and nothing asked twice that need not be."""
        return self.lost == 0 and self.twice == 0


def prepare(database: str, questions: int, over_days: int = 1) -> None:
    """Make questions in an empty database, of which each is to be asked once."""
    use(Post(database, port=0, lease_seconds=30))

    async def make() -> None:
        await ask_today(Builder(MONDAY_MORNING), questions, over_days=over_days)
        await engine().dispose()

    asyncio.run(make())


def result_of(tried: str, trial: Trial) -> Result:
    """The row of a trial in which every question had to be asked once, in a mail of its own."""
    verdict = trial.verdict()
    remarks = [f"{verdict.unsure} on record as perhaps asked, and left to the reminder"] if verdict.unsure else []
    return Result(
        tried,
        trial.faults,
        verdict.expected,
        verdict.sent,
        verdict.repeated,
        verdict.lost,
        verdict.twice,
        remarks,
    )


def live(
    database: str, *, people: int, employers: int, days: int, months: Sequence[Sequence[int]] = MONTHS, seed: int = 1
) -> Result:
    """Go through the days in an empty database; each series of months is that of a programme.

    Raises WrongMailsError on the first day on which the rule book asks for other mails than arrived.
    """
    with MailServer() as server:
        use(Post(database, server.port, lease_seconds=30))
        settings().allow_test_clock = True
        return asyncio.run(_live(server, people, employers, days, months, seed))


async def _live(
    server: MailServer, people: int, employers: int, days: int, months: Sequence[Sequence[int]], seed: int
) -> Result:
    builder = Builder(at_hour(FIRST_DAY, 8))
    town = await build_town(builder, people=people, employers=employers, months=months)
    chance = random.Random(seed)
    down_on = frozenset(FIRST_DAY + timedelta(days=day) for day in chance.sample(range(days), days // 100))
    trouble = Trouble(seed=seed, not_now=NOT_NOW, cut=CUT, down_on=down_on)
    world = World(server, FIRST_DAY, trouble)
    lives = Lives(world, town, chance, days)
    lives.begin()
    world.on(FIRST_DAY + timedelta(days=days // 2), lambda: lives.asks_at(0, [*months[0], 9]))
    world.on(FIRST_DAY + timedelta(days=days * 3 // 4), lambda: lives.asks_at(0, months[0]))
    await world.live(days)
    await engine().dispose()
    happened = lives.count + trouble.count
    return Result(
        f"{days} days of {people} people",
        sum(happened.values()),
        expected=len(world.times),
        sent=len(world.times),
        repeated=len(world.repeated),
        lost=0,
        twice=0,
        remarks=[f"{what} {times}" for what, times in sorted(happened.items())],
    )
