"""A join never multiplies or merges people: equal values stay apart, and what is said twice counts once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.duration_sql import waits_statement
from app.outcomes.report import ReportRequest, outcome_report, read_without_names
from app.outcomes.statement import Dimension
from app.rules.durations import DURATIONS
from app.rules.metrics import METRICS
from app.rules.outcome_facts import Life
from app.rules.standards import STANDARD_METRICS
from tests.outcomes.composed import composed
from tests.outcomes.random_lives import AS_OF, Maker
from tests.outcomes.stored_lives import StoredLives

PEOPLE = 120
RECORDED_AT = datetime(2024, 7, 1, tzinfo=UTC)
STATES = ("yes", "no", "not_yet_due", "unanswered", "unreachable", "refused", "excluded")
ALL_METRICS = (tuple(METRICS.values()), tuple(STANDARD_METRICS.values()), tuple(composed()[::2]))

Counts = dict[tuple[str, str], tuple[int, ...]]


async def test_people_with_the_same_values_in_every_field_all_count(session: AsyncSession, operator: Actor) -> None:
    maker = Maker(31)
    lives = [maker.life() for _ in range(PEOPLE)]
    once = await counted(session, operator, lives)

    thrice = await counted(session, operator, [renamed(life, mark) for mark in "abc" for life in lives])

    assert len({metric for metric, _ in once}) > sum(len(metrics) for metrics in ALL_METRICS)
    assert thrice == {key: tuple(3 * people for people in counts) for key, counts in once.items()}


async def test_what_is_recorded_twice_counts_once(session: AsyncSession, operator: Actor) -> None:
    maker = Maker(32)
    lives = [maker.life() for _ in range(PEOPLE)]
    once = await counted(session, operator, lives)

    assert await counted(session, operator, [all_twice(renamed(life, "t")) for life in lives]) == once


async def counted(session: AsyncSession, operator: Actor, lives: Sequence[Life]) -> Counts:
    """How many of these people are in each state, per metric and programme of their own; and in each wait."""
    rows = StoredLives(recorded_at=RECORDED_AT, label=f"{len(lives)} {lives[0].trajectories[0].id}: ")
    for number, life in enumerate(lives):
        rows.add(life, number)
    await rows.write(session)
    own = frozenset(key for name, key in rows.ids.items() if isinstance(name, tuple) and name[0] == "programme")
    counts: Counts = {}
    for metrics in ALL_METRICS:
        asked = ReportRequest(
            metrics=metrics, as_of=AS_OF, known_at=RECORDED_AT, programmes=own, group_by=(Dimension.PROGRAMME,)
        )
        for row in await outcome_report(session, by=operator, asked=asked):
            programme = (row.group.get("programme") or "").removeprefix(rows.label)
            counts[row.metric, programme] = tuple(getattr(row, state) for state in STATES)
    for wait in await read_without_names(session, waits_statement(tuple(DURATIONS.values())), operator, asked):
        counts[f"{wait['duration']} {wait['days']} {wait['is_over']}", ""] = (wait["people"],)
    return counts


def renamed(life: Life, mark: str) -> Life:
    """Somebody else with the same values in every field."""
    return replace(
        life,
        trajectories=tuple(replace(one, id=f"{one.id}{mark}", number=one.number + mark) for one in life.trajectories),
        placements=tuple(
            replace(one, id=f"{one.id}{mark}", number=one.number + mark, trajectory=f"{one.trajectory}{mark}")
            for one in life.placements
        ),
        observations=tuple(
            replace(one, about=None if one.about is None else f"{one.about}{mark}") for one in life.observations
        ),
        follow_ups=tuple(replace(one, placement=f"{one.placement}{mark}") for one in life.follow_ups),
        ratings=tuple(
            replace(
                one,
                trajectory=f"{one.trajectory}{mark}",
                placement=None if one.placement is None else f"{one.placement}{mark}",
            )
            for one in life.ratings
        ),
        measurements=tuple(replace(one, trajectory=f"{one.trajectory}{mark}") for one in life.measurements),
    )


def all_twice(life: Life) -> Life:
    """The same life with a second trajectory and placement of the same days beside each, and all statements twice."""
    return replace(
        life,
        trajectories=(
            *(replace(one, checked_decisions=one.checked_decisions * 2) for one in life.trajectories),
            *(replace(one, id=f"{one.id}+", number=f"{one.number}+") for one in life.trajectories),
        ),
        placements=(
            *life.placements,
            *(replace(one, id=f"{one.id}+", number=f"{one.number}+") for one in life.placements),
        ),
        observations=life.observations * 2,
        ratings=life.ratings * 2,
        measurements=life.measurements * 2,
    )
