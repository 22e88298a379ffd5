"""The tables and the shapes that go over the wire, one noun per file. Importing this package declares them all."""

from app.models.account import Account, ApiToken, Credential, Membership, SignInSession
from app.models.assignment import Assignment
from app.models.audit_event import AuditEvent
from app.models.circumstance import Circumstance
from app.models.coaching_contact import CoachingContact
from app.models.cohort import Cohort
from app.models.confirmation_link import ConfirmationLink
from app.models.consistency_finding import ConsistencyFinding
from app.models.employer_contact import EmployerContact
from app.models.follow_up import FollowUp
from app.models.follow_up_request import FollowUpRequest
from app.models.group_session import GroupSession
from app.models.import_run import ImportRun
from app.models.language_measurement import LanguageMeasurement
from app.models.language_support import LanguageSupport
from app.models.message import Message
from app.models.message_template import MessageTemplate
from app.models.motivation_interview import MotivationInterview
from app.models.municipality import Municipality
from app.models.observation import Observation
from app.models.organisation import Organisation
from app.models.outcome_edition import OutcomeEdition
from app.models.outcome_pull import OutcomePull
from app.models.outcome_report import OutcomeReport
from app.models.own_metric import OwnMetric
from app.models.participant import Participant, ParticipantProfile
from app.models.periodic_run import PeriodicRun
from app.models.placement import Placement
from app.models.programme import Programme
from app.models.programme_funding import ProgrammeFunding
from app.models.programme_partner import ProgrammePartner
from app.models.published_table import PublishedTable
from app.models.rating import Rating
from app.models.rating_request import RatingRequest
from app.models.screening import ScreeningDecision
from app.models.screening_test import ScreeningTest
from app.models.task import Task
from app.models.trajectory import Trajectory, TrajectoryEvent
from app.models.trajectory_move import TrajectoryMove
from app.models.workplace_support import WorkplaceSupport

__all__ = [
    "Account",
    "ApiToken",
    "Assignment",
    "AuditEvent",
    "Circumstance",
    "CoachingContact",
    "Cohort",
    "ConfirmationLink",
    "ConsistencyFinding",
    "Credential",
    "EmployerContact",
    "FollowUp",
    "FollowUpRequest",
    "GroupSession",
    "ImportRun",
    "LanguageMeasurement",
    "LanguageSupport",
    "Membership",
    "Message",
    "MessageTemplate",
    "MotivationInterview",
    "Municipality",
    "Observation",
    "Organisation",
    "OutcomeEdition",
    "OutcomePull",
    "OutcomeReport",
    "OwnMetric",
    "Participant",
    "ParticipantProfile",
    "PeriodicRun",
    "Placement",
    "Programme",
    "ProgrammeFunding",
    "ProgrammePartner",
    "PublishedTable",
    "Rating",
    "RatingRequest",
    "ScreeningDecision",
    "ScreeningTest",
    "SignInSession",
    "Task",
    "Trajectory",
    "TrajectoryEvent",
    "TrajectoryMove",
    "WorkplaceSupport",
]
