"""What the values of the lists in `app/rules/code_lists/participants.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.participants import (
    Benefit,
    CircumstanceState,
    CivicIntegrationPhase,
    CivicIntegrationRoute,
    ErasureReason,
    Gender,
    ResidenceGround,
    SkillKind,
    SupportDomain,
)
from app.rules.sentence import Sentence

PARTICIPANTS: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    Gender: {
        "male": Sentence("Man"),
        "female": Sentence("Woman"),
        "other": Sentence("Other"),
    },
    ResidenceGround: {
        "status_holder": Sentence("Asylum residence permit"),
        "family": Sentence("Family"),
        "work_or_study": Sentence("Work or study"),
        "temporary_protection": Sentence("Temporary protection"),
        "asylum_seeker": Sentence("Asking for asylum"),
        "eu_citizen": Sentence("Citizen of the European Union"),
        "dutch": Sentence("Dutch"),
        "other": Sentence("Other"),
    },
    ErasureReason: {
        "asked": Sentence("This person asked for it"),
        "no_longer_needed": Sentence("The data are no longer needed"),
        "never_allowed": Sentence("The data should not have been kept"),
    },
    Benefit: {
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
    CivicIntegrationRoute: {
        "b1": Sentence("B1 route"),
        "education": Sentence("Education route"),
        "z": Sentence("Self-reliance route"),
    },
    CivicIntegrationPhase: {
        "broad_intake": Sentence("In the broad intake"),
        "pip_drawn_up": Sentence("Personal plan drawn up"),
        "learning_route": Sentence("On the learning route"),
        "completed": Sentence("Duty fulfilled"),
        "exempt": Sentence("Exempt"),
    },
    SupportDomain: {
        "housing": Sentence("Housing"),
        "childcare": Sentence("Childcare"),
        "debts": Sentence("Debts"),
        "health": Sentence("Health"),
        "transport": Sentence("Travelling"),
        "digital": Sentence("Working with a computer"),
        "network": Sentence("Family and friends"),
    },
    CircumstanceState: {
        "fine": Sentence("Fine"),
        "support_needed": Sentence("Support needed"),
        "arranged": Sentence("Support arranged"),
        "blocking": Sentence("Stands in the way"),
    },
    SkillKind: {
        "formal": Sentence("With a diploma or certificate"),
        "informal": Sentence("Learned in practice"),
    },
}
