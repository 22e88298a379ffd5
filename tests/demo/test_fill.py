"""The made-up programme is lifelike, consistent with the rules, and the same every time."""

from datetime import timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.book import Book
from app.demo.fill import fill
from app.demo.make_up import make_up
from app.demo.open_link import open_link, open_own_link
from app.demo.settle_follow_ups import is_answered_by
from app.demo.size import Size
from app.errors import Conflict
from app.rules.code_lists import (
    PAID_WORK,
    AskedOf,
    Attendance,
    CircumstanceState,
    Decision,
    EvidenceSource,
    FollowUpState,
    RatingDimension,
    SpellKind,
    SupportDomain,
    ToldHow,
    TrajectoryState,
)
from app.rules.follow_up_months import DEFAULT_FOLLOW_UP_MONTHS
from app.rules.follow_up_schedule import PaidStart, can_move_to, first_paid, plan_follow_ups
from app.rules.trajectory_states import STEPS, Step
from app.use_cases.plan_missing_follow_ups import plan_missing_follow_ups
from app.use_cases.secrets import hash_of
from tests.factories import MOMENT, TODAY, Factory

SMALL = Size(people=60)


@pytest.fixture(scope="module")
def book() -> Book:
    """The demo as it would be made up at the moment of the tests."""
    return next(make_up(Size(), MOMENT, TODAY))


def rows(book: Book, table: str) -> list[dict[str, Any]]:
    """The rows of a table as they are today."""
    return list(book.now(table))


def values(book: Book, table: str, column: str) -> set[Any]:
    """What stands in a column."""
    return {row[column] for row in rows(book, table)}


def test_it_is_the_same_every_time(book: Book) -> None:
    again = next(make_up(Size(), MOMENT, TODAY))
    assert {name: list(again.now(name)) for name in again.first if name != "credential"} == {
        name: list(book.now(name)) for name in book.first if name != "credential"
    }


@pytest.mark.parametrize(
    ("table", "column", "every"),
    [
        ("trajectory", "state", TrajectoryState),
        ("follow_up", "state", FollowUpState),
        ("placement", "kind", SpellKind),
        ("observation", "source", EvidenceSource),
        ("screening_decision", "decision", Decision),
        ("coaching_contact", "attendance", Attendance),
        ("rating", "dimension", RatingDimension),
        ("circumstance", "state", CircumstanceState),
        ("circumstance", "domain", SupportDomain),
    ],
)
def test_everything_that_can_be_is_there(book: Book, table: str, column: str, every: type[StrEnum]) -> None:
    assert set(every) <= values(book, table, column)


def test_some_came_back_and_some_had_a_job_when_they_started(book: Book) -> None:
    trajectories = rows(book, "trajectory")
    people = {row["participant_id"] for row in trajectories}
    assert 0 < len(trajectories) - len(people) < len(people) / 20
    started = {row["id"]: row["started_on"] for row in trajectories if row.get("started_on")}
    before = [
        row
        for row in rows(book, "placement")
        if row["kind"] in PAID_WORK and row["starts_on"] < started.get(row["trajectory_id"], row["starts_on"])
    ]
    assert 0 < len(before) < len(started) / 5


def test_every_way_is_one_that_the_rules_allow(book: Book) -> None:
    steps: dict[object, list[dict[str, Any]]] = {row["id"]: [] for row in rows(book, "trajectory")}
    for row in rows(book, "trajectory_event"):
        if row.get("phase"):
            assert row["from_state"] == row["to_state"]
            continue
        assert STEPS[Step(str(row["step"]))][TrajectoryState(str(row["from_state"]))] == row["to_state"]
        steps[row["trajectory_id"]].append(row)
    for trajectory in rows(book, "trajectory"):
        taken = steps[trajectory["id"]]
        assert all(one["to_state"] == other["from_state"] for one, other in pairwise(taken))
        assert [one["on_date"] for one in taken] == sorted(one["on_date"] for one in taken)
        assert trajectory["state"] == (taken[-1]["to_state"] if taken else TrajectoryState.REGISTERED)


