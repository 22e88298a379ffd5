"""The measures of standards of others. A new one is an entry here and a table in tests/outcomes/spec."""

from __future__ import annotations

from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.metrics.exit import EXIT
from app.rules.metrics.guidance import GUIDANCE
from app.rules.metrics.job_quality import JOB_QUALITY
from app.rules.standards.cbs import CBS_REINTEGRATION
from app.rules.standards.definition import StandardMeasure
from app.rules.standards.esf_plus import ESF_PLUS_MEASURES
from app.rules.standards.mature import MATURE_MEASURES
from app.rules.standards.social_assistance import SOCIAL_ASSISTANCE_MEASURES
from app.rules.standards.wioa import WIOA_MEASURES

STANDARDS: dict[str, StandardMeasure] = {
    measure.metric.code: measure
    for measure in (
        *ESF_PLUS_MEASURES,
        CBS_REINTEGRATION,
        *WIOA_MEASURES,
        *MATURE_MEASURES,
        *SOCIAL_ASSISTANCE_MEASURES,
    )
}
"""Every measure by the code of its metric, in the order in which they are shown."""

STANDARD_METRICS: dict[str, Metric] = {code: measure.metric for code, measure in STANDARDS.items()}
"""The metrics of those measures; no everyday report carries them."""

ASKED_ONLY: dict[str, Metric] = JOB_QUALITY | GUIDANCE | EXIT | STANDARD_METRICS
"""Metrics that are worked out when they are asked for, and only for the team."""

REGISTRY: dict[str, Metric] = METRICS | ASKED_ONLY
"""Every metric that can be asked for by its code."""
