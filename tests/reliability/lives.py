"""What happens to the people of the town and at their employers, told to the program and to the rule book alike."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from http import HTTPStatus
from uuid import UUID

import httpx
from sqlmodel import col, select, update
from sqlmodel.sql.expression import SelectOfScalar

from app.database import session_for
from app.main import create_app
from app.models import EmployerContact, FollowUp, Placement, Trajectory
from app.models.observation import ObservationFields
from app.models.programme import ProgrammeUpdate
from app.rules.code_lists import EvidenceSource, PlacementEndReason, SpellKind
from app.use_cases.change_placement import PlacementChange, PlacementEnd, change_placement, end_placement
from app.use_cases.change_programme import change_programme
from app.use_cases.move_follow_up import FollowUpMoved, move_follow_up
from app.use_cases.record_observation import record_observation
from app.use_cases.start_placement import PlacementStarted, start_placement
from app.use_cases.take_back_message import take_back_message
from tests.reliability.rule_book import About, Job, Mail
from tests.reliability.town import Town, at_hour
from tests.reliability.two_years import World

MOVES, LEAVES, PUT_OFF, SEEN, DIES = 0.15, 0.2, 0.1, 0.1, 0.01
STARTS_AGAIN, RECORDED_LATE, REFUSED_AT_ONCE = 0.5, 0.1, 0.5
ANSWERS, SAYS_LEFT, SAYS_NEVER_HERE, SAYS_HALF = 0.5, 0.15, 0.03, 0.03


@dataclass
class Lives:
    """Everybody's story, drawn by chance from a seed."""

    world: World
    town: Town
    chance: random.Random
    days: int
    count: Counter[str] = field(default_factory=Counter)
    placement_ids: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, Trajectory] = field(default_factory=dict)
    sends_back: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """Draw when everybody starts, when addresses go out of use, and when a programme asks at other months."""
        self.world.on_mail = self.arrives
        for person in self.town.people:
            starts_on = self.world.today + timedelta(days=self.chance.randrange(self.days * 3 // 4))
            recorded_on = starts_on + timedelta(days=self.chance.randrange(-20, 30))
            if self.chance.random() < RECORDED_LATE:
                recorded_on += timedelta(days=self.chance.randrange(60, 300))
            self.world.on(recorded_on, partial(self.starts, person, starts_on))
        for contact in self.chance.sample(self.town.contacts, len(self.town.contacts) // 4):
            self.world.on(self._some_day(), partial(self.goes_out_of_use, contact))

    async def starts(self, person: Trajectory, starts_on: date) -> None:
        """Somebody starts a first job, and what becomes of it is drawn."""
        index = self.chance.choice(self._at_home_in(person))
        contact, employer = self.town.contacts[index], self.town.employers[index]
        started = PlacementStarted(
            organisation_id=employer.id, contact_id=contact.id, kind=SpellKind.REGULAR_JOB, starts_on=starts_on
        )
        async with session_for(self.world.operator) as session:
            placement = await start_placement(session, by=self.world.operator, trajectory_id=person.id, started=started)
        number = placement.number
        self.placement_ids[number], self.people[number] = placement.id, person
        programme = next(one for one in self.town.programmes if one.id == person.programme_id)
        self.world.book.jobs[number] = Job(
            number, programme.name, str(contact.email), starts_on, programme.follow_up_months
        )
        self.count["jobs"] += 1
        self._draw_what_becomes_of(number)

    async def moves(self, number: str, days: int) -> None:
        """The start turns out to be another day; not any more once somebody answered."""
        job = self.world.book.jobs[number]
        if job.seen_on or job.last_day or job.left_to_team:
            return
        job.starts_on_another_day(job.starts_on + timedelta(days=days))
        await self._change(number, PlacementChange(starts_on=job.starts_on))
        self.count["starts moved"] += 1

    async def leaves(self, number: str, reason: PlacementEndReason) -> None:
        """The coach hears that the job ended some days ago, or that somebody died."""
        job = self.world.book.jobs[number]
        if job.last_day or job.starts_on > self.world.today:
            return
        job.last_day = max(job.starts_on, self.world.today - timedelta(days=self.chance.randrange(10)))
        async with session_for(self.world.operator) as session:
            version = (await session.scalars(self._version(number))).one()
            await end_placement(
                session,
                by=self.world.operator,
                placement_id=self.placement_ids[number],
                version=version,
                end=PlacementEnd(ends_on=job.last_day, end_reason=reason),
            )
        self.count["deaths" if reason is PlacementEndReason.DECEASED else "early ends"] += 1
        if reason is not PlacementEndReason.DECEASED and self.chance.random() < STARTS_AGAIN:
            self.world.on(self._soon(60), partial(self.starts_again, number))

    async def starts_again(self, number: str) -> None:
        """A second job: nobody asks about it."""
        person = self.people[number]
        index = self.chance.choice(self._at_home_in(person))
        started = PlacementStarted(
            organisation_id=self.town.employers[index].id,
            contact_id=self.town.contacts[index].id,
            kind=SpellKind.REGULAR_JOB,
            starts_on=self.world.today,
        )
        async with session_for(self.world.operator) as session:
            await start_placement(session, by=self.world.operator, trajectory_id=person.id, started=started)
        self.count["second jobs"] += 1

    async def goes_out_of_use(self, contact: EmployerContact) -> None:
        """From now on an address does not exist: the server refuses it, or takes the mail and sends it back later.

        Some weeks later somebody finds another address.
        """
        if self.chance.random() < REFUSED_AT_ONCE:
            self.world.trouble.gone.add(str(contact.email))
        else:
            self.sends_back.add(str(contact.email))
        self.count["addresses out of use"] += 1
        self.world.on(self._soon(90), partial(self.gets_new_address, contact, f"new.{contact.email}"))

    async def gets_new_address(self, contact: EmployerContact, address: str) -> None:
        """Somebody called and writes down a new address."""
        old = str(contact.email)
        async with session_for(self.world.operator) as session:
            await session.execute(
                update(EmployerContact)
                .where(col(EmployerContact.id) == contact.id)
                .values(email=address, bounced_at=None, bounce_reason=None)
            )
        contact.email = address
        for job in self.world.book.jobs.values():
            if job.address == old:
                job.address = address

    async def asks_at(self, programme_index: int, months: Sequence[int]) -> None:
        """A programme decides to ask at other months."""
        programme = self.town.programmes[programme_index]
        async with session_for(self.world.operator) as session:
            changed = await change_programme(
                session,
                by=self.world.operator,
                programme_id=programme.id,
                version=programme.version,
                change=ProgrammeUpdate(follow_up_months=list(months)),
            )
        programme.version, programme.follow_up_months = changed.version, list(months)
        for job in self.world.book.jobs.values():
            if job.programme == programme.name:
                job.months = months
        self.count["series changed"] += 1

    def arrives(self, mail: Mail, mail_id: str, secrets: Mapping[About, str]) -> None:
        """A mail arrives; it comes back, or perhaps somebody answers in the weeks after."""
        if mail.address in self.sends_back:
            self.world.on(self._soon(4), partial(self.comes_back, mail, mail_id, self.world.today))
            return
        for about in sorted(secrets):
            if self.chance.random() < ANSWERS:
                self.world.on(self._soon(20), partial(self.is_answered, about, secrets[about]))

    async def comes_back(self, mail: Mail, mail_id: str, sent_on: date) -> None:
        """The notice of a server elsewhere is read: nobody got this mail."""
        self.world.book.came_back(mail, sent_on)
        async with session_for(self.world.operator) as session:
            assert await take_back_message(session, by=self.world.operator, mail_id=mail_id, reason="No such person")
        self.count["mails that came back"] += 1

    async def is_put_off(self, number: str, days: int) -> None:
        """Somebody moves a question that waits to a later day."""
        job = self.world.book.jobs[number]
        waiting = [month for month in job.months if job.waits(month, self.world.today)]
        if not waiting:
            return
        month = self.chance.choice(waiting)
        to = job.computed_on(month) + timedelta(days=days)
        if to + timedelta(days=60) < self.world.today:
            return
        job.put_off_to[month] = to
        async with session_for(self.world.operator) as session:
            known = select(FollowUp).where(
                col(FollowUp.placement_id) == self.placement_ids[number], col(FollowUp.month) == month
            )
            follow_up = (await session.scalars(known)).one()
            moved = FollowUpMoved(due_on=to, reason="On holiday")
            await move_follow_up(
                session, by=self.world.operator, follow_up_id=follow_up.id, version=follow_up.version, moved=moved
            )
        self.count["questions put off"] += 1

    async def is_seen(self, number: str) -> None:
        """The coach visits the workplace, and writes down that somebody works there."""
        job = self.world.book.jobs[number]
        if job.last_day or job.starts_on > self.world.today:
            return
        job.seen_on = self.world.today
        seen = ObservationFields(
            placement_id=self.placement_ids[number],
            observed_on=self.world.today,
            in_paid_work=True,
            source=EvidenceSource.COACH,
        )
        async with session_for(self.world.operator) as session:
            await record_observation(
                session, by=self.world.operator, trajectory_id=self.people[number].id, observation=seen
            )
        self.count["seen at work"] += 1

    async def is_answered(self, about: About, secret: str) -> None:
        """An employer opens the link of a mail and answers."""
        number, month = about
        job = self.world.book.jobs[number]
        if not job.waits(month, self.world.today) or job.due_on(month) > self.world.today:
            return
        drawn = self.chance.random()
        if drawn < SAYS_LEFT:
            job.last_day = max(job.starts_on, self.world.today - timedelta(days=self.chance.randrange(60)))
            await self._post(secret, {"answer": "left", "left_on": job.last_day.isoformat()})
            self.count["answered: left"] += 1
        elif drawn < SAYS_LEFT + SAYS_NEVER_HERE:
            job.left_to_team.add(month)
            await self._post(secret, {"answer": "not_my_employee"})
            self.count["answered: never worked here"] += 1
        elif drawn < SAYS_LEFT + SAYS_NEVER_HERE + SAYS_HALF:
            job.left_to_team.add(month)
            await self._post(secret, {"answer": "left"})
            self.count["answered by half"] += 1
        else:
            job.seen_on = self.world.today
            await self._post(secret, {"answer": "still_here"})
            self.count["answered: still here"] += 1

    async def _post(self, secret: str, typed: dict[str, str]) -> None:
        """Send the form as a browser at some address of the internet does, in this afternoon."""
        somewhere = ".".join(str(self.chance.randrange(1, 255)) for _ in range(4))
        transport = httpx.ASGITransport(app=self._program, client=(somewhere, 50000))
        moment = at_hour(self.world.today, 17).isoformat()
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as browser:
            answer = await browser.post(
                f"/confirm/{secret}", data=typed, headers={"Bestendig-Test-Today": moment, "Accept": "text/html"}
            )
        assert answer.status_code == HTTPStatus.SEE_OTHER, (answer.status_code, typed, answer.text)

    def __post_init__(self) -> None:
        self._program = create_app()

    def _draw_what_becomes_of(self, number: str) -> None:
        days, later = self.chance.randrange(-30, 30), self.chance.randrange(1, 60)
        for likely, within, event in (
            (MOVES, 100, partial(self.moves, number, days)),
            (PUT_OFF, 400, partial(self.is_put_off, number, later)),
            (SEEN, 400, partial(self.is_seen, number)),
            (LEAVES, 500, partial(self.leaves, number, PlacementEndReason.RESIGNED)),
            (DIES, 500, partial(self.leaves, number, PlacementEndReason.DECEASED)),
        ):
            if self.chance.random() < likely:
                self.world.on(self._soon(within), event)

    async def _change(self, number: str, change: PlacementChange) -> None:
        async with session_for(self.world.operator) as session:
            version = (await session.scalars(self._version(number))).one()
            await change_placement(
                session,
                by=self.world.operator,
                placement_id=self.placement_ids[number],
                version=version,
                change=change,
            )

    def _version(self, number: str) -> SelectOfScalar[int]:
        return select(Placement.version).where(col(Placement.id) == self.placement_ids[number])

    def _at_home_in(self, person: Trajectory) -> list[int]:
        return [
            index for index, contact in enumerate(self.town.contacts) if contact.programme_id == person.programme_id
        ]

    def _soon(self, days: int) -> date:
        return self.world.today + timedelta(days=self.chance.randrange(1, days))

    def _some_day(self) -> date:
        return self.world.today + timedelta(days=self.chance.randrange(self.days))
