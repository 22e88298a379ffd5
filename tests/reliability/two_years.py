"""Two years, day by day: people start jobs, move, leave and die, employers answer or do not, addresses go out of use.

Every morning two workers do their round, and the mails that the server accepted are held against the rule book.
"""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import text

from app.actor import Actor
from app.database import session_for
from app.jobs.carry_out import run_due_work
from app.jobs.send_messages import send_waiting_messages
from app.use_cases.secrets import hash_of
from tests.reliability.mail_server import Accepted, Cut, Fault, MailServer, Reply, Step
from tests.reliability.rule_book import About, Mail, RuleBook
from tests.reliability.town import at_hour

ABOUT = text(
    """
    SELECT link.token_hash, placement.number, follow_up.month
    FROM confirmation_link AS link
    JOIN follow_up ON follow_up.id = link.follow_up_id
    JOIN placement ON placement.id = follow_up.placement_id
    WHERE link.token_hash = any(:hashes)
    """
)
ASKED = text(
    """
    SELECT placement.number, follow_up.month, follow_up.times_asked, follow_up.last_asked_on
    FROM follow_up JOIN placement ON placement.id = follow_up.placement_id
    WHERE follow_up.times_asked > 0
    """
)
UNSURE = text("SELECT mail_id FROM message WHERE uncertain_at IS NOT NULL")
CONTRADICTIONS = text("SELECT check_name || ': ' || object_type || ' ' || object_id FROM consistency_finding")
TWICE = 2
OPEN_MESSAGES = text("SELECT count(*) FROM message WHERE state IN ('waiting', 'sending', 'handing_over')")

FIRST_HOUR, LAST_HOUR, AFTERNOON = 9, 16, 17


class WrongMailsError(AssertionError):
    """What was sent is not what ought to be sent."""


@dataclass
class Trouble:
    """What goes wrong with the mail: addresses that are gone, days on which the server is down, and how often else."""

    gone: set[str] = field(default_factory=set)
    down_on: frozenset[date] = frozenset()
    seed: int = 0
    not_now: float = 0.0
    cut: float = 0.0
    count: Counter[str] = field(default_factory=Counter)
    steps: Counter[tuple[Step, str]] = field(default_factory=Counter)

    def plan(self, step: Step, recipient: str) -> Fault:
        """What the server does at a step."""
        if step is Step.RECIPIENT and recipient in self.gone:
            self.count["address refused"] += 1
            return Reply("550 5.1.1 There is no such person here")
        if step is Step.RECIPIENT and self._happens(self.not_now, step, recipient):
            self.count["not now"] += 1
            return Reply("451 4.7.1 Greylisted, come back later")
        if step is Step.STORED and self._happens(self.cut, step, recipient):
            self.count["line cut"] += 1
            return Cut()
        return None

    def _happens(self, likely: float, step: Step, recipient: str) -> bool:
        """Whether chance wants it, this time; the same whatever the order in which mails go out."""
        self.steps[step, recipient] += 1
        times = self.steps[step, recipient]
        return random.Random(f"{self.seed} {step} {recipient} {times}").random() < likely


Deed = Callable[[], Awaitable[None]]
Arriving = Callable[[Mail, str, Mapping[About, str]], None]


