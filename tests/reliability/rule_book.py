"""What ought to be sent, worked out a second time and as naively as it goes.

It shares no code with the program: months are counted by hand, the holidays stand here as days, and every morning
everything is looked at anew. What it says is the brief of the programme, not what the program happens to do:

- a question about a job belongs to a month after its start; it waits for an answer until 60 days after that day;
- a contact is asked on a working day, about everything that is ready by then, as soon as nothing else gets ready within
  six days after what was ready first; a question is asked three times at most, and never within seven days;
- a contact gets no mail on the six days after one;
- nobody is asked about what is answered, about a day after the last one worked, or at an address that does not exist.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

HOLIDAYS = frozenset(
    date(year, month, day)
    for year, days in {
        2026: [(1, 1), (4, 6), (4, 27), (5, 14), (5, 25), (12, 25), (12, 26)],
        2027: [(1, 1), (3, 29), (4, 27), (5, 6), (5, 17), (12, 25), (12, 26)],
        2028: [(1, 1), (4, 17), (4, 27), (5, 25), (6, 5), (12, 25), (12, 26)],
    }.items()
    for month, day in days
)
WEEK = timedelta(days=7)
TIMES_AT_MOST = 3
SATURDAY = 5

About = tuple[str, int]
"""The number of a job, and the month after its start."""
Contact = tuple[str, str]
"""A programme and an address."""


@dataclass
class Job:
    """A first paid job, and what is known of it.

    `asked_on` are the days on which its employer was asked, per month; `put_off_to` the days to which somebody moved a
    question; `left_to_team` the months about which somebody said something that only a person can settle.
    """

    number: str
    programme: str
    address: str
    starts_on: date
    months: Sequence[int]
    seen_on: date | None = None
    last_day: date | None = None
    put_off_to: dict[int, date] = field(default_factory=dict)
    left_to_team: set[int] = field(default_factory=set)
    asked_on: dict[int, list[date]] = field(default_factory=lambda: defaultdict(list))

    def due_on(self, month: int) -> date:
        """The day that is asked about."""
        return self.put_off_to.get(month, self.computed_on(month))

    def starts_on_another_day(self, day: date) -> None:
        """The questions move along; those put off stay where they are as long as that is within sixty days after."""
        self.starts_on = day
        self.put_off_to = {
            month: put_off
            for month, put_off in self.put_off_to.items()
            if self.computed_on(month) <= put_off <= self.computed_on(month) + timedelta(days=60)
        }

    def computed_on(self, month: int) -> date:
        """The same day so many months on, or the last one of that month."""
        year, index = divmod(self.starts_on.year * 12 + self.starts_on.month - 1 + month, 12)
        return date(year, index + 1, min(self.starts_on.day, monthrange(year, index + 1)[1]))

    def waits(self, month: int, today: date) -> bool:
        """Whether the employer can be asked, now or later."""
        due_on = self.due_on(month)
        is_seen = self.seen_on is not None and self.seen_on >= due_on
        is_over = self.last_day is not None or due_on + timedelta(days=60) < today
        return month in self.months and not (is_seen or is_over or month in self.left_to_team)

    def ready_on(self, month: int) -> date:
        """The first day on which the employer may be asked about this month (again)."""
        asked_on = self.asked_on[month]
        return max(self.due_on(month), asked_on[-1] + WEEK) if asked_on else self.due_on(month)


@dataclass(frozen=True)
class Mail:
    """One mail: to whom, and about which jobs at which months."""

    address: str
    about: frozenset[About]


@dataclass
class RuleBook:
    """Everything that is known: the jobs by number, when each contact last got a mail, and which addresses failed."""

    jobs: dict[str, Job] = field(default_factory=dict)
    last_mail: dict[Contact, date] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    under_way: list[Mail] = field(default_factory=list)

    def mails_of(self, today: date) -> list[Mail]:
        """What goes out this morning, what was under way already included."""
        if not is_working_day(today):
            return []
        mails = [still for mail in self.under_way if (still := self._without_answered(mail, today))]
        busy = {mail.address for mail in self.under_way}
        self.under_way = []
        for (_, address), questions in self._ready(today).items():
            first = min(questions.values())
            if address in busy or first > today:
                continue
            if not any(today < day <= first + timedelta(days=6) for day in questions.values()):
                mails.append(Mail(address, frozenset(about for about, day in questions.items() if day <= today)))
        return mails

    def was_sent(self, mail: Mail, today: date) -> None:
        """The server took it."""
        for number, month in mail.about:
            job = self.jobs[number]
            job.asked_on[month].append(today)
            self.last_mail[job.programme, mail.address] = today

    def came_back(self, mail: Mail, sent_on: date) -> None:
        """It was not delivered after all."""
        for number, month in mail.about:
            self.jobs[number].asked_on[month].remove(sent_on)
        self.failed.add(mail.address)

    def _ready(self, today: date) -> dict[Contact, dict[About, date]]:
        """Per contact, what there is to ask and from which day on."""
        ready: dict[Contact, dict[About, date]] = defaultdict(dict)
        for job in self.jobs.values():
            if job.address in self.failed:
                continue
            contact = (job.programme, job.address)
            for month in job.months:
                if not job.waits(month, today) or len(job.asked_on[month]) == TIMES_AT_MOST:
                    continue
                day = max(job.ready_on(month), self.last_mail.get(contact, date.min) + WEEK)
                if day <= job.due_on(month) + timedelta(days=60):
                    ready[contact][job.number, month] = day
        return ready

    def _without_answered(self, mail: Mail, today: date) -> Mail | None:
        about = frozenset((number, month) for number, month in mail.about if self.jobs[number].waits(month, today))
        return Mail(mail.address, about) if about else None


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no holiday."""
    return day.weekday() < SATURDAY and day not in HOLIDAYS
