"""How a programme is meant to work, how that is to be shown, and what it still needs before it can grow."""

import re
from typing import Annotated

from pydantic import AfterValidator
from sqlmodel import Field

from app.models.base import Shape
from app.rules.code_lists import EffectiveElement, ScalingCriterion, ScalingState
from app.rules.metrics import METRICS
from app.rules.own_metric import OWN_CODE

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _is_a_metric(code: str) -> str:
    if code not in METRICS and not re.fullmatch(OWN_CODE, code):
        raise ValueError("There is no such metric. See /v1/metrics.")
    return code


class ReferenceFigure(Shape):
    """A figure to hold results against: what it counts, its value, its unit, and where and when it was found.

    `people` is of how many people it is the share. `metric` is the code of the metric of ours, or of the programme's
    own, that counts the same thing, where there is one. `is_comparison_group`: it is the figure of the group that the
    evaluation compares with, and not just of other people elsewhere.
    """

    what: str = Field(min_length=1, max_length=300)
    value: float
    unit: str = Field(default="%", min_length=1, max_length=40)
    people: int | None = Field(default=None, ge=1, le=100_000_000)
    year: int | None = Field(default=None, ge=1950, le=2199)
    source: str = Field(min_length=1, max_length=300)
    metric: Annotated[str, AfterValidator(_is_a_metric)] | None = None
    is_comparison_group: bool = False


class Evaluation(Shape):
    """How the results of a programme are to be shown.

    `maryland_level` is the strength of the evidence on the Maryland Scientific Methods Scale: 1 one measurement,
    2 before and after, 3 beside a comparison group, 4 quasi-experimental, 5 drawn by lot (Risbo 2023).
    """

    maryland_level: int | None = Field(default=None, ge=1, le=5)
    comparison: str | None = Field(default=None, max_length=2000)
    plan: str | None = Field(default=None, max_length=4000)
    reference_figures: list[ReferenceFigure] = Field(default_factory=list, max_length=50)


class ScalingAssessment(Shape):
    """Where a programme stands on one criterion for growing; without a state that is not known."""

    criterion: ScalingCriterion
    state: ScalingState | None = None
    note: str | None = Field(default=None, max_length=2000)


class ElementAtWork(Shape):
    """One of the elements that make programmes work, how this programme brings it about, and who says so."""

    element: EffectiveElement
    sentence: str = Field(min_length=1, max_length=1000)
    source: str | None = Field(default=None, max_length=300)


class AskingPolicy(Shape):
    """How a programme asks whether work lasts.

    Messages go out on working days between `quiet_until` and `quiet_from`, hours of the Dutch day. A reminder comes
    `pause_days` after the asking before it; `times_at_most` counts the first asking as well.
    """

    is_on: bool = True
    pause_days: int = Field(default=7, ge=3, le=60)
    times_at_most: int = Field(default=3, ge=1, le=3)
    quiet_until: int = Field(default=8, ge=0, le=23)
    quiet_from: int = Field(default=18, ge=1, le=24)
    sender_name: str | None = Field(default=None, max_length=100)
    reply_to: str | None = Field(default=None, max_length=320)


def _each_once(assessments: list[ScalingAssessment]) -> list[ScalingAssessment]:
    if len({one.criterion for one in assessments}) < len(assessments):
        raise ValueError("Give each criterion once.")
    return assessments


ScalingAssessments = Annotated[list[ScalingAssessment], AfterValidator(_each_once)]