@dataclass
class World:
    """The program, the mail server and the rule book, on one day after another.

    `on_mail` hears of every mail that arrives: what is in it, its Message-ID, and the secret of the link per question.
    """

    server: MailServer
    today: date
    trouble: Trouble
    on_mail: Arriving = lambda _mail, _mail_id, _secrets: None
    book: RuleBook = field(default_factory=RuleBook)
    agenda: dict[date, list[Deed]] = field(default_factory=lambda: defaultdict(list))
    times: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.server.plan = self.trouble.plan

    async def live(self, days: int) -> None:
        """Go through so many days; raises WrongMailsError on the first on which other mails arrive than ought to."""
        for _ in range(days):
            await self._morning()
            for event in self.agenda.pop(self.today, []):
                await event()
            self.today += timedelta(days=1)
        await self._hold_books_together()

    @property
    def repeated(self) -> set[str]:
        """The Message-IDs that the server accepted more than once."""
        return {mail_id for mail_id, times in self.times.items() if times > 1}

    def on(self, day: date, event: Deed) -> None:
        """Let something happen in an afternoon to come."""
        self.agenda[max(day, self.today)].append(event)

    async def _morning(self) -> None:
        expected = self.book.mails_of(self.today)
        is_down = self.today in self.trouble.down_on
        if is_down:
            self.server.close()
        await self._rounds()
        if is_down:
            self.server.open()
            self.book.under_way.extend(expected)
            expected = []
        for mail in expected:
            if mail.address in self.trouble.gone:
                self.book.failed.add(mail.address)
        await self._hold_against([mail for mail in expected if mail.address not in self.trouble.gone])

    async def _rounds(self) -> None:
        """Two workers do everything that is due, at the same time; what was put off is sent in the hours after."""
        morning = Actor.operator(at_hour(self.today, FIRST_HOUR))
        await asyncio.gather(run_due_work(morning), run_due_work(morning))
        for hour in range(FIRST_HOUR + 1, LAST_HOUR):
            async with session_for(self.operator) as session:
                if not await session.scalar(OPEN_MESSAGES) or self.today in self.trouble.down_on:
                    return
            await send_waiting_messages(Actor.operator(at_hour(self.today, hour)))

    async def _hold_against(self, expected: Sequence[Mail]) -> None:
        accepted = self.server.take()
        new = {mail.mail_id: mail for mail in accepted if mail.mail_id not in self.times}
        self.times.update(mail.mail_id for mail in accepted)
        told = await self._told(list(new.values()))
        ought, was = Counter(expected), Counter(mail for mail, _, _ in told)
        if ought != was:
            raise WrongMailsError(f"{self.today}: missing {dict(ought - was)}, too many {dict(was - ought)}")
        for mail, mail_id, secrets in sorted(told, key=lambda each: (each[0].address, sorted(each[0].about))):
            self.book.was_sent(mail, self.today)
            self.on_mail(mail, mail_id, secrets)

    async def _told(self, accepted: Sequence[Accepted]) -> list[tuple[Mail, str, dict[About, str]]]:
        """What each mail asks, by its links."""
        hashes = {hash_of(secret): secret for mail in accepted for secret in mail.secrets}
        async with session_for(self.operator) as session:
            rows = (await session.execute(ABOUT, {"hashes": list(hashes)})).all()
        about = {hashes[row.token_hash]: (row.number, row.month) for row in rows}
        told = []
        for mail in accepted:
            secrets = {about[secret]: secret for secret in mail.secrets}
            told.append((Mail(mail.recipient, frozenset(secrets)), mail.mail_id, secrets))
        return told

    async def _hold_books_together(self) -> None:
        """What the program has on record is what was sent; and it found no contradiction in its own books."""
        async with session_for(self.operator) as session:
            asked = (await session.execute(ASKED)).all()
            unsure = set(await session.scalars(UNSURE))
            contradictions = list(await session.scalars(CONTRADICTIONS))
        on_record = {(row.number, row.month): (row.times_asked, row.last_asked_on) for row in asked}
        in_book = {
            (job.number, month): (len(days), days[-1] if days else None)
            for job in self.book.jobs.values()
            for month, days in job.asked_on.items()
            if days
        }
        wrong = [
            f"{about}: {on_record.get(about)} on record, {said} sent"
            for about, said in in_book.items()
            if on_record.get(about) != said
        ]
        wrong += [f"{about}: {said} on record, never sent" for about, said in on_record.items() if about not in in_book]
        wrong += [f"{mail_id}: repeated without being on record as uncertain" for mail_id in self.repeated - unsure]
        wrong += [f"{mail_id}: {times} times" for mail_id, times in self.times.items() if times > TWICE]
        wrong += contradictions
        if wrong:
            raise WrongMailsError("\n".join(wrong[:20]))

    @property
    def operator(self) -> Actor:
        """Who looks and does things in the afternoon."""
        return Actor.operator(at_hour(self.today, AFTERNOON))
