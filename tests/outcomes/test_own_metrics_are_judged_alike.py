"""Whatever a programme puts together that is not refused, the rules, the SQL and the naive judge count alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice
from random import Random
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.duration_sql import waits_statement
from app.outcomes.report import ReportRequest, read_without_names, trajectory_states
from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import LEARNING, PAID_WORK, UNSUBSIDISED_WORK
from app.rules.durations import Duration, wait_of_person
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Index, Question, ShownAs
from app.rules.outcomes import outcome_of
from app.rules.own_curve import CURVES, own_curve
from app.rules.own_metric import own_metric
from app.rules.own_metric_faults import POLICIES, POPULATIONS, faults_of_own
from app.rules.own_metric_words import INDEXES, WORDINGS
from tests.outcomes.composed_oracle import ComposedOracle
from tests.outcomes.oracle import Oracle
from tests.outcomes.oracle_of_own_curves import naive_wait
from tests.outcomes.random_lives import AS_OF, Maker
from tests.outcomes.stored_lives import StoredLives
from tests.outcomes.test_three_judges_agree import KNOWN_AT, known

LIVES = 60
METRICS = 40
CURVES_TRIED = 16
NAIVELY_JUDGED = {
    Question.IN_WORK,
    Question.IN_WORK_WITHOUT_INTERRUPTION,
    Question.WITH_SAME_EMPLOYER,
    Question.PLACED_SINCE_INDEX,
}


def put_together(shown_as: ShownAs = ShownAs.SHARE) -> Iterator[Metric]:
    """Own metrics from parts drawn at random, those that are refused left out; without end."""
    random = Random(61)  # noqa: S311 -- made-up metrics, no secrets
    while True:
        metric = own_metric(
            code=f"own_{random.getrandbits(32):08x}",
            version=1,
            title=Bilingual(nl="", en=""),
            programme_id=UUID(int=1),
            population=random.choice(POPULATIONS),
            index=random.choice(list(INDEXES)),
            on=random.choice((None, date(2023, 6, 15))),
            horizon_months=random.choice((0, 1, 6, 13)),
            question=random.choice(list(CURVES if shown_as is ShownAs.CURVE else WORDINGS)),
            counts=random.choice((PAID_WORK, UNSUBSIDISED_WORK, LEARNING, PAID_WORK | LEARNING)),
            minimum_hours=random.choice((None, None, 24)),
            minimum_contract_months=random.choice((None, None, 3)),
            unknown_policy=random.choice(POLICIES),
            exclusions=random.choice(((), (Exclusion.DECEASED,))),
            team_only=shown_as is not ShownAs.SHARE,
            shown_as=shown_as,
        )
        if not faults_of_own(metric):
            yield metric


async def test_metrics_put_together_at_random(session: AsyncSession, operator: Actor) -> None:
    metrics = list(islice(put_together(), METRICS))
    maker = Maker(61)
    lives = [maker.life() for _ in range(LIVES)]
    stored = StoredLives(recorded_at=datetime(2024, 7, 1, tzinfo=UTC))
    for number, life in enumerate(lives):
        stored.add(life, number)
    await stored.write(session)

    asked = ReportRequest(metrics=tuple(metrics), as_of=AS_OF, known_at=KNOWN_AT)
    by_sql = await trajectory_states(session, by=operator, asked=asked)
    curves = {metric: own_curve(metric) for metric in islice(put_together(ShownAs.CURVE), CURVES_TRIED)}
    statement = waits_statement(tuple(curves.values()))
    waits_by_sql = await read_without_names(session, statement, operator, asked)
    waits: Counter[tuple[str, int, bool]] = Counter()

    for life in lives:
        cut = life.seen_on(AS_OF)
        oracle = Oracle(life, AS_OF)
        naive = {one.code: ComposedOracle(oracle, one) for one in metrics if is_naively_judged(one)}
        for one in cut.trajectories:
            by_rules = known({metric.code: outcome_of(metric, one, cut, AS_OF) for metric in metrics})
            assert by_sql[stored.ids[one.id]] == by_rules, life
            for code, judge in naive.items():
                assert by_rules.get(code) == judge.state(one), (code, life)
        for metric, curve in curves.items():
            wait, naive_one = wait_of_person(curve, cut.trajectories, cut, AS_OF), naive_wait(oracle, metric)
            assert (wait and (wait.days, wait.is_over)) == naive_one, (metric, life)
            waits.update([(metric.code, *naive_one)] if naive_one else [])
    assert {(row["duration"], row["days"], row["is_over"]): row["people"] for row in waits_by_sql} == waits
    assert {(curve.timed, curve.index) for curve in curves.values()} == {
        (Duration.TIME_TO_FIRST_PLACEMENT, Index.START),
        (Duration.TIME_TO_FIRST_PLACEMENT, Index.END),
        (Duration.TIME_IN_FIRST_JOB, Index.FIRST_PLACEMENT),
    }
    assert len({metric.question for metric in metrics}) > 6
    assert {metric.index for metric in metrics} == set(INDEXES)


def is_naively_judged(metric: Metric) -> bool:
    """The naive judge knows metrics about work in which the deceased are left out."""
    return metric.question in NAIVELY_JUDGED and bool(metric.exclusions)