def test_follow_ups_are_those_that_the_rules_plan(book: Book) -> None:
    placements: dict[object, list[dict[str, Any]]] = {}
    for row in rows(book, "placement"):
        placements.setdefault(row["trajectory_id"], []).append(row)
    planned: dict[object, set[object]] = {}
    for row in rows(book, "follow_up"):
        due_on = row.get("computed_due_on") or row["due_on"]
        planned.setdefault(row["trajectory_id"], set()).add((row["placement_id"], row["month"], due_on))
    for trajectory, known in placements.items():
        starts = {PaidStart(SpellKind(row["kind"]), row["starts_on"], str(row["number"])): row for row in known}
        index = first_paid(list(starts))
        expected = plan_follow_ups(index.starts_on, DEFAULT_FOLLOW_UP_MONTHS) if index else []
        assert planned.get(trajectory, set()) == {
            (starts[index]["id"], one.month, one.due_on) for one in expected if index is not None
        }


def test_nothing_happened_after_today(book: Book) -> None:
    days = {
        "trajectory_event": "on_date",
        "placement": "starts_on",
        "observation": "observed_on",
        "coaching_contact": "contacted_on",
        "language_measurement": "measured_on",
        "rating": "rated_on",
        "screening_test": "taken_on",
        "motivation_interview": "held_on",
        "circumstance": "assessed_on",
    }
    for table, column in days.items():
        assert max(values(book, table, column)) <= TODAY, table
        assert max(row["recorded_at"] for row in rows(book, table)) <= MOMENT, table


def test_an_answered_follow_up_points_at_what_answers_it_or_is_about_a_job_that_is_known_to_have_lasted(
    book: Book,
) -> None:
    observations, placements = book.first["observation"], {row["id"]: row for row in rows(book, "placement")}
    answered = [row for row in rows(book, "follow_up") if row["state"] is FollowUpState.ANSWERED]
    assert {row["answered_by"] is None for row in answered} == {True, False}
    for row in answered:
        index = placements[row["placement_id"]]
        if row["answered_by"] is None:
            assert index["ends_on"] >= row["due_on"]
        else:
            assert is_answered_by(observations[row["answered_by"]], row, index)


def test_some_employers_answered_on_the_telephone_and_some_days_were_moved(book: Book) -> None:
    told = [row for row in rows(book, "observation") if row.get("told_by")]
    assert told
    assert all(row["told_how"] in ToldHow and row["told_on"] == row["observed_on"] for row in told)
    moved = [row for row in rows(book, "follow_up") if row.get("moved_because")]
    assert moved
    assert all(can_move_to(row["due_on"], row["computed_due_on"]) for row in moved)


def test_no_follow_up_is_unanswered_about_a_job_that_was_seen_later(book: Book) -> None:
    last_seen: dict[object, Any] = {}
    for row in rows(book, "observation"):
        if row["in_paid_work"] and not row.get("superseded_at"):
            last_seen[row["placement_id"]] = max(
                row["observed_on"], last_seen.get(row["placement_id"], row["observed_on"])
            )
    ends = {row["id"]: row.get("ends_on") for row in rows(book, "placement")}
    unanswered = [row for row in rows(book, "follow_up") if row["state"] is FollowUpState.UNANSWERED]
    assert unanswered
    for row in unanswered:
        ended = ends[row["placement_id"]]
        seen = last_seen.get(row["placement_id"])
        assert seen is None or seen < row["due_on"] or (ended is not None and ended < row["due_on"])


def test_evidence_is_contradicted_and_corrected_now_and_then(book: Book) -> None:
    observations = list(rows(book, "observation"))
    assert any(row.get("superseded_at") for row in observations)
    standing = [row for row in observations if not row.get("superseded_at")]
    assert any(contradict(one, other) for one in standing for other in standing)


def test_about_seven_in_ten_find_paid_work_within_a_year_and_not_everybody_answers(book: Book) -> None:
    ripe = {
        row["id"]: row["started_on"]
        for row in rows(book, "trajectory")
        if row.get("started_on") and row["started_on"] <= TODAY - timedelta(days=366)
    }
    placed = {
        row["trajectory_id"]
        for row in rows(book, "placement")
        if row["kind"] in PAID_WORK
        and row["trajectory_id"] in ripe
        and row["starts_on"] <= ripe[row["trajectory_id"]] + timedelta(days=365)
    }
    assert 0.6 < len(placed) / len(ripe) < 0.8
    closed = [row["state"] for row in rows(book, "follow_up") if row["closes_on"] < TODAY]
    assert 0.7 < closed.count(FollowUpState.ANSWERED) / len(closed) < 0.9


