"""What the values of the closed lists are called, on screens and in sentences: a file for each file of lists."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists import LanguageLevel
from app.rules.names.accounts import ACCOUNTS
from app.rules.names.contacts import CONTACTS
from app.rules.names.follow_ups import FOLLOW_UPS
from app.rules.names.language import LANGUAGE
from app.rules.names.messages import MESSAGES
from app.rules.names.organisations import ORGANISATIONS
from app.rules.names.participants import PARTICIPANTS
from app.rules.names.placements import PLACEMENTS
from app.rules.names.programmes import PROGRAMMES
from app.rules.names.ratings import RATINGS
from app.rules.names.reports import REPORTS
from app.rules.names.trajectories import TRAJECTORIES
from app.rules.sentence import Sentence

NAMES: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    **ACCOUNTS,
    **ORGANISATIONS,
    **PROGRAMMES,
    **PARTICIPANTS,
    **TRAJECTORIES,
    **LANGUAGE,
    **CONTACTS,
    **PLACEMENTS,
    **FOLLOW_UPS,
    **MESSAGES,
    **RATINGS,
    **REPORTS,
}


def name_of(value: StrEnum) -> Sentence:
    """Give the name of a value of a closed list. Language levels are called what they are."""
    if isinstance(value, LanguageLevel):
        return Sentence("%(level)s", level=value.value)
    return NAMES[type(value)][value.value]


def choices(values: type[StrEnum]) -> list[tuple[str, Sentence]]:
    """Give the values of a closed list with their names, in order, as a form offers them."""
    return [(value.value, name_of(value)) for value in values]
