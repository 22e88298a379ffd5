"""In which ways a person counts otherwise under a standard, and how that is told."""

import pytest

from app.rules.bilingual_text import Bilingual
from app.rules.outcome_state import OutcomeState
from app.rules.standards import STANDARDS
from app.rules.standards.beside_ours import OTHERWISE, Difference, why
from app.rules.standards.changes import Change, change

YES, NO, UNKNOWN = OutcomeState.YES, OutcomeState.NO, OutcomeState.UNANSWERED
LATER, DEAD = OutcomeState.NOT_YET_DUE, OutcomeState.EXCLUDED


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (YES, YES, None),
        (UNKNOWN, OutcomeState.REFUSED, None),
        (None, DEAD, None),
        (NO, YES, Change.MORE_YES),
        (LATER, YES, Change.MORE_YES),
        (YES, NO, Change.FEWER_YES),
        (UNKNOWN, NO, Change.UNKNOWN_AS_NO),
        (NO, UNKNOWN, Change.MORE_UNKNOWN),
        (YES, LATER, Change.LATER_DUE),
        (LATER, NO, Change.SOONER_DUE),
        (YES, None, Change.LEFT_OUT),
        (None, NO, Change.ADDED),
        (YES, DEAD, Change.DIED),
    ],
)
def test_how_somebody_counts_otherwise(
    ours: OutcomeState | None, theirs: OutcomeState | None, expected: Change | None
) -> None:
    assert change(ours, theirs) is expected


def test_one_person_is_told_in_the_singular() -> None:
    told = Difference(Change.MORE_YES, 1, Bilingual(nl="daarom.", en="because.")).told()

    assert told.nl == "1 persoon is hier een ja en bij ons niet: daarom."
    assert told.en == "1 person is a yes here and not in ours: because."


def test_who_came_back_counts_otherwise_because_of_that() -> None:
    measure = STANDARDS["esf_eecr04_employed_on_leaving"]

    assert "came back" in why(measure, Change.LATER_DUE, came_back=True).en
    assert "28 days" in why(measure, Change.LATER_DUE, came_back=False).en
    assert why(STANDARDS["mature_placed_within_12_months"], Change.MORE_YES, came_back=True) is OTHERWISE
