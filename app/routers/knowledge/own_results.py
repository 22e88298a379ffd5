"""The results of a programme of one's own, in the metrics that figures from elsewhere can be held against."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from app.language import Language
from app.outcomes.pull import exact_report
from app.outcomes.report import ReportRequest
from app.outcomes.sentence import sentence
from app.routers.acting import Acting
from app.rules.code_lists import Role
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.metrics.placement import IN_PAID_WORK_AT_END
from app.rules.metrics.retention import retention

ALWAYS = (IN_PAID_WORK_AT_END.code, retention(6)[0].code)
"""What every programme wants to know of itself: whether people found work, and whether it lasted."""


@dataclass(frozen=True, slots=True)
class OwnResult:
    """One metric of the programme today: the whole sentence, and the rate (0–1) where there is one."""

    metric: Metric
    said: str
    rate: float | None


async def own_results(
    acting: Acting, programme_id: UUID, also: Iterable[str], language: Language
) -> dict[str, OwnResult] | None:
    """The results by metric, exact, for a coordinator of the programme; None for everybody else."""
    if programme_id not in acting.actor.programmes(Role.COORDINATOR):
        return None
    codes = dict.fromkeys([*ALWAYS, *(code for code in also if code in METRICS)])
    asked = ReportRequest(
        metrics=tuple(METRICS[code] for code in codes),
        as_of=acting.actor.today,
        known_at=acting.actor.at,
        programmes=frozenset({programme_id}),
    )
    rows = await exact_report(acting.session, by=acting.actor, asked=asked)
    return {
        row.metric: OwnResult(
            METRICS[row.metric],
            _as_a_sentence(sentence(row, METRICS[row.metric], language)),
            row.rate,
        )
        for row in rows
    }


def _as_a_sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
