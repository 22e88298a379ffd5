"""What the tests of the API share: one dossier with everything in it, and programs that call for several people."""

from dataclasses import dataclass
from uuid import UUID

import httpx
import pytest

from app.models import (
    Assignment,
    Circumstance,
    CoachingContact,
    Cohort,
    EmployerContact,
    FollowUp,
    GroupSession,
    LanguageMeasurement,
    LanguageSupport,
    MotivationInterview,
    Observation,
    Organisation,
    OutcomeReport,
    Participant,
    Placement,
    Programme,
    ProgrammeFunding,
    ProgrammePartner,
    Rating,
    ScreeningDecision,
    ScreeningTest,
    Task,
    Trajectory,
    WorkplaceSupport,
)
from app.models.programme import Phase
from app.rules.code_lists import Role
from tests.factories import Factory

Header = dict[str, str]


@dataclass(frozen=True)
class Dossier:
    """A programme with one trajectory that has one of everything."""

    programme: Programme
    partner: ProgrammePartner
    funding: ProgrammeFunding
    cohort: Cohort
    participant: Participant
    trajectory: Trajectory
    measurement: LanguageMeasurement
    support: LanguageSupport
    contact: CoachingContact
    group_session: GroupSession
    assignment: Assignment
    employer: Organisation
    employer_contact: EmployerContact
    placement: Placement
    observation: Observation
    follow_up: FollowUp
    test: ScreeningTest
    interview: MotivationInterview
    circumstance: Circumstance
    decision: ScreeningDecision
    task: Task
    workplace_support: WorkplaceSupport
    rating: Rating
    report: OutcomeReport

    def paths(self) -> dict[str, UUID]:
        """Collection → the one thing of this dossier in it."""
        return {
            "programmes": self.programme.id,
            "programme-partners": self.partner.id,
            "programme-funds": self.funding.id,
            "cohorts": self.cohort.id,
            "participants": self.participant.id,
            "trajectories": self.trajectory.id,
            "language-measurements": self.measurement.id,
            "language-supports": self.support.id,
            "coaching-contacts": self.contact.id,
            "group-sessions": self.group_session.id,
            "assignments": self.assignment.id,
            "placements": self.placement.id,
            "employer-contacts": self.employer_contact.id,
            "observations": self.observation.id,
            "follow-ups": self.follow_up.id,
            "screening-tests": self.test.id,
            "motivation-interviews": self.interview.id,
            "circumstances": self.circumstance.id,
            "screening-decisions": self.decision.id,
            "tasks": self.task.id,
            "workplace-supports": self.workplace_support.id,
            "ratings": self.rating.id,
        }


@pytest.fixture
async def dossier(make: Factory) -> Dossier:
    programme = await make.programme(phases=[Phase(name="Orientation").model_dump(by_alias=True)])
    cohort = await make.cohort(programme)
    participant = await make.participant(programme, {"birth_date": None, "municipality_code": "GM0344"})
    trajectory = await make.trajectory(programme, participant, cohort_id=cohort.id)
    await make.event(trajectory)
    employer = await make.organisation()
    employer_contact = await make.employer_contact(programme, employer, name="Karin Oldenkamp")
    placement = await make.placement(trajectory, employer, hours=24, contact_id=employer_contact.id)
    report = await make.report(programme)
    await make.edition(report)
    return Dossier(
        programme,
        await make.partner(programme),
        await make.funding(programme),
        cohort,
        participant,
        trajectory,
        await make.language_measurement(trajectory),
        await make.language_support(trajectory, provider="Buurthuis De Brug"),
        await make.coaching_contact(trajectory, note="Told about home"),
        await make.group_session(programme, cohort_id=cohort.id),
        await make.assignment(trajectory),
        employer,
        employer_contact,
        placement,
        await make.observation(trajectory, placement),
        await make.follow_up(placement),
        await make.screening_test(trajectory),
        await make.motivation_interview(trajectory, note="Wants to work with people"),
        await make.circumstance(trajectory),
        await make.screening_decision(trajectory),
        await make.task(trajectory),
        await make.workplace_support(placement),
        await make.rating(trajectory, placement_id=placement.id),
        report,
    )


@pytest.fixture
async def coordinator(make: Factory, dossier: Dossier) -> Header:
    """The coordinator of the programme of the dossier."""
    return await make.token(await make.account(Role.COORDINATOR, programme=dossier.programme))


@pytest.fixture
async def coach(make: Factory, dossier: Dossier) -> Header:
    """A coach of the programme of the dossier."""
    return await make.token(await make.account(Role.COACH, programme=dossier.programme))


@pytest.fixture
async def stranger(make: Factory) -> Header:
    """The coordinator of another programme."""
    return await make.token(await make.account(Role.COORDINATOR, programme=await make.programme()))


@pytest.fixture
async def administrator(make: Factory) -> Header:
    """An administrator of the installation."""
    return await make.token(await make.account(Role.ADMINISTRATOR))


@pytest.fixture
async def employer(make: Factory, dossier: Dossier) -> Header:
    """The employer of the dossier, with an account."""
    return await make.token(await make.account(Role.EMPLOYER, organisation=dossier.employer))


@pytest.fixture
async def municipality(make: Factory, dossier: Dossier) -> Header:
    """The municipality where the participant of the dossier lives, which may read the programme's outcomes."""
    city = await make.organisation(roles=["municipality"], municipality_code="GM0344")
    return await make.token(await make.account(Role.MUNICIPALITY, organisation=city, programme=dossier.programme))


def changed(answer: httpx.Response) -> Header:
    """The header that says which version a change is based on."""
    return {"If-Match": answer.headers["etag"]}
