"""The series that a programme added itself, in the files of a report: a sheet for people, lines for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.language import Language
from app.outcomes.duration_formats import Line
from app.outcomes.formats import NUMBERS
from app.outcomes.further_figures import NO_FURTHER_FIGURES, FurtherFigures
from app.outcomes.own_series import ToldSeries
from app.outcomes.workbook.numbers_sheet import HEADS
from app.outcomes.workbook.sheet import Cell, Sheet
from app.rules.sentence import Sentence


def month_figures(told: Sequence[ToldSeries], language: Language) -> FurtherFigures:
    """Every month of everyone; on the sheet as far as it has come for anybody."""
    if not told:
        return NO_FURTHER_FIGURES
    sheet = Sheet(
        name=Sentence("Month by month"),
        heads=(Sentence("Metric"), Sentence("Month"), *HEADS.values(), Sentence("The question")),
        lines=[line for one in told for line in _on_the_sheet(one, language)],
        widths=(34, 10, *(12 for _ in HEADS), 60),
    )
    return FurtherFigures((sheet,), [line for one in told for line in _lines(one)])


def _on_the_sheet(told: ToldSeries, language: Language) -> Iterator[Sequence[Cell]]:
    title, question = told.series.title.said_in(language), told.series.question_text.said_in(language)
    for month, row in enumerate(told.months, start=1):
        if row.due:
            yield title, month, *(getattr(row, field) for field in HEADS), question


def _lines(told: ToldSeries) -> Iterator[Line]:
    for month, row in enumerate(told.months, start=1):
        for field in NUMBERS:
            yield told.series.code, "", f"{field}_month_{month}", getattr(row, field)
