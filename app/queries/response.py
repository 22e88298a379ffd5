"""The response of a programme: what was asked and answered of everybody, in one statement, beside what the report says.

Two statements make the page: that of the outcome report, at its own door, so that both never tell a different response;
and this one, with the names and the follow-ups.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.report import ReportRequest, trajectory_states
from app.queries.one_document import one_document
from app.rules.metric_definition import Metric
from app.rules.metrics.retention import retention
from app.rules.response import AskedAbout, DueQuestion, due_questions
from app.rules.response_counts import MonthResponse, response_by_month

FOLLOW_UPS = TypeAdapter(tuple[AskedAbout, ...])
PEOPLE = TypeAdapter(tuple[tuple[UUID, UUID, str], ...])
EMPLOYERS = TypeAdapter(dict[UUID, str])

RESPONSE = text(
    """
    WITH sent AS (
        SELECT request.follow_up_id, min(coalesce(message.sent_at, message.uncertain_at)) AS at
        FROM follow_up
        JOIN follow_up_request AS request ON request.follow_up_id = follow_up.id
        JOIN message ON message.id = request.message_id
        WHERE follow_up.programme_id = :programme AND request.dropped_at IS NULL
          AND message.state IN ('sent', 'uncertain')
        GROUP BY request.follow_up_id
    ), link AS (
        SELECT follow_up_id, min(made.recorded_at) FILTER (WHERE message_id IS NULL) AS made_by_hand_at,
               bool_or(partial IS NOT NULL) AS is_answered_in_part
        FROM follow_up
        JOIN confirmation_link AS made ON made.follow_up_id = follow_up.id
        WHERE follow_up.programme_id = :programme
        GROUP BY follow_up_id
    )
    SELECT json_build_object(
        'name', programme.name,
        'months', programme.follow_up_months,
        'people', (
            SELECT coalesce(json_agg(json_build_array(
                trajectory.id, trajectory.participant_id, participant.first_name || ' ' || participant.last_name
            ) ORDER BY registered_on, trajectory.number COLLATE "C", trajectory.id), '[]')
            FROM trajectory
            JOIN participant ON participant.id = trajectory.participant_id
            WHERE trajectory.programme_id = programme.id AND trajectory.started_on IS NOT NULL
        ),
        'employers', (
            SELECT coalesce(json_object_agg(organisation.id, organisation.name), '{}')
            FROM organisation
            WHERE organisation.id IN (
                SELECT follow_up.organisation_id FROM follow_up WHERE follow_up.programme_id = programme.id
            )
        ),
        'followUps', (
            SELECT coalesce(json_agg(json_build_object(
                'id', follow_up.id,
                'trajectory', follow_up.trajectory_id,
                'month', follow_up.month,
                'employer', follow_up.organisation_id,
                'due_on', follow_up.due_on,
                'state', follow_up.state,
                'source', CASE WHEN follow_up.state = 'answered'
                    THEN coalesce(observation.source, placement.end_source, 'coach') END,
                'times_asked', follow_up.times_asked,
                'first_asked_on', CAST(least(sent.at, link.made_by_hand_at) AT TIME ZONE 'Europe/Amsterdam' AS date),
                'closed_on', follow_up.closed_on,
                'is_answered_in_part', coalesce(link.is_answered_in_part, false),
                'is_left_alone', follow_up.acknowledged_on IS NOT NULL,
                'job_ends_on', placement.ends_on
            )), '[]')
            FROM follow_up
            JOIN placement ON placement.id = follow_up.placement_id
            LEFT JOIN observation ON observation.id = follow_up.answered_by
            LEFT JOIN sent ON sent.follow_up_id = follow_up.id
            LEFT JOIN link ON link.follow_up_id = follow_up.id
            WHERE follow_up.programme_id = programme.id
        )
    )::text
    FROM programme
    WHERE programme.id = :programme
    """
)


@dataclass(frozen=True)
class ProgrammeResponse:
    """The response of a programme on a day, with the names of the people and employers that its questions are about."""

    id: UUID
    name: str
    as_of: date
    months: tuple[MonthResponse, ...]
    questions: tuple[DueQuestion, ...]
    follow_ups: tuple[AskedAbout, ...]
    people: Mapping[UUID, str]
    """Trajectory → the name of the participant."""
    employers: Mapping[UUID, str]


async def read_response(session: AsyncSession, programme_id: UUID, *, by: Actor) -> ProgrammeResponse:
    """Read the response of a programme as it is known now.

    Raises NotFound when the programme is not there or not the reader's to see.
    """
    read: dict[str, Any] = json.loads(await one_document(session, RESPONSE, programme=programme_id))
    metrics = {in_work_after(month): month for month in sorted(set(read["months"]))}
    asked = ReportRequest(metrics=tuple(metrics), as_of=by.today, known_at=by.at, programmes=frozenset({programme_id}))
    states = await trajectory_states(session, by=by, asked=asked) if metrics else {}
    month_of = {metric.code: month for metric, month in metrics.items()}
    outcomes = {
        trajectory: {month_of[code]: state for code, state in known.items()} for trajectory, known in states.items()
    }
    people = PEOPLE.validate_python(read["people"])
    follow_ups = FOLLOW_UPS.validate_python(read["followUps"])
    questions = due_questions(
        [(trajectory, person) for trajectory, person, _ in people], follow_ups, outcomes, by.today
    )
    return ProgrammeResponse(
        programme_id,
        read["name"],
        by.today,
        tuple(response_by_month(questions, read["months"])),
        tuple(questions),
        follow_ups,
        {trajectory: name for trajectory, _, name in people},
        EMPLOYERS.validate_python(read["employers"]),
    )


@lru_cache
def in_work_after(months: int) -> Metric:
    """Whether somebody was in paid work so many months after the first paid job began, as the report asks it."""
    in_work, *_ = retention(months)
    return in_work