def contradict(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether within a week one says that somebody works and the other that they do not."""
    return (
        one["participant_id"] == other["participant_id"]
        and one["in_paid_work"] is not other["in_paid_work"]
        and timedelta(0) <= other["observed_on"] - one["observed_on"] <= timedelta(days=7)
    )


async def test_the_desk_has_something_to_do(session: AsyncSession, operator: Actor) -> None:
    await fill(session, by=operator, size=Size())
    waiting = {
        "follow-ups due": "trajectory where next_follow_up_on <= :today",
        "silent for too long": "trajectory where state in ('active', 'aftercare') and last_contact_on < :today - 21",
        "contracts that end soon": "placement where ends_on is null and expected_end_on between :today and :today + 42",
        "screenings": "trajectory where state in ('registered', 'screening')",
    }
    for what, tasks in waiting.items():
        query = text(f"select count(*) from {tasks.replace(':today', 'cast(:today as date)')}")
        assert (await session.execute(query, {"today": TODAY})).scalar_one() > 0, what


async def test_a_link_of_the_demo_is_open(session: AsyncSession, operator: Actor) -> None:
    await fill(session, by=operator, size=Size())
    for find in (open_link, open_own_link):
        secret = await find(session, by=operator)
        assert secret is not None
        assert await session.scalar(
            text("select answered_at is null from confirmation_link where token_hash = :hash"),
            {"hash": hash_of(secret)},
        )


def test_links_were_answered_in_part_and_by_participants_too(book: Book) -> None:
    links = rows(book, "confirmation_link")
    assert {AskedOf.EMPLOYER, AskedOf.PARTICIPANT} == {link["asked_of"] for link in links}
    assert [link for link in links if link.get("partial")]
    assert all(
        link["observation_id"] for link in links if link["asked_of"] is AskedOf.PARTICIPANT and link["answered_at"]
    )


async def test_what_was_known_earlier_can_still_be_asked_though_somebody_was_forgotten_and_two_became_one(
    session: AsyncSession, operator: Actor
) -> None:
    await fill(session, by=operator, size=SMALL)
    known = text(
        "select count(*) filter (where ended_on is not null), count(*) from trajectory_history "
        "where known_from <= :at and known_until > :at"
    )
    now = (await session.execute(known, {"at": MOMENT})).one()
    earlier = (await session.execute(known, {"at": MOMENT - timedelta(days=200)})).one()
    assert now[1] > 60, "60 people, of whom some came back"
    assert 0 < earlier[0] < now[0]
    assert 0 < earlier[1] < now[1]
    gone = await session.execute(text("select count(erased_at), count(merged_into_id) from participant"))
    assert tuple(gone.one()) == (1, 1)


async def test_filling_twice_changes_nothing_and_neither_does_the_plan(session: AsyncSession, operator: Actor) -> None:
    assert await fill(session, by=operator, size=SMALL) > 1000
    assert await fill(session, by=operator, size=SMALL) == 0
    assert await plan_missing_follow_ups(session, by=operator) == 0


async def test_made_up_people_do_not_go_between_real_ones(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    await make.programme()
    with pytest.raises(Conflict):
        await fill(session, by=operator, size=SMALL)


def test_every_condition_of_an_admission_has_its_task(book: Book) -> None:
    tasks = [(row["screening_decision_id"], row["title"]) for row in rows(book, "task")]
    conditions = [(row["id"], one) for row in rows(book, "screening_decision") for one in row["conditions"]]
    assert conditions
    assert sorted(map(str, (task for task in tasks if task[0]))) == sorted(map(str, conditions))


def test_coaching_shows_all_that_a_desk_has_to_notice(book: Book) -> None:
    current = [row for row in rows(book, "assignment") if row["until_on"] is None]
    assert {row["trajectory_id"]: row["account_id"] for row in current} == {
        row["id"]: row["coach_id"] for row in rows(book, "trajectory") if row.get("coach_id")
    }
    assert len(rows(book, "assignment")) > len(current), "some were handed over"
    assert {row.get("phase") for row in rows(book, "trajectory")} == {None, "Oriëntatie", "Leren en werken", "Blijven"}
    in_groups = [row for row in rows(book, "coaching_contact") if row.get("group_session_id")]
    assert {row["attendance"] for row in in_groups} == {None, *Attendance}
    assert all(row["held_on"] < TODAY for row in rows(book, "group_session"))
