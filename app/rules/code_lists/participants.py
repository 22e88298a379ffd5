"""Who somebody is, and how things stand in their life."""

from enum import StrEnum


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
