"""How a programme works, who takes part in it and how far it is."""

from enum import StrEnum

from app.rules.code_lists.organisations import OrganisationRole


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
