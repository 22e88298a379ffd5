"""The registry of metrics. A new metric is an entry here and a table in tests/outcomes/spec."""

from __future__ import annotations

from app.rules.metric_definition import Metric
from app.rules.metrics.inclusion import (
    EMPLOYER_SATISFIED_WITH_PARTICIPANT,
    EMPLOYER_SATISFIED_WITH_PROGRAMME,
    FEELS_AT_HOME,
    JOB_GUARANTEE_KEPT,
    SATISFIED_WITH_GUIDANCE,
)
from app.rules.metrics.job_match import JOB_MATCH, MATCH_FIELD, MATCH_LEVEL, MATCH_OWN_JUDGEMENT, MATCH_WISH
from app.rules.metrics.language import (
    LANGUAGE_FELL_BACK,
    LANGUAGE_GAIN_CONVERSATION,
    LANGUAGE_GAIN_LISTENING,
    LANGUAGE_GAIN_READING,
    LANGUAGE_GAIN_SPEAKING,
    LANGUAGE_GAIN_WRITING,
    LANGUAGE_OFFICIAL_RESULT,
)
from app.rules.metrics.placement import (
    EVER_PLACED,
    IN_PAID_WORK_6_MONTHS_AFTER_END,
    IN_PAID_WORK_AT_END,
    IN_WORK_OR_STUDY_AT_15_MONTHS,
    PLACED_WITHIN,
    WORK_OR_LEARNING_WITHIN_12_MONTHS_AFTER_END,
)
from app.rules.metrics.retention import RETENTION
from app.rules.metrics.selection import (
    ADMITTED,
    ADMITTED_THOUGH_NOT_MET,
    DECLINED,
    DECLINED_THOUGH_MET,
    OVER_QUALIFIED,
    REFERRED,
    SCREENED,
    WITHDRAWN,
)

METRICS: dict[str, Metric] = {
    metric.code: metric
    for metric in (
        SCREENED,
        ADMITTED,
        REFERRED,
        DECLINED,
        WITHDRAWN,
        ADMITTED_THOUGH_NOT_MET,
        DECLINED_THOUGH_MET,
        OVER_QUALIFIED,
        *PLACED_WITHIN,
        EVER_PLACED,
        IN_PAID_WORK_AT_END,
        IN_PAID_WORK_6_MONTHS_AFTER_END,
        IN_WORK_OR_STUDY_AT_15_MONTHS,
        WORK_OR_LEARNING_WITHIN_12_MONTHS_AFTER_END,
        *RETENTION,
        MATCH_LEVEL,
        MATCH_FIELD,
        MATCH_WISH,
        MATCH_OWN_JUDGEMENT,
        JOB_MATCH,
        LANGUAGE_GAIN_LISTENING,
        LANGUAGE_GAIN_READING,
        LANGUAGE_GAIN_SPEAKING,
        LANGUAGE_GAIN_WRITING,
        LANGUAGE_GAIN_CONVERSATION,
        LANGUAGE_FELL_BACK,
        LANGUAGE_OFFICIAL_RESULT,
        SATISFIED_WITH_GUIDANCE,
        FEELS_AT_HOME,
        EMPLOYER_SATISFIED_WITH_PARTICIPANT,
        EMPLOYER_SATISFIED_WITH_PROGRAMME,
        JOB_GUARANTEE_KEPT,
    )
}
"""Every metric by its code, in the order in which reports show them."""

PUBLISHED: dict[str, Metric] = {code: metric for code, metric in METRICS.items() if not metric.team_only}
"""The metrics that a report outside the programme team consists of."""
