"""The wages of first jobs, for a workbook and for the long table."""

from __future__ import annotations

from app.outcomes.further_figures import FurtherFigures, rounded
from app.outcomes.job_quality_report import Wages
from app.outcomes.workbook.sheet import Sheet
from app.rules.sentence import Sentence


def wage_figures(wages: Wages) -> FurtherFigures:
    """Of how many people the wage is known, and three quartiles in gross euros per hour."""
    low, half, high = wages.quartiles or (None, None, None)
    told = (
        (Sentence("People with a first job"), "people", wages.people),
        (Sentence("Of whom the wage is known"), "known", wages.known),
        (Sentence("A quarter earns less than"), "quarter", rounded(low)),
        (Sentence("Half earns less than"), "half", rounded(half)),
        (Sentence("A quarter earns more than"), "three_quarters", rounded(high)),
    )
    sheet = Sheet(
        name=Sentence("Wages"),
        heads=(Sentence("Gross wage per hour"), Sentence("People or euros")),
        lines=[(what, number) for what, _, number in told],
        widths=(40, 18),
    )
    lines = [("wages", "", name, number) for _, name, number in told]
    return FurtherFigures((sheet,), lines)
