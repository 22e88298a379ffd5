"""What the values of the lists in `app/rules/code_lists/placements.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.placements import (
    Contract,
    EvidenceSource,
    PlacementEndReason,
    SpellKind,
    WorkplaceSupportKind,
    WorkplaceSupportState,
)
from app.rules.sentence import Sentence

PLACEMENTS: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    SpellKind: {
        "regular_job": Sentence("Regular job"),
        "agency_job": Sentence("Agency job"),
        "subsidised_job": Sentence("Subsidised job"),
        "self_employment": Sentence("Self-employment"),
        "apprenticeship": Sentence("Apprenticeship"),
        "internship": Sentence("Internship"),
        "work_experience": Sentence("Work experience"),
        "trial_placement": Sentence("Trial placement"),
        "education": Sentence("Education"),
        "language_course": Sentence("Language course"),
        "volunteering": Sentence("Volunteering"),
        "social_activity": Sentence("Social activity"),
    },
    Contract: {
        "permanent": Sentence("Permanent"),
        "fixed_term": Sentence("Fixed term"),
        "agency": Sentence("Agency"),
        "on_call": Sentence("On call"),
        "payroll": Sentence("Payroll"),
        "bbl": Sentence("Work and learn"),
        "self_employed": Sentence("Self-employed"),
    },
    PlacementEndReason: {
        "contract_ended": Sentence("The contract ended"),
        "resigned": Sentence("Resigned"),
        "dismissed_in_trial_period": Sentence("Dismissed in the trial period"),
        "dismissed": Sentence("Dismissed"),
        "business_reasons": Sentence("Business reasons"),
        "other_job": Sentence("Another job"),
        "education": Sentence("Education"),
        "moved": Sentence("Moved"),
        "health_or_care": Sentence("Health or care"),
        "deceased": Sentence("Deceased"),
        "other": Sentence("Other"),
    },
    EvidenceSource: {
        "register": Sentence("Register"),
        "payslip": Sentence("Payslip"),
        "employer": Sentence("Employer"),
        "participant": Sentence("Participant"),
        "coach": Sentence("Coach"),
    },
    WorkplaceSupportKind: {
        "buddy": Sentence("Buddy at work"),
        "manager_training": Sentence("Training of the manager"),
        "team_training": Sentence("Training of the team"),
        "adapted_tasks": Sentence("Adapted tasks"),
        "language_on_the_job": Sentence("Language on the job"),
    },
    WorkplaceSupportState: {
        "planned": Sentence("Planned"),
        "given": Sentence("Is there"),
        "not_given": Sentence("Is not there"),
    },
}
