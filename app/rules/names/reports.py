"""What the values of the lists in `app/rules/code_lists/reports.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.reports import PullResult, ReferenceDay
from app.rules.sentence import Sentence

REPORTS: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    PullResult: {
        "published": Sentence("Published"),
        "refused": Sentence("Refused, too much like an earlier report"),
        "exact": Sentence("Exact, for the team"),
    },
    ReferenceDay: {
        "day_itself": Sentence("The day on which the edition is made"),
        "last_month": Sentence("The last day of the month before"),
        "last_quarter": Sentence("The last day of the quarter before"),
        "last_year": Sentence("The last day of the year before"),
    },
}
