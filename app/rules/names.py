"""What the values of the closed lists are called, on screens and in sentences."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules import code_lists
from app.rules.code_lists import LanguageLevel
from app.rules.sentence import Sentence

NAMES: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    code_lists.Role: {
        "coordinator": Sentence("Coordinator"),
        "coach": Sentence("Coach"),
        "employer": Sentence("Employer"),
        "municipality": Sentence("Municipality"),
        "administrator": Sentence("Administrator"),
    },
    code_lists.OrganisationRole: {
        "municipality": Sentence("Municipality"),
        "employer": Sentence("Employer"),
        "education": Sentence("Education"),
        "language_school": Sentence("Language school"),
        "civil_society": Sentence("Civil society organisation"),
        "reintegration": Sentence("Re-integration company"),
        "sector_body": Sentence("Sector body"),
        "funder": Sentence("Funder"),
    },
    code_lists.OrganisationSize: {
        "micro": Sentence("Fewer than 10 employees"),
        "small": Sentence("10 to 49 employees"),
        "medium": Sentence("50 to 249 employees"),
        "large": Sentence("250 employees or more"),
    },
    code_lists.ProgrammeKind: {
        "parallel": Sentence("Language beside work"),
        "integrated": Sentence("Language in work"),
        "bridging": Sentence("Language before work"),
    },
    code_lists.InterventionType: {
        "output_driven": Sentence("Aimed at a quick placement"),
        "directed": Sentence("Directed by the programme"),
        "mentoring": Sentence("Mentoring"),
        "person_centred": Sentence("Centred on the person"),
        "community_based": Sentence("Together with the neighbourhood"),
    },
    code_lists.Gender: {
        "male": Sentence("Man"),
        "female": Sentence("Woman"),
        "other": Sentence("Other"),
    },
    code_lists.ResidenceGround: {
        "status_holder": Sentence("Asylum residence permit"),
        "family": Sentence("Family"),
        "work_or_study": Sentence("Work or study"),
        "temporary_protection": Sentence("Temporary protection"),
        "asylum_seeker": Sentence("Asking for asylum"),
        "eu_citizen": Sentence("Citizen of the European Union"),
        "dutch": Sentence("Dutch"),
        "other": Sentence("Other"),
    },
    code_lists.Benefit: {
        "participatiewet": Sentence("Social assistance (Participatiewet)"),
        "ioaw": Sentence("IOAW"),
        "ioaz": Sentence("IOAZ"),
        "bbz": Sentence("Bbz"),
        "ww": Sentence("Unemployment benefit (WW)"),
        "zw": Sentence("Sickness benefit (ZW)"),
        "wia_wga": Sentence("WIA-WGA"),
        "wia_iva": Sentence("WIA-IVA"),
        "wao": Sentence("WAO"),
        "wajong": Sentence("Wajong"),
        "anw": Sentence("Anw"),
        "none": Sentence("No benefit"),
    },
    code_lists.CivicIntegrationRoute: {
        "b1": Sentence("B1 route"),
        "education": Sentence("Education route"),
        "z": Sentence("Self-reliance route"),
    },
    code_lists.SupportDomain: {
        "housing": Sentence("Housing"),
        "childcare": Sentence("Childcare"),
        "debts": Sentence("Debts"),
        "health": Sentence("Health"),
        "transport": Sentence("Travelling"),
        "digital": Sentence("Working with a computer"),
        "network": Sentence("Family and friends"),
    },
    code_lists.SupportState: {
        "not_needed": Sentence("Not needed"),
        "needed": Sentence("Needed"),
        "arranged": Sentence("Arranged"),
    },
    code_lists.TrajectoryState: {
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
    code_lists.Decision: {
        "admitted": Sentence("Admitted"),
        "admitted_with_conditions": Sentence("Admitted with conditions"),
        "waiting": Sentence("On the waiting list"),
        "referred": Sentence("Referred elsewhere"),
        "declined": Sentence("Declined"),
        "withdrawn": Sentence("Withdrawn"),
    },
    code_lists.EndOutcome: {
        "completed": Sentence("Completed"),
        "dropped_out": Sentence("Stopped early"),
    },
    code_lists.TrajectoryEndReason: {
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
    code_lists.Destination: {
        "paid_work": Sentence("Paid work"),
        "self_employment": Sentence("Self-employment"),
        "education": Sentence("Education"),
        "volunteering": Sentence("Volunteering"),
        "care": Sentence("Care"),
        "moved": Sentence("Moved"),
        "deceased": Sentence("Deceased"),
        "none": Sentence("Nowhere in particular"),
        "unknown": Sentence("Unknown"),
    },
    code_lists.LanguageSkill: {
        "listening": Sentence("Listening"),
        "reading": Sentence("Reading"),
        "speaking": Sentence("Speaking"),
        "writing": Sentence("Writing"),
        "conversation": Sentence("Conversation"),
    },
    code_lists.ContactKind: {
        "intake": Sentence("Intake"),
        "progress": Sentence("Progress"),
        "workplace_visit": Sentence("Visit to the workplace"),
        "with_employer": Sentence("With the employer"),
        "group": Sentence("Group"),
        "crisis": Sentence("Urgent help"),
        "aftercare": Sentence("Aftercare"),
    },
    code_lists.ContactChannel: {
        "in_person": Sentence("In person"),
        "telephone": Sentence("By telephone"),
        "video": Sentence("By video"),
        "message": Sentence("By message"),
    },
    code_lists.Attendance: {
        "came": Sentence("Came"),
        "late": Sentence("Came late"),
        "did_not_come": Sentence("Did not come"),
        "cancelled": Sentence("Cancelled"),
    },
    code_lists.SpellKind: {
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
    code_lists.Contract: {
        "permanent": Sentence("Permanent"),
        "fixed_term": Sentence("Fixed term"),
        "agency": Sentence("Agency"),
        "on_call": Sentence("On call"),
        "payroll": Sentence("Payroll"),
        "bbl": Sentence("Work and learn"),
        "self_employed": Sentence("Self-employed"),
    },
    code_lists.PlacementEndReason: {
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
    code_lists.EvidenceSource: {
        "register": Sentence("Register"),
        "payslip": Sentence("Payslip"),
        "employer": Sentence("Employer"),
        "participant": Sentence("Participant"),
        "coach": Sentence("Coach"),
    },
    code_lists.FollowUpState: {
        "planned": Sentence("Planned"),
        "due": Sentence("To be asked"),
        "asked": Sentence("Asked"),
        "answered": Sentence("Answered"),
        "unanswered": Sentence("Not answered"),
        "unreachable": Sentence("Unreachable"),
        "refused": Sentence("Refused to answer"),
        "cancelled": Sentence("Cancelled"),
    },
    code_lists.RatedBy: {
        "participant": Sentence("Participant"),
        "employer": Sentence("Employer"),
    },
    code_lists.RatingDimension: {
        "guidance": Sentence("Guidance"),
        "job": Sentence("The job"),
        "belonging": Sentence("Feeling at home at work"),
        "participant": Sentence("The participant"),
        "programme": Sentence("The programme"),
    },
}


def name_of(value: StrEnum) -> Sentence:
    """Give the name of a value of a closed list. Language levels are called what they are."""
    if isinstance(value, LanguageLevel):
        return Sentence("%(level)s", level=value.value)
    return NAMES[type(value)][value.value]


def choices(values: type[StrEnum]) -> list[tuple[str, Sentence]]:
    """Give the values of a closed list with their names, in order, as a form offers them."""
    return [(value.value, name_of(value)) for value in values]
