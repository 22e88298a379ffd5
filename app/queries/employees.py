"""What an employer sees of the people who work there: first name and initial, job and start."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.rules.rating_schedule import CLOSES_AFTER, OPENS_BEFORE

EMPLOYEE = text(
    """
    SELECT employee.first_name, employee.initial, placement.job_title, placement.starts_on, organisation.name
    FROM employee
    JOIN placement ON placement.id = employee.placement_id
    JOIN organisation ON organisation.id = placement.organisation_id
    WHERE placement.id = :placement_id
    """
)
EMPLOYEES = text(
    """
    SELECT placement.id, employee.first_name, employee.initial, placement.job_title, placement.starts_on,
        placement.ends_on, organisation.name, asked.about AS asked_about,
        (
            SELECT coalesce(json_agg(json_build_object('kind', kind, 'state', state) ORDER BY kind), '[]')
            FROM workplace_support WHERE workplace_support.placement_id = placement.id
        ) AS supports
    FROM employee
    JOIN placement ON placement.id = employee.placement_id
    JOIN organisation ON organisation.id = placement.organisation_id
    CROSS JOIN LATERAL (
        SELECT least(
            (
                SELECT min(due_on) FROM follow_up
                WHERE follow_up.placement_id = placement.id AND state IN ('planned', 'due', 'asked')
                  AND opens_on <= :today
            ),
            (
                SELECT min(due_on) FROM rating_request
                WHERE rating_request.placement_id = placement.id AND answered_at IS NULL AND cancelled_at IS NULL
                  AND due_on BETWEEN :closes_after AND :opens_before
                  AND due_on <= coalesce(placement.ends_on, due_on)
            )
        ) AS about
    ) AS asked
    ORDER BY asked.about NULLS LAST, placement.ends_on DESC NULLS FIRST, placement.starts_on DESC
    """
)


@dataclass(frozen=True)
class Employee:
    """All that an employer is shown of a person."""

    first_name: str
    initial: str
    job_title: str | None
    starts_on: date
    employer: str


@dataclass(frozen=True)
class Employment(Employee):
    """A placement in the employer's own list; `asked_about` is the day an open question is about.

    `supports` are the kinds of support at work of which something is known, each with its state.
    """

    placement_id: UUID
    ends_on: date | None
    asked_about: date | None
    supports: list[dict[str, str]]


async def read_employee(session: AsyncSession, placement_id: UUID) -> Employee:
    """Read who a placement is about."""
    row = (await session.execute(EMPLOYEE, {"placement_id": placement_id})).one()
    return Employee(row.first_name, row.initial, row.job_title, row.starts_on, row.name)


async def read_employees(session: AsyncSession, today: date) -> list[Employment]:
    """Read the employer's own placements, those with an open question first."""
    rows = await session.execute(
        EMPLOYEES, {"today": today, "closes_after": today - CLOSES_AFTER, "opens_before": today + OPENS_BEFORE}
    )
    return [
        Employment(
            row.first_name,
            row.initial,
            row.job_title,
            row.starts_on,
            row.name,
            row.id,
            row.ends_on,
            row.asked_about,
            row.supports,
        )
        for row in rows
    ]
