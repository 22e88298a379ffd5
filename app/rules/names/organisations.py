"""What the values of the lists in `app/rules/code_lists/organisations.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.organisations import OrganisationRole, OrganisationSize
from app.rules.sentence import Sentence

ORGANISATIONS: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    OrganisationRole: {
        "municipality": Sentence("Municipality"),
        "employer": Sentence("Employer"),
        "education": Sentence("Education"),
        "language_school": Sentence("Language school"),
        "civil_society": Sentence("Civil society organisation"),
        "reintegration": Sentence("Re-integration company"),
        "sector_body": Sentence("Sector body"),
        "funder": Sentence("Funder"),
    },
    OrganisationSize: {
        "micro": Sentence("Fewer than 10 employees"),
        "small": Sentence("10 to 49 employees"),
        "medium": Sentence("50 to 249 employees"),
        "large": Sentence("250 employees or more"),
    },
}
