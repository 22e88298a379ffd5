"""The numbers of a report: a line per metric and group."""

from __future__ import annotations

from collections.abc import Iterable

from app.outcomes.formats import AnyRow
from app.outcomes.workbook.sheet import Sheet
from app.outcomes.workbook.words import WorkbookWords
from app.rules.disclosure import Suppressed
from app.rules.sentence import Sentence

HEADS = {
    "cohort": Sentence("All"),
    "excluded": Sentence("Left out"),
    "not_yet_due": Sentence("Not yet due"),
    "due": Sentence("Due"),
    "yes": Sentence("Yes"),
    "no": Sentence("No"),
    "unanswered": Sentence("Not answered"),
    "unreachable": Sentence("Unreachable"),
    "refused": Sentence("Refused"),
    "response_rate": Sentence("Answered"),
    "rate": Sentence("Rate"),
    "lower": Sentence("Lower bound"),
    "upper": Sentence("Upper bound"),
    "interval_low": Sentence("95%% interval from"),
    "interval_high": Sentence("95%% interval to"),
}
"""What stands above each field of a row."""


def numbers_sheet(rows: Iterable[AnyRow], words: WorkbookWords) -> Sheet:
    """A withheld count says so, a rate that does not exist is empty."""
    withheld = Sentence("withheld")
    return Sheet(
        name=Sentence("Numbers"),
        heads=(Sentence("Metric"), Sentence("Group"), *HEADS.values()),
        lines=[
            (
                words.title(row.metric),
                words.group(row.group),
                *(withheld if isinstance(value := getattr(row, field), Suppressed) else value for field in HEADS),
            )
            for row in rows
        ],
        widths=(34, 26),
    )
