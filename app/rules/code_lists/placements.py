"""Work and learning with an organisation: what it is, how it ended, who says so and what support there is."""

from enum import StrEnum


class SpellKind(StrEnum):
    """What a participant does with an organisation from a day to a day."""

    REGULAR_JOB = "regular_job"
    AGENCY_JOB = "agency_job"
    SUBSIDISED_JOB = "subsidised_job"
    SELF_EMPLOYMENT = "self_employment"
    APPRENTICESHIP = "apprenticeship"
    INTERNSHIP = "internship"
    WORK_EXPERIENCE = "work_experience"
    TRIAL_PLACEMENT = "trial_placement"
    EDUCATION = "education"
    LANGUAGE_COURSE = "language_course"
    VOLUNTEERING = "volunteering"
    SOCIAL_ACTIVITY = "social_activity"


PAID_WORK = frozenset(
    {
        SpellKind.REGULAR_JOB,
        SpellKind.AGENCY_JOB,
        SpellKind.SUBSIDISED_JOB,
        SpellKind.SELF_EMPLOYMENT,
        SpellKind.APPRENTICESHIP,
    }
)
UNSUBSIDISED_WORK = PAID_WORK - {SpellKind.SUBSIDISED_JOB}
LEARNING = frozenset({SpellKind.INTERNSHIP, SpellKind.WORK_EXPERIENCE, SpellKind.TRIAL_PLACEMENT, SpellKind.EDUCATION})


class Contract(StrEnum):
    """The contract of a placement."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed_term"
    AGENCY = "agency"
    ON_CALL = "on_call"
    PAYROLL = "payroll"
    BBL = "bbl"
    SELF_EMPLOYED = "self_employed"


class PlacementEndReason(StrEnum):
    """Why a placement ended; never a diagnosis."""

    CONTRACT_ENDED = "contract_ended"
    RESIGNED = "resigned"
    DISMISSED_IN_TRIAL_PERIOD = "dismissed_in_trial_period"
    DISMISSED = "dismissed"
    BUSINESS_REASONS = "business_reasons"
    OTHER_JOB = "other_job"
    EDUCATION = "education"
    MOVED = "moved"
    HEALTH_OR_CARE = "health_or_care"
    DECEASED = "deceased"
    OTHER = "other"


class EvidenceSource(StrEnum):
    """Who says so, in falling strength; register and payslip weigh the same."""

    REGISTER = "register"
    PAYSLIP = "payslip"
    EMPLOYER = "employer"
    PARTICIPANT = "participant"
    COACH = "coach"


class WorkplaceSupportKind(StrEnum):
    """What an employer and a programme arrange at work, so that somebody new can stay."""

    BUDDY = "buddy"
    MANAGER_TRAINING = "manager_training"
    TEAM_TRAINING = "team_training"
    ADAPTED_TASKS = "adapted_tasks"
    LANGUAGE_ON_THE_JOB = "language_on_the_job"


class WorkplaceSupportState(StrEnum):
    """Whether support at work is there. Support of which nothing is known has no state."""

    PLANNED = "planned"
    GIVEN = "given"
    NOT_GIVEN = "not_given"
