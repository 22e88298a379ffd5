"""Everything that can be counted under a name of its own: of every day, when asked, composed, and as a series."""

from __future__ import annotations

from app.rules.bilingual_text import Bilingual
from app.rules.metrics.examples import EXAMPLES
from app.rules.series import IN_PAID_WORK_EACH_MONTH
from app.rules.standards import REGISTRY

MEASURE_TITLES: dict[str, Bilingual] = {
    **{code: metric.title for code, metric in (REGISTRY | EXAMPLES).items()},
    IN_PAID_WORK_EACH_MONTH.code: IN_PAID_WORK_EACH_MONTH.title,
}
"""What screens call each of them, by its code."""
