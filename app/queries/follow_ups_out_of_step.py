"""Whose follow-ups are not what the plan says: read in one statement, so that only those are planned anew."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.rules.code_lists import PAID_WORK
from app.rules.follow_up_life import CANCELLED_BECAUSE

PAID = ", ".join(f"'{kind.value}'" for kind in sorted(PAID_WORK))

OUT_OF_STEP = text(
    f"""
    WITH dead AS (
        SELECT participant_id, programme_id FROM trajectory WHERE 'deceased' IN (end_reason, destination)
        UNION
        SELECT participant_id, programme_id FROM placement WHERE end_reason = 'deceased'
    ),
    first_paid AS (
        SELECT DISTINCT ON (trajectory_id) id, trajectory_id, participant_id, programme_id, starts_on, ends_on
        FROM placement
        WHERE kind IN ({PAID}) AND (CAST(:programme AS uuid) IS NULL OR programme_id = :programme)
        ORDER BY trajectory_id, starts_on, number COLLATE "C"
    ),
    planned AS (
        SELECT first_paid.*, month, CAST(starts_on + make_interval(months => month) AS date) AS due_on
        FROM first_paid
        JOIN programme ON programme.id = first_paid.programme_id
        CROSS JOIN unnest(programme.follow_up_months) AS month
        WHERE (first_paid.participant_id, first_paid.programme_id) NOT IN (SELECT * FROM dead)
            AND first_paid.participant_id NOT IN (SELECT id FROM participant WHERE erased_at IS NOT NULL)
    )
    SELECT coalesce(follow_up.trajectory_id, planned.trajectory_id) AS trajectory_id,
           coalesce(follow_up.participant_id, planned.participant_id) AS participant_id,
           coalesce(follow_up.programme_id, planned.programme_id) AS programme_id,
           follow_up.id AS follow_up_id
    FROM planned
    FULL JOIN (
        SELECT * FROM follow_up WHERE CAST(:programme AS uuid) IS NULL OR programme_id = :programme
    ) AS follow_up ON follow_up.placement_id = planned.id AND follow_up.month = planned.month
    WHERE follow_up.id IS NULL
        OR (planned.id IS NULL AND follow_up.state IN ('planned', 'due', 'asked', 'unanswered'))
        OR (
            planned.id IS NOT NULL
            AND (
                coalesce(follow_up.computed_due_on, follow_up.due_on) <> planned.due_on
                OR (
                    follow_up.state = 'cancelled'
                    AND (follow_up.reason IS NULL OR follow_up.reason = ANY (CAST(:grounds AS text[])))
                )
                OR (
                    follow_up.state IN ('planned', 'due', 'asked', 'unanswered')
                    AND planned.ends_on >= follow_up.due_on
                )
            )
        )
    """
)


@dataclass(frozen=True)
class OutOfStep:
    """A trajectory of which a follow-up is not as planned; `follow_up_id` is None when it is missing."""

    trajectory_id: UUID
    participant_id: UUID
    programme_id: UUID
    follow_up_id: UUID | None


async def read_follow_ups_out_of_step(session: AsyncSession, programme_id: UUID | None = None) -> list[OutOfStep]:
    """Read which follow-ups are missing, on another day than planned, wrongly open or wrongly cancelled."""
    grounds = [str(sentence) for sentence in CANCELLED_BECAUSE.values()]
    found = await session.execute(OUT_OF_STEP, {"programme": programme_id, "grounds": grounds})
    return [OutOfStep(*row) for row in found]
