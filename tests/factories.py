"""Makes rows for tests. Mention only what the test is about; the rest gets a value that is right and dull."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import count
from typing import Any
from uuid import uuid4

from sqlmodel import SQLModel

from app import clock
from app.actor import Actor
from app.database import session_for
from app.models import (
    Account,
    ApiToken,
    Assignment,
    Circumstance,
    CoachingContact,
    Cohort,
    ConfirmationLink,
    ConsistencyFinding,
    Credential,
    EmployerContact,
    FollowUp,
    FollowUpRequest,
    GroupSession,
    LanguageMeasurement,
    LanguageSupport,
    Membership,
    Message,
    MessageTemplate,
    MotivationInterview,
    Observation,
    Organisation,
    OutcomeEdition,
    OutcomePull,
    OutcomeReport,
    OwnMetric,
    Participant,
    ParticipantProfile,
    PeriodicRun,
    Placement,
    Programme,
    ProgrammeFunding,
    ProgrammePartner,
    PublishedTable,
    Rating,
    RatingRequest,
    ScreeningDecision,
    ScreeningTest,
    SignInSession,
    Task,
    Trajectory,
    TrajectoryEvent,
    TrajectoryMove,
    WorkplaceSupport,
)
from app.models.base import OfTrajectory
from app.models.own_metric import MetricParts
from app.routers.acting import SESSION_COOKIE
from app.rules.code_lists import (
    AskedOf,
    AssignmentRole,
    CircumstanceState,
    Decision,
    EvidenceSource,
    FollowUpState,
    LanguageLevel,
    LanguageSkill,
    LanguageSupportKind,
    MessageChannel,
    MessageKind,
    MessageLanguage,
    MessagePurpose,
    PartnerRole,
    PullResult,
    RatedBy,
    RatingDimension,
    Role,
    SpellKind,
    SupportDomain,
    TrajectoryState,
    WorkplaceSupportKind,
    WorkplaceSupportState,
)
from app.rules.own_metric import own_code
from app.use_cases.passwords import hash_password
from app.use_cases.secrets import new_secret

MOMENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""When tests take place, unless they say otherwise."""
TODAY = MOMENT.date()


