"""What a programme cannot put together as a curve or month by month, said beside the part."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Index, Population, Question, ShownAs, UnknownPolicy
from app.rules.own_metric import own_metric
from app.rules.own_metric_faults import faults_of_own
from app.rules.own_series import own_series

CURVE = {"shown_as": ShownAs.CURVE}
EACH_MONTH = {"shown_as": ShownAs.EACH_MONTH}
JOB = {"question": Question.WITH_SAME_EMPLOYER, "index": Index.FIRST_PLACEMENT, "population": Population.PLACED}


def put_together(**parts: Any) -> Metric:
    """Placed within a year of the start, for the team, unless said otherwise."""
    usual = {
        "code": "own_00000000",
        "version": 1,
        "title": Bilingual(nl="", en=""),
        "programme_id": UUID(int=1),
        "population": Population.STARTED,
        "index": Index.START,
        "on": None,
        "horizon_months": 12,
        "question": Question.PLACED_SINCE_INDEX,
        "counts": PAID_WORK,
        "minimum_hours": None,
        "minimum_contract_months": None,
        "unknown_policy": UnknownPolicy.STAYS_UNKNOWN,
        "exclusions": [Exclusion.DECEASED],
        "team_only": True,
    }
    return own_metric(**{**usual, **parts})


@pytest.mark.parametrize(
    "parts",
    [
        CURVE,
        {**CURVE, "index": Index.END, "minimum_hours": 24},
        {**CURVE, **JOB},
        EACH_MONTH,
        {**EACH_MONTH, **JOB, "horizon_months": 24},
        {**EACH_MONTH, "question": Question.IN_WORK, "unknown_policy": UnknownPolicy.COUNTS_AS_NO},
    ],
)
def test_these_go_together(parts: dict[str, Any]) -> None:
    assert faults_of_own(put_together(**parts)) == []


@pytest.mark.parametrize(
    ("parts", "part"),
    [
        ({**CURVE, "team_only": False}, "team_only"),
        ({**CURVE, "question": Question.IN_WORK}, "question"),
        ({**CURVE, "population": Population.PLACED}, "population"),
        ({**CURVE, "unknown_policy": UnknownPolicy.COUNTS_AS_NO}, "unknown_policy"),
        ({**CURVE, "exclusions": []}, "exclusions"),
        ({**EACH_MONTH, "team_only": False}, "team_only"),
        ({**EACH_MONTH, "question": Question.GAINED_SPEAKING}, "question"),
        ({**EACH_MONTH, "question": Question.IN_WORK, "index": Index.DATE, "horizon_months": 1}, "index"),
        ({**EACH_MONTH, "horizon_months": 25}, "horizon_months"),
    ],
)
def test_what_cannot_be_so_is_said_beside_its_part(parts: dict[str, Any], part: str) -> None:
    assert part in dict(faults_of_own(put_together(**parts)))


def test_a_curve_of_parts_that_no_programme_chooses_is_refused_and_has_no_words() -> None:
    metric = put_together(**CURVE, index=Index.SCREENING)
    assert (metric.question_text.en, "index" in dict(faults_of_own(metric))) == ("", True)


def test_each_month_of_a_series_asks_what_its_own_metric_would() -> None:
    series = own_series(put_together(**EACH_MONTH, index=Index.END, horizon_months=3))
    alone = [put_together(index=Index.END, horizon_months=month) for month in (1, 2, 3)]
    assert [replace(month, code=alone[0].code) for month in series.metrics()] == alone
    assert series.question_text.en.endswith("within so many months of the end of the trajectory?")
