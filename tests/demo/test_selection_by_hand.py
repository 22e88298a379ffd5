"""The funnel of the made-up programme, counted once more by hand, straight from the rows."""

import json
from collections import Counter
from datetime import date
from statistics import median
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.fill import fill
from app.demo.size import Size
from app.outcomes.report import ReportRequest, outcome_report
from app.queries.programme_page import read_programme
from app.queries.selection import read_selection
from app.rules.metric_parts import Family
from app.rules.metrics import METRICS
from app.rules.selection_funnel import Fate, Funnel, funnel_of
from tests.factories import MOMENT, TODAY

CAME_IN = ("admitted", "admitted_with_conditions")
SELECTION = tuple(metric for metric in METRICS.values() if metric.family is Family.SELECTION)


async def rows(session: AsyncSession, table: str) -> list[dict[str, Any]]:
    found = await session.execute(text(f"select * from {table}"))
    return [dict(row) for row in found.mappings()]


class ByHand:
    """Walks through the trajectories one by one."""

    def __init__(self, trajectories: list[dict[str, Any]], decisions: list[dict[str, Any]]) -> None:
        self.trajectories = trajectories
        self.fates: Counter[str] = Counter()
        self.not_met_but_in = self.met_and_in = self.unclear_and_in = 0
        self.met_but_out = self.above = self.not_above = 0
        self.alone: Counter[str] = Counter()
        self.verdicts: Counter[tuple[str, str]] = Counter()
        self.days: list[int] = []
        for trajectory in trajectories:
            own = [row for row in decisions if row["trajectory_id"] == trajectory["id"]]
            own.sort(key=lambda row: (row["decided_on"], row["recorded_at"]))
            self.look_at(trajectory, own)

    def look_at(self, trajectory: dict[str, Any], own: list[dict[str, Any]]) -> None:
        came_in = trajectory["started_on"] is not None or trajectory["decision"] in CAME_IN
        fate = "admitted" if came_in else trajectory["decision"] or "open"
        self.fates[fate] += 1
        if fate not in ("open", "waiting", "withdrawn"):
            self.days.append((trajectory["decided_on"] - trajectory["registered_on"]).days)
        beside = [row for row in own if (row["decision"] in CAME_IN) == came_in]
        beside = [row for row in beside if came_in or row["decision"] == trajectory["decision"]]
        if not beside:
            return
        check = beside[-1]
        missing = [said for said in check["check_result"] if said["verdict"] == "not_met"]
        for said in check["check_result"]:
            self.verdicts[said["requirement"]["kind"], said["verdict"]] += 1
        if fate in ("declined", "referred") and len(missing) == 1:
            self.alone[missing[0]["requirement"]["kind"]] += 1
        if came_in:
            self.not_met_but_in += bool(missing)
            self.met_and_in += all(said["verdict"] == "met" for said in check["check_result"])
            self.unclear_and_in += not missing and any(said["verdict"] == "unknown" for said in check["check_result"])
            speaking = [s["surpassed"] for s in check["check_result"] if s["requirement"]["kind"] == "language_level"]
            self.above += speaking == [True]
            self.not_above += speaking == [False]
        if fate == "declined" and check["check_result"]:
            self.met_but_out += all(said["verdict"] == "met" for said in check["check_result"])


@pytest.fixture
async def counted(session: AsyncSession, operator: Actor) -> tuple[Funnel, ByHand, Any]:
    await fill(session, by=operator, size=Size())
    trajectories = await rows(session, "trajectory")
    programme = trajectories[0]["programme_id"]
    selection = await read_selection(session, programme)
    by_hand = ByHand(trajectories, await rows(session, "screening_decision"))
    return funnel_of(selection.registrations, TODAY), by_hand, programme


