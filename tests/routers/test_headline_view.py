"""The figures in large at the top of a report."""

from datetime import UTC, date, datetime

import pytest

from app.language import Language, say
from app.routers.headline_view import headlines
from app.routers.report_sections import sections
from app.routers.report_view import AnyRow, ReportView
from app.rules.disclosure import publish
from app.rules.metrics.placement import IN_PAID_WORK_AT_END
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row


def row(counts: dict[str, int]) -> OutcomeRow:
    return outcome_row(
        metric=IN_PAID_WORK_AT_END.code,
        version=IN_PAID_WORK_AT_END.version,
        group={},
        counts=StateCounts(**counts),
        as_of=date(2024, 6, 30),
        known_at=datetime(2024, 7, 1, tzinfo=UTC),
    )


def told(of: AnyRow) -> tuple[str, str]:
    (headline,) = headlines(sections(ReportView(Language.ENGLISH, {}).blocks([of]), ()))
    return headline.figure, say(headline.people, Language.ENGLISH)


@pytest.mark.parametrize(
    ("counts", "figure", "people"),
    [
        ({"yes": 108, "no": 85, "unanswered": 19}, "56 %", "of 193 people of whom it is known"),
        ({"yes": 5, "unanswered": 5}, "50–100 %", "of 10 people who are due: only of 5 is it known"),
        ({"unanswered": 7}, "–", "nothing is known of the 7 people who are due"),
        ({"not_yet_due": 7}, "–", "nobody due yet"),
    ],
)
def test_a_figure_stands_with_its_people_and_a_weak_one_is_two(
    counts: dict[str, int], figure: str, people: str
) -> None:
    assert told(row(counts)) == (figure, people)


def test_what_is_withheld_is_a_dash_or_what_it_is_at_least() -> None:
    (too_few,) = publish([row({"yes": 3, "no": 1})])
    assert told(too_few) == ("–", "not shown: too few people")
    (some,) = publish([row({"yes": 20, "no": 8, "unanswered": 8})])
    assert told(some) == ("≥ 57 %", "of 35 people who are due")
