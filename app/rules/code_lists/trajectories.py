"""The way through a programme: screening, states, the end and where it led."""

from enum import StrEnum


class CheckVerdict(StrEnum):
    """What the check of the entry requirements says of a candidate; unknown is neither yes nor no."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class TrajectoryState(StrEnum):
    """Where a participant is on the way through a programme."""

    REGISTERED = "registered"
    SCREENING = "screening"
    ADMITTED = "admitted"
    WAITING = "waiting"
    REFERRED = "referred"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    DROPPED_OUT = "dropped_out"
    AFTERCARE = "aftercare"
    CLOSED = "closed"


class Decision(StrEnum):
    """What the people of the programme decided after screening."""

    ADMITTED = "admitted"
    ADMITTED_WITH_CONDITIONS = "admitted_with_conditions"
    WAITING = "waiting"
    REFERRED = "referred"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class EndOutcome(StrEnum):
    """How a trajectory ended."""

    COMPLETED = "completed"
    DROPPED_OUT = "dropped_out"


class TrajectoryEndReason(StrEnum):
    """Why somebody left a programme before its end."""

    FOUND_WORK = "found_work"
    STARTED_EDUCATION = "started_education"
    HEALTH_OR_CARE = "health_or_care"
    CHILDCARE = "childcare"
    HOUSING = "housing"
    DEBTS = "debts"
    LANGUAGE = "language"
    MOTIVATION = "motivation"
    MOVED = "moved"
    DECEASED = "deceased"
    LOST_CONTACT = "lost_contact"
    OTHER = "other"


class Destination(StrEnum):
    """Where somebody went at the end of a trajectory."""

    PAID_WORK = "paid_work"
    SELF_EMPLOYMENT = "self_employment"
    EDUCATION = "education"
    JOB_SEEKING = "job_seeking"
    VOLUNTEERING = "volunteering"
    CARE = "care"
    MOVED = "moved"
    DECEASED = "deceased"
    NONE = "none"
    UNKNOWN = "unknown"


class AssignmentRole(StrEnum):
    """In which role somebody of the team guides a participant."""

    COACH = "coach"
    COORDINATOR = "coordinator"
