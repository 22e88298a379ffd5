"""Talks with participants, one by one and in groups."""

from enum import StrEnum


class ContactKind(StrEnum):
    """What a coaching contact was for."""

    INTAKE = "intake"
    PROGRESS = "progress"
    WORKPLACE_VISIT = "workplace_visit"
    WITH_EMPLOYER = "with_employer"
    GROUP = "group"
    CRISIS = "crisis"
    AFTERCARE = "aftercare"


class ContactChannel(StrEnum):
    """How people spoke with each other."""

    IN_PERSON = "in_person"
    TELEPHONE = "telephone"
    VIDEO = "video"
    MESSAGE = "message"


class Attendance(StrEnum):
    """Whether the participant came."""

    CAME = "came"
    LATE = "late"
    DID_NOT_COME = "did_not_come"
    CANCELLED = "cancelled"


class ContactTopic(StrEnum):
    """What a talk was about, and so what people need help with."""

    WORK = "work"
    WORKPLACE = "workplace"
    LANGUAGE = "language"
    EDUCATION = "education"
    CIVIC_INTEGRATION = "civic_integration"
    MOTIVATION = "motivation"
    HOUSING = "housing"
    CHILDCARE = "childcare"
    FAMILY = "family"
    NETWORK = "network"
    DEBTS = "debts"
    BENEFIT = "benefit"
    HEALTH = "health"
    TRANSPORT = "transport"
    DIGITAL = "digital"
    OTHER = "other"


class ContactParty(StrEnum):
    """Who were at a talk, beside whoever recorded it."""

    PARTICIPANT = "participant"
    FAMILY = "family"
    EMPLOYER = "employer"
    PARTNER = "partner"
    INTERPRETER = "interpreter"
    OTHER = "other"


class GroupSessionKind(StrEnum):
    """What a meeting of a group was for."""

    TRAINING = "training"
    INFORMATION = "information"
    PEER_SUPPORT = "peer_support"
    COMPANY_VISIT = "company_visit"
    LANGUAGE = "language"
    OTHER = "other"
