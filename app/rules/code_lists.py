"""The closed lists of the domain, shared by rules, tables and screens.

Every list is stored as text with a CHECK constraint, so that a value reads the same in a table, in JSON and in
a report. The words are those of `docs/glossary.md`.
"""

from enum import StrEnum


class Role(StrEnum):
    """What somebody may do in Bestendig; held through a membership."""

    COORDINATOR = "coordinator"
    COACH = "coach"
    EMPLOYER = "employer"
    MUNICIPALITY = "municipality"
    ADMINISTRATOR = "administrator"


class OrganisationRole(StrEnum):
    """What an organisation is in the field; it can be several things at once."""

    MUNICIPALITY = "municipality"
    EMPLOYER = "employer"
    EDUCATION = "education"
    LANGUAGE_SCHOOL = "language_school"
    CIVIL_SOCIETY = "civil_society"
    REINTEGRATION = "reintegration"
    SECTOR_BODY = "sector_body"
    FUNDER = "funder"


class OrganisationSize(StrEnum):
    """Number of employees, in the classes of the European Commission's definition of small firms."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class ProgrammeKind(StrEnum):
    """How language and work are combined (SER 2021, chapter 4)."""

    PARALLEL = "parallel"
    INTEGRATED = "integrated"
    BRIDGING = "bridging"


class InterventionType(StrEnum):
    """How far the participant is involved in the choice (Risbo 2023, chapter 3)."""

    OUTPUT_DRIVEN = "output_driven"
    DIRECTED = "directed"
    MENTORING = "mentoring"
    PERSON_CENTRED = "person_centred"
    COMMUNITY_BASED = "community_based"


class PartnerRole(StrEnum):
    """What an organisation does in a programme; who leads it is said by the programme itself."""

    COORDINATION = "coordination"
    REFERRAL = "referral"
    SCREENING = "screening"
    LANGUAGE = "language"
    VOCATIONAL_TRAINING = "vocational_training"
    COACHING = "coaching"
    MATCHING = "matching"
    EMPLOYER = "employer"
    FUNDING = "funding"
    RESEARCH = "research"
    OTHER = "other"


ORGANISATION_ROLE_OF = {
    PartnerRole.LANGUAGE: OrganisationRole.LANGUAGE_SCHOOL,
    PartnerRole.VOCATIONAL_TRAINING: OrganisationRole.EDUCATION,
    PartnerRole.EMPLOYER: OrganisationRole.EMPLOYER,
    PartnerRole.FUNDING: OrganisationRole.FUNDER,
}
"""What an organisation is, when it does this in a programme."""


class ScalingCriterion(StrEnum):
    """What a programme needs before it can grow (SER 2021, chapter 5)."""

    COORDINATION = "coordination"
    FUNDING = "funding"
    WILLINGNESS_TO_INVEST = "willingness_to_invest"
    LAW_AND_REGULATION = "law_and_regulation"
    ATTENTION_TO_THE_GROUP = "attention_to_the_group"
    INTERNALISATION = "internalisation"


class ScalingState(StrEnum):
    """How far a programme is with one criterion for growing."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    IN_PLACE = "in_place"


class EffectiveElement(StrEnum):
    """What makes programmes work: the four elements (SER 2021, section 3.4), then the seven building blocks (4)."""

    THOUGHTFUL_SCREENING = "thoughtful_screening"
    ATTENTION_TO_LANGUAGE = "attention_to_language"
    INTENSIVE_COACHING = "intensive_coaching"
    INCLUSION_AT_WORK = "inclusion_at_work"
    TAILORED_GUIDANCE = "tailored_guidance"
    COOPERATION = "cooperation"
    FITTING_STRUCTURE = "fitting_structure"
    TAILORED_LANGUAGE = "tailored_language"
    SUPPORT_FOR_EMPLOYERS = "support_for_employers"
    INVESTING_EMPLOYERS = "investing_employers"
    OUTSIDE_INFLUENCES = "outside_influences"


class Gender(StrEnum):
    """Gender as the participant gives it."""

    MALE = "male"
    FEMALE = "female"
    OTHER = "other"


class ResidenceGround(StrEnum):
    """Why somebody may live in the Netherlands. Never the nationality."""

    STATUS_HOLDER = "status_holder"
    FAMILY = "family"
    WORK_OR_STUDY = "work_or_study"
    TEMPORARY_PROTECTION = "temporary_protection"
    ASYLUM_SEEKER = "asylum_seeker"
    EU_CITIZEN = "eu_citizen"
    DUTCH = "dutch"
    OTHER = "other"


class ErasureReason(StrEnum):
    """Why it was erased who somebody is. It is a closed list, so that the reason itself tells no name."""

    ASKED = "asked"
    NO_LONGER_NEEDED = "no_longer_needed"
    NEVER_ALLOWED = "never_allowed"


class Benefit(StrEnum):
    """The benefit somebody receives at registration."""

    PARTICIPATIEWET = "participatiewet"
    IOAW = "ioaw"
    IOAZ = "ioaz"
    BBZ = "bbz"
    WW = "ww"
    ZW = "zw"
    WIA_WGA = "wia_wga"
    WIA_IVA = "wia_iva"
    WAO = "wao"
    WAJONG = "wajong"
    ANW = "anw"
    NONE = "none"


