"""What the values of the lists in `app/rules/code_lists/trajectories.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.trajectories import (
    AssignmentRole,
    CheckVerdict,
    Decision,
    Destination,
    EndOutcome,
    TrajectoryEndReason,
    TrajectoryState,
)
from app.rules.sentence import Sentence

TRAJECTORIES: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    CheckVerdict: {
        "met": Sentence("Met"),
        "not_met": Sentence("Not met"),
        "unknown": Sentence("Not known"),
    },
    TrajectoryState: {
        "registered": Sentence("Registered"),
        "screening": Sentence("In screening"),
        "admitted": Sentence("Admitted"),
        "waiting": Sentence("On the waiting list"),
        "referred": Sentence("Referred elsewhere"),
        "declined": Sentence("Declined"),
        "withdrawn": Sentence("Withdrawn"),
        "active": Sentence("Active"),
        "paused": Sentence("Paused"),
        "completed": Sentence("Completed"),
        "dropped_out": Sentence("Stopped early"),
        "aftercare": Sentence("In aftercare"),
        "closed": Sentence("Closed"),
    },
    Decision: {
        "admitted": Sentence("Admitted"),
        "admitted_with_conditions": Sentence("Admitted with conditions"),
        "waiting": Sentence("On the waiting list"),
        "referred": Sentence("Referred elsewhere"),
        "declined": Sentence("Declined"),
        "withdrawn": Sentence("Withdrawn"),
    },
    EndOutcome: {
        "completed": Sentence("Completed"),
        "dropped_out": Sentence("Stopped early"),
    },
    TrajectoryEndReason: {
        "found_work": Sentence("Found work"),
        "started_education": Sentence("Started an education"),
        "health_or_care": Sentence("Health or care"),
        "childcare": Sentence("Childcare"),
        "housing": Sentence("Housing"),
        "debts": Sentence("Debts"),
        "language": Sentence("Language"),
        "motivation": Sentence("Motivation"),
        "moved": Sentence("Moved"),
        "deceased": Sentence("Deceased"),
        "lost_contact": Sentence("Lost contact"),
        "other": Sentence("Other"),
    },
    Destination: {
        "paid_work": Sentence("Paid work"),
        "self_employment": Sentence("Self-employment"),
        "education": Sentence("Education"),
        "job_seeking": Sentence("Looking for work"),
        "volunteering": Sentence("Volunteering"),
        "care": Sentence("Care"),
        "moved": Sentence("Moved"),
        "deceased": Sentence("Deceased"),
        "none": Sentence("Nowhere in particular"),
        "unknown": Sentence("Unknown"),
    },
    AssignmentRole: {
        "coach": Sentence("Coach"),
        "coordinator": Sentence("Coordinator"),
    },
}
