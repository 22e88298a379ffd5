"""What the values of the lists in `app/rules/code_lists/accounts.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.accounts import Role
from app.rules.sentence import Sentence

ACCOUNTS: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    Role: {
        "coordinator": Sentence("Coordinator"),
        "coach": Sentence("Coach"),
        "employer": Sentence("Employer"),
        "municipality": Sentence("Municipality"),
        "administrator": Sentence("Administrator"),
    },
}