class CivicIntegrationRoute(StrEnum):
    """The three routes of the Civic Integration Act 2021."""

    B1 = "b1"
    EDUCATION = "education"
    Z = "z"


class CivicIntegrationPhase(StrEnum):
    """How far somebody is under the Civic Integration Act 2021 (Wet inburgering 2021)."""

    BROAD_INTAKE = "broad_intake"
    PIP_DRAWN_UP = "pip_drawn_up"
    LEARNING_ROUTE = "learning_route"
    COMPLETED = "completed"
    EXEMPT = "exempt"


class SupportDomain(StrEnum):
    """In which part of life support may be needed."""

    HOUSING = "housing"
    CHILDCARE = "childcare"
    DEBTS = "debts"
    HEALTH = "health"
    TRANSPORT = "transport"
    DIGITAL = "digital"
    NETWORK = "network"


class CircumstanceState(StrEnum):
    """How things stand in one part of life: whether support is needed or arranged; never why."""

    FINE = "fine"
    SUPPORT_NEEDED = "support_needed"
    ARRANGED = "arranged"
    BLOCKING = "blocking"


class SkillKind(StrEnum):
    """Whether there is a paper that proves a skill."""

    FORMAL = "formal"
    INFORMAL = "informal"


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


class LanguageSkill(StrEnum):
    """The skills in which language is measured."""

    LISTENING = "listening"
    READING = "reading"
    SPEAKING = "speaking"
    WRITING = "writing"
    CONVERSATION = "conversation"


class LanguageLevel(StrEnum):
    """CEFR levels with the literacy levels below them, from low to high."""

    ALFA_A = "Alfa A"
    ALFA_B = "Alfa B"
    ALFA_C = "Alfa C"
    A0 = "A0"
    A1_MINUS = "A1-"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


class LanguageSupportKind(StrEnum):
    """How somebody is helped with the language."""

    CLASS = "class"
    JOB_LANGUAGE = "job_language"
    SHOP_FLOOR = "shop_floor"
    BUDDY = "buddy"


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


class AssignmentRole(StrEnum):
    """In which role somebody of the team guides a participant."""

    COACH = "coach"
    COORDINATOR = "coordinator"


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
PARTICIPATION = frozenset({SpellKind.VOLUNTEERING, SpellKind.SOCIAL_ACTIVITY})


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


class FollowUpState(StrEnum):
    """Where the question "is this person still at work?" stands."""

    PLANNED = "planned"
    DUE = "due"
    ASKED = "asked"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class AskedOf(StrEnum):
    """Whom a follow-up is asked of."""

    EMPLOYER = "employer"
    PARTICIPANT = "participant"


class MessageChannel(StrEnum):
    """How a message goes out."""

    EMAIL = "email"
    TEXT = "text"


class MessagePurpose(StrEnum):
    """What a message is for."""

    FOLLOW_UP = "follow_up"
    PARTICIPANT_QUESTION = "participant_question"
    RENEWAL = "renewal"
    TEST = "test"


class MessageState(StrEnum):
    """Where a message stands. *Uncertain*: nobody can tell whether the mail server took it."""

    WAITING = "waiting"
    SENDING = "sending"
    HANDING_OVER = "handing_over"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    REFUSED = "refused"
    BOUNCED = "bounced"
    CANCELLED = "cancelled"


class MessageLanguage(StrEnum):
    """In which language a message is written."""

    DUTCH = "nl"
    ENGLISH = "en"


class MessageKind(StrEnum):
    """Which text a message has."""

    FIRST = "first"
    REMINDER = "reminder"
    PARTICIPANT = "participant"
    TEXT = "text"


class ToldHow(StrEnum):
    """How somebody told the team what is recorded for them."""

    TELEPHONE = "telephone"
    VISIT = "visit"
    EMAIL = "email"
    LETTER = "letter"
    TEXT_MESSAGE = "text_message"


class RatedBy(StrEnum):
    """Who gave a rating."""

    PARTICIPANT = "participant"
    EMPLOYER = "employer"


class RatingDimension(StrEnum):
    """What a rating is about."""

    GUIDANCE = "guidance"
    JOB = "job"
    BELONGING = "belonging"
    PARTICIPANT = "participant"
    PROGRAMME = "programme"


class RatingLanguage(StrEnum):
    """In which language a participant is asked what it is like at work."""

    DUTCH = "nl"
    ENGLISH = "en"
    ARABIC = "ar"
    TIGRINYA = "ti"
    UKRAINIAN = "uk"
    TURKISH = "tr"


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


class AccountKind(StrEnum):
    """A person who signs in, or a machine that calls the API."""

    PERSON = "person"
    MACHINE = "machine"


class PullResult(StrEnum):
    """What came of it when somebody asked for an outcome report."""

    PUBLISHED = "published"
    REFUSED = "refused"
    EXACT = "exact"


class ImportState(StrEnum):
    """Where the import of a workbook stands."""

    READING = "reading"
    PREVIEWED = "previewed"
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"


class ReferenceDay(StrEnum):
    """Which day an edition of a saved report is about: the last one of a period that is over, or the day itself."""

    DAY_ITSELF = "day_itself"
    LAST_MONTH = "last_month"
    LAST_QUARTER = "last_quarter"
    LAST_YEAR = "last_year"