class Factory:
    """One method per noun. Every row is written by the operator at `at`."""

    def __init__(self) -> None:
        self.at = MOMENT
        self.counter = count(1)

    async def save(self, *rows: SQLModel) -> None:
        """Write rows as the operator."""
        async with session_for(Actor.operator(self.at)) as session:
            for row in rows:
                session.add(row)
                await session.flush()

    def number(self, letter: str) -> str:
        """The next number, as programmes write them: T0001."""
        return f"{letter}{next(self.counter):04}"

    async def organisation(self, **fields: Any) -> Organisation:
        """An organisation; an employer unless said otherwise."""
        values: dict[str, Any] = {"name": self.number("Organisation "), "roles": ["employer"], **fields}
        organisation = Organisation(**values)
        await self.save(organisation)
        return organisation

    async def programme(self, **fields: Any) -> Programme:
        """A programme with a lead organisation of its own."""
        lead = fields.pop("lead_organisation_id", None) or (await self.organisation(roles=["civil_society"])).id
        programme = Programme(**{"name": self.number("Programme "), "lead_organisation_id": lead, **fields})
        await self.save(programme)
        return programme

    async def partner(
        self, programme: Programme, organisation: Organisation | None = None, **fields: Any
    ) -> ProgrammePartner:
        """An organisation that teaches the language in a programme, unless said otherwise."""
        school = organisation or await self.organisation(roles=["language_school"])
        partner = ProgrammePartner(
            **{"programme_id": programme.id, "organisation_id": school.id, "role": PartnerRole.LANGUAGE, **fields}
        )
        await self.save(partner)
        return partner

    async def funding(self, programme: Programme, **fields: Any) -> ProgrammeFunding:
        """Money for the whole of a programme during 2026, unless said otherwise."""
        funding = ProgrammeFunding(
            **{
                "programme_id": programme.id,
                "source": "Gemeente",
                "starts_on": date(2026, 1, 1),
                "ends_on": date(2026, 12, 31),
                **fields,
            }
        )
        await self.save(funding)
        return funding

    async def cohort(self, programme: Programme, **fields: Any) -> Cohort:
        """A cohort of a programme."""
        cohort = Cohort(**{"programme_id": programme.id, "name": self.number("Cohort "), **fields})
        await self.save(cohort)
        return cohort

    async def account(self, role: Role | None = None, **fields: Any) -> Account:
        """An account, as a rule with one role: in a `programme`, or for an `organisation`."""
        programme: Programme | None = fields.pop("programme", None)
        organisation: Organisation | None = fields.pop("organisation", None)
        password = fields.pop("password", None)
        name = self.number("account")
        account = Account(**{"email": f"{name}@example.org", "display_name": name, **fields})
        await self.save(account)
        if role is not None:
            await self.membership(account, role, programme, organisation)
        if password is not None:
            await self.save(Credential(account_id=account.id, password_hash=hash_password(password)))
        return account

    async def membership(
        self,
        account: Account,
        role: Role,
        programme: Programme | None = None,
        organisation: Organisation | None = None,
    ) -> Membership:
        """One (more) role of an account."""
        membership = Membership(
            account_id=account.id,
            role=role,
            programme_id=programme.id if programme else None,
            organisation_id=organisation.id if organisation else None,
        )
        await self.save(membership)
        return membership

    async def signed_in(self, account: Account, at: datetime | None = None) -> dict[str, str]:
        """The cookies of a browser in which this account has just signed in."""
        secret, hashed = new_secret()
        moment = at or clock.now()
        await self.save(SignInSession(token_hash=hashed, account_id=account.id, started_at=moment, last_seen_at=moment))
        return {SESSION_COOKIE: secret}

    async def token(self, account: Account) -> dict[str, str]:
        """The header with which this account calls the API."""
        secret, hashed = new_secret()
        await self.api_token(account, token_hash=hashed)
        return {"Authorization": f"Bearer {secret}"}

    async def api_token(self, account: Account, **fields: Any) -> ApiToken:
        """A bearer token, valid for a day; its secret is thrown away unless a hash is given."""
        token = ApiToken(
            **{
                "account_id": account.id,
                "name": "test",
                "token_hash": new_secret()[1],
                "expires_at": clock.now() + timedelta(days=1),
                **fields,
            }
        )
        await self.save(token)
        return token

    async def participant(
        self, programme: Programme, profile: dict[str, Any] | None = None, **fields: Any
    ) -> Participant:
        """A participant with a profile; `profile` holds what is known without saying who it is."""
        values: dict[str, Any] = {
            "lead_organisation_id": programme.lead_organisation_id,
            "programme_ids": [programme.id],
            "number": self.number("D"),
            "first_name": "Amina",
            "last_name": "Warsame",
            **fields,
        }
        values["search_name"] = f"{values['first_name']} {values['last_name']}".casefold()
        participant = Participant(**values)
        await self.save(
            participant,
            ParticipantProfile(id=participant.id, programme_ids=[programme.id], **(profile or {})),
        )
        return participant

    async def trajectory(
        self, programme: Programme, participant: Participant | None = None, **fields: Any
    ) -> Trajectory:
        """An active trajectory that started on 5 January 2026, unless said otherwise."""
        person = participant or await self.participant(programme)
        trajectory = Trajectory(
            **{
                "programme_id": programme.id,
                "participant_id": person.id,
                "number": self.number("T"),
                "state": TrajectoryState.ACTIVE,
                "registered_on": date(2025, 12, 1),
                "started_on": date(2026, 1, 5),
                **fields,
            }
        )
        await self.save(trajectory)
        return trajectory

    async def move(self, trajectory: Trajectory) -> TrajectoryMove:
        """A trajectory that was of the same person under another number."""
        earlier = Participant(
            lead_organisation_id=(await self.organisation()).id,
            programme_ids=[trajectory.programme_id],
            number=self.number("D"),
            first_name="Amina",
            last_name="Warsame",
            search_name="amina warsame",
            merged_into_id=trajectory.participant_id,
        )
        move = TrajectoryMove(
            trajectory_id=trajectory.id,
            earlier_participant_id=earlier.id,
            participant_id=trajectory.participant_id,
            moved_at=self.at,
        )
        await self.save(earlier, move)
        return move

    async def placement(
        self, trajectory: Trajectory, organisation: Organisation | None = None, **fields: Any
    ) -> Placement:
        """A regular job that started on 2 February 2026, unless said otherwise."""
        employer = organisation or await self.organisation()
        placement = Placement(
            **{
                **of(trajectory),
                "number": self.number("P"),
                "organisation_id": employer.id,
                "kind": SpellKind.REGULAR_JOB,
                "starts_on": date(2026, 2, 2),
                **fields,
            }
        )
        await self.save(placement)
        return placement

    async def observation(
        self, trajectory: Trajectory, placement: Placement | None = None, **fields: Any
    ) -> Observation:
        """A participant who says today to be in paid work, unless said otherwise."""
        observation = Observation(
            **{
                **of(trajectory),
                "placement_id": placement.id if placement else None,
                "observed_on": TODAY,
                "in_paid_work": True,
                "source": EvidenceSource.PARTICIPANT,
                **fields,
            }
        )
        await self.save(observation)
        return observation

    async def event(self, trajectory: Trajectory, **fields: Any) -> TrajectoryEvent:
        """The registration of a trajectory, unless said otherwise."""
        event = TrajectoryEvent(
            **{
                **of(trajectory),
                "step": "register",
                "to_state": TrajectoryState.REGISTERED,
                "on_date": trajectory.registered_on,
                **fields,
            }
        )
        await self.save(event)
        return event

    async def screening_decision(self, trajectory: Trajectory, **fields: Any) -> ScreeningDecision:
        """An admission, unless said otherwise."""
        decision = ScreeningDecision(
            **{**of(trajectory), "decision": Decision.ADMITTED, "decided_on": trajectory.registered_on, **fields}
        )
        await self.save(decision)
        return decision

    async def screening_test(self, trajectory: Trajectory, **fields: Any) -> ScreeningTest:
        """Thirty out of forty on a learnability test, today, unless said otherwise."""
        test = ScreeningTest(
            **{
                **of(trajectory),
                "instrument": "Learnability test",
                "score": 30.0,
                "out_of": 40.0,
                "taken_on": TODAY,
                **fields,
            }
        )
        await self.save(test)
        return test

    async def motivation_interview(self, trajectory: Trajectory, **fields: Any) -> MotivationInterview:
        """A four for care, today, unless said otherwise."""
        interview = MotivationInterview(**{**of(trajectory), "sector": "R", "score": 4, "held_on": TODAY, **fields})
        await self.save(interview)
        return interview

    async def circumstance(self, trajectory: Trajectory, **fields: Any) -> Circumstance:
        """Housing is fine, assessed today, unless said otherwise."""
        circumstance = Circumstance(
            **{
                **of(trajectory),
                "domain": SupportDomain.HOUSING,
                "state": CircumstanceState.FINE,
                "assessed_on": TODAY,
                **fields,
            }
        )
        await self.save(circumstance)
        return circumstance

    async def task(self, trajectory: Trajectory, **fields: Any) -> Task:
        """Something to do today, by nobody in particular, unless said otherwise."""
        task = Task(**{**of(trajectory), "title": self.number("Task "), "due_on": TODAY, **fields})
        await self.save(task)
        return task

    async def language_measurement(self, trajectory: Trajectory, **fields: Any) -> LanguageMeasurement:
        """Speaking at A2, measured today, unless said otherwise."""
        measurement = LanguageMeasurement(
            **{
                **of(trajectory),
                "measured_on": TODAY,
                "skill": LanguageSkill.SPEAKING,
                "level": LanguageLevel.A2,
                **fields,
            }
        )
        await self.save(measurement)
        return measurement

    async def language_support(self, trajectory: Trajectory, **fields: Any) -> LanguageSupport:
        """A class of four hours a week that runs since the start, unless said otherwise."""
        support = LanguageSupport(
            **{
                **of(trajectory),
                "kind": LanguageSupportKind.CLASS,
                "hours_per_week": 4,
                "starts_on": trajectory.started_on or TODAY,
                **fields,
            }
        )
        await self.save(support)
        return support

    async def coaching_contact(self, trajectory: Trajectory, **fields: Any) -> CoachingContact:
        """A contact of today, unless said otherwise."""
        contact = CoachingContact(**{**of(trajectory), "contacted_on": TODAY, **fields})
        await self.save(contact)
        return contact

    async def group_session(self, programme: Programme, **fields: Any) -> GroupSession:
        """A training held today, unless said otherwise."""
        meeting = GroupSession(
            **{"programme_id": programme.id, "held_on": TODAY, "subject": "Applying for a job", **fields}
        )
        await self.save(meeting)
        return meeting

    async def assignment(self, trajectory: Trajectory, **fields: Any) -> Assignment:
        """Somebody who was the coach in January 2026, unless said otherwise."""
        assignment = Assignment(
            **{
                **of(trajectory),
                "role": AssignmentRole.COACH,
                "display_name": "Els Bakker",
                "from_on": date(2026, 1, 5),
                "until_on": date(2026, 2, 2),
                **fields,
            }
        )
        await self.save(assignment)
        return assignment

    async def follow_up(self, placement: Placement, **fields: Any) -> FollowUp:
        """The follow-up of a placement at six months that is due today, unless said otherwise."""
        follow_up = FollowUp(
            **{
                **of(placement),
                "placement_id": placement.id,
                "organisation_id": placement.organisation_id,
                "month": 6,
                "due_on": TODAY,
                "opens_on": TODAY - timedelta(days=14),
                "closes_on": TODAY + timedelta(days=60),
                "state": FollowUpState.DUE,
                **fields,
            }
        )
        await self.save(follow_up)
        return follow_up

    async def rating(self, trajectory: Trajectory, **fields: Any) -> Rating:
        """A four for the job by the participant, today, unless said otherwise."""
        rating = Rating(
            **{
                **of(trajectory),
                "rated_on": TODAY,
                "rated_by": RatedBy.PARTICIPANT,
                "dimension": RatingDimension.JOB,
                "score": 4,
                **fields,
            }
        )
        await self.save(rating)
        return rating

    async def rating_request(self, placement: Placement, **fields: Any) -> RatingRequest:
        """The participant's question at one month, due today and not asked yet, unless said otherwise."""
        request = RatingRequest(
            **{
                **of(placement),
                "placement_id": placement.id,
                "month": 1,
                "rated_by": RatedBy.PARTICIPANT,
                "due_on": TODAY,
                **fields,
            }
        )
        await self.save(request)
        return request

    async def asked_rating(self, placement: Placement, **fields: Any) -> tuple[RatingRequest, str]:
        """The participant's question at one month with the secret of its link, asked today, unless said otherwise."""
        secret, hashed = new_secret()
        link = {"token_hash": hashed, "issued_at": self.at, "expires_at": self.at + timedelta(days=42)}
        return await self.rating_request(placement, **{**link, **fields}), secret

    async def workplace_support(self, placement: Placement, **fields: Any) -> WorkplaceSupport:
        """A buddy who is there, unless said otherwise."""
        support = WorkplaceSupport(
            **{
                **of(placement),
                "placement_id": placement.id,
                "kind": WorkplaceSupportKind.BUDDY,
                "state": WorkplaceSupportState.GIVEN,
                **fields,
            }
        )
        await self.save(support)
        return support

    async def confirmation_link(self, placement: Placement, **fields: Any) -> ConfirmationLink:
        """A link that asks the employer about a placement; its secret is thrown away unless a hash is given."""
        link = ConfirmationLink(
            **{
                **of(placement),
                "placement_id": placement.id,
                "organisation_id": placement.organisation_id,
                "token_hash": new_secret()[1],
                "expires_at": self.at + timedelta(days=60),
                **fields,
            }
        )
        await self.save(link)
        return link

    async def employer_contact(self, programme: Programme, employer: Organisation, **fields: Any) -> EmployerContact:
        """A contact person with an e-mail address of their own, unless said otherwise."""
        contact = EmployerContact(
            **{
                "programme_id": programme.id,
                "organisation_id": employer.id,
                "email": f"{self.number('werkgever')}@example.org".lower(),
                **fields,
            }
        )
        await self.save(contact)
        return contact

    async def message(self, programme: Programme, **fields: Any) -> Message:
        """An e-mail that waits to be sent, unless said otherwise."""
        message = Message(
            **{
                "programme_id": programme.id,
                "purpose": MessagePurpose.FOLLOW_UP,
                "channel": MessageChannel.EMAIL,
                "recipient": "werkgever@example.org",
                "language": MessageLanguage.DUTCH,
                "not_before": self.at,
                **fields,
            }
        )
        await self.save(message)
        return message

    async def follow_up_request(self, follow_up: FollowUp, message: Message, **fields: Any) -> FollowUpRequest:
        """The first asking of a follow-up in a message, unless said otherwise."""
        request = FollowUpRequest(
            **{
                **of(follow_up),
                "follow_up_id": follow_up.id,
                "message_id": message.id,
                "recipient": message.recipient,
                "asked_of": AskedOf.EMPLOYER,
                "nth": 1,
                **fields,
            }
        )
        await self.save(request)
        return request

    async def report(self, programme: Programme | None = None, **fields: Any) -> OutcomeReport:
        """A saved report with every metric, about a programme unless said otherwise."""
        scope = {"programme_id": programme.id} if programme else {}
        report = OutcomeReport(**{"title": self.number("Report "), **scope, **fields})
        await self.save(report)
        return report

    async def edition(self, report: OutcomeReport, **fields: Any) -> OutcomeEdition:
        """The first edition of a report, in which nothing stands."""
        content = b'{"report": {"groupBy": null}, "results": []}\n'
        edition = OutcomeEdition(
            **{
                "report_id": report.id,
                "programme_id": report.programme_id,
                "municipality_code": report.municipality_code,
                "number": 1,
                "as_of": self.at.date(),
                "known_at": self.at,
                "content": content,
                "digest": sha256(content).hexdigest(),
                **fields,
            }
        )
        await self.save(edition)
        return edition

    async def own_metric(self, programme: Programme, **fields: Any) -> OwnMetric:
        """A metric of a programme itself: in paid work nine months after the start, unless said otherwise.

        Parts that are given by their names take the place of these.
        """
        parts = {name: fields.pop(name) for name in MetricParts.model_fields if name in fields}
        definition = MetricParts.model_validate({"horizon_months": 9, **parts})
        identity = uuid4()
        metric = OwnMetric(
            **{
                "id": identity,
                "code": own_code(identity),
                "programme_id": programme.id,
                "title": self.number("Eigen maat "),
                "definition": definition.model_dump(mode="json", by_alias=True),
                **fields,
            }
        )
        await self.save(metric)
        return metric

    async def message_template(self, programme: Programme, **fields: Any) -> MessageTemplate:
        """A first question in Dutch, unless said otherwise."""
        template = MessageTemplate(
            **{
                "programme_id": programme.id,
                "kind": MessageKind.FIRST,
                "language": MessageLanguage.DUTCH,
                "subject": "Werkt deze persoon nog bij u?",
                "body": "Wilt u dat laten weten?",
                **fields,
            }
        )
        await self.save(template)
        return template

    async def periodic_run(self, **fields: Any) -> PeriodicRun:
        """A task that ran and ended now, unless said otherwise."""
        run = PeriodicRun(
            **{"task": self.number("task"), "started_at": self.at, "finished_at": self.at, "counts": {}, **fields}
        )
        await self.save(run)
        return run

    async def outcome_pull(self, account: Account, programme: Programme, **fields: Any) -> OutcomePull:
        """A published report of a programme that somebody asked for now."""
        pull = OutcomePull(
            **{
                "at": self.at,
                "account_id": account.id,
                "origin": "page",
                "programme_ids": [programme.id],
                "metrics": ["admitted 1"],
                "as_of": TODAY,
                "known_at": self.at,
                "result": PullResult.PUBLISHED,
                **fields,
            }
        )
        await self.save(pull)
        return pull

    async def published_table(self, pull: OutcomePull) -> PublishedTable:
        """The total of a published report, of which all was withheld."""
        table = PublishedTable(pull_id=pull.id, dimensions=[], is_blank=True, next_world=0, content={})
        await self.save(table)
        return table

    async def consistency_finding(self, follow_up: FollowUp, **fields: Any) -> ConsistencyFinding:
        """Something that is not right about a follow-up, found now, unless said otherwise."""
        finding = ConsistencyFinding(
            **{
                "programme_id": follow_up.programme_id,
                "check_name": "asked_without_request",
                "object_type": "follow_up",
                "object_id": follow_up.id,
                "found_at": self.at,
                "last_seen_at": self.at,
                **fields,
            }
        )
        await self.save(finding)
        return finding


def of(fact: Trajectory | OfTrajectory) -> dict[str, Any]:
    """The keys that every fact of a trajectory carries, from the trajectory or from another fact of it."""
    return {
        "programme_id": fact.programme_id,
        "trajectory_id": fact.id if isinstance(fact, Trajectory) else fact.trajectory_id,
        "participant_id": fact.participant_id,
    }