async def test_the_funnel_is_what_one_counts_by_hand(counted: tuple[Funnel, ByHand, Any]) -> None:
    funnel, by_hand, _ = counted
    assert funnel.registered == len(by_hand.trajectories) > 300, "300 people, of whom some came back"
    assert {fate.value: number for fate, number in funnel.fates.items()} == by_hand.fates
    assert set(by_hand.fates) == set(Fate)
    assert funnel.screened == sum(row["screened_on"] is not None for row in by_hand.trajectories)
    assert funnel.started == sum(row["started_on"] is not None for row in by_hand.trajectories)
    admitted = funnel.admitted_though_not_met
    assert (admitted.yes, admitted.no, admitted.unknown) == (
        by_hand.not_met_but_in,
        by_hand.met_and_in,
        by_hand.unclear_and_in,
    )
    assert min(admitted.yes, admitted.no, admitted.unknown) > 0
    assert funnel.declined_though_met.yes == by_hand.met_but_out > 0
    assert (funnel.over_qualified.yes, funnel.over_qualified.no) == (by_hand.above, by_hand.not_above)


async def test_each_requirement_is_what_one_counts_by_hand(counted: tuple[Funnel, ByHand, Any]) -> None:
    funnel, by_hand, _ = counted
    said: Counter[tuple[str, str]] = Counter()
    alone: Counter[str] = Counter()
    for line in funnel.requirements:
        kind = line.requirement.split('"kind": "')[1].split('"')[0]
        said += Counter({(kind, "met"): line.met, (kind, "not_met"): line.not_met, (kind, "unknown"): line.unknown})
        alone[kind] += line.turned_away_alone
    assert said == by_hand.verdicts
    assert +alone == by_hand.alone
    assert alone["language_level"] > 0


async def test_with_few_people_waiting_half_is_decided_on_about_when_one_finds_by_hand(
    counted: tuple[Funnel, ByHand, Any],
) -> None:
    funnel, by_hand, _ = counted
    assert funnel.wait.decided == len(by_hand.days)
    assert funnel.wait.waiting == sum(by_hand.fates[fate] for fate in ("open", "waiting", "withdrawn"))
    assert funnel.wait.median is not None
    assert median(by_hand.days) <= funnel.wait.median <= median(by_hand.days) + 3


async def test_the_metrics_say_the_same_as_the_funnel(
    session: AsyncSession, operator: Actor, counted: tuple[Funnel, ByHand, Any]
) -> None:
    """In the first cohort everybody registers once, so that persons and registrations are as many."""
    _, everyone, programme = counted
    cohort = min(everyone.trajectories, key=lambda row: (row["registered_on"], row["number"]))["cohort_id"]
    by_hand = ByHand(
        [row for row in everyone.trajectories if row["cohort_id"] == cohort], await rows(session, "screening_decision")
    )
    funnel = funnel_of((await read_selection(session, programme, cohort=cohort)).registrations, TODAY)
    asked = ReportRequest(
        metrics=SELECTION,
        as_of=date(TODAY.year, TODAY.month, TODAY.day),
        known_at=MOMENT,
        programmes=frozenset({programme}),
        cohorts=frozenset({cohort}),
    )
    report = {row.metric: row for row in await outcome_report(session, by=operator, asked=asked)}
    for fate in ("admitted", "referred", "declined", "withdrawn"):
        assert report[fate].yes == by_hand.fates[fate] > 0
    for metric, share in (
        ("admitted_though_not_met", funnel.admitted_though_not_met),
        ("declined_though_met", funnel.declined_though_met),
        ("over_qualified", funnel.over_qualified),
    ):
        assert (report[metric].yes, report[metric].no, report[metric].unanswered) == (
            share.yes,
            share.no,
            share.unknown,
        )


async def test_the_page_of_the_programme_counts_the_same_signs(
    session: AsyncSession, counted: tuple[Funnel, ByHand, Any]
) -> None:
    funnel, _, programme = counted
    told = json.loads(await read_programme(session, programme, today=TODAY))["selection"]
    assert sorted(told["requirements"]) == sorted(
        [line.requirement, line.checked, line.turned_away_alone] for line in funnel.requirements
    )
    above = funnel.over_qualified
    assert told["overQualified"] == [above.yes, above.no, funnel.fates[Fate.ADMITTED] - above.known]
