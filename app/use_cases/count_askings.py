"""Keeps on each follow-up how often and when its employer was last asked, from what was really sent."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor

COUNT_ASKINGS = text(
    """
    UPDATE follow_up
    SET times_asked = asked.times, last_asked_on = asked.last_on,
        state = CASE
            WHEN follow_up.state NOT IN ('planned', 'due', 'asked') THEN follow_up.state
            WHEN follow_up.opens_on > CAST(:today AS date) THEN 'planned'
            WHEN asked.times > 0 THEN 'asked'
            ELSE 'due'
        END,
        version = follow_up.version + 1, changed_at = :at, changed_by = :account
    FROM (
        SELECT mine.id, least(count(DISTINCT each_time.key), 3) AS times, max(each_time.day) AS last_on
        FROM follow_up AS mine
        LEFT JOIN (
            SELECT request.follow_up_id, CAST(request.message_id AS text) AS key,
                CAST(coalesce(message.sent_at, message.uncertain_at) AT TIME ZONE 'Europe/Amsterdam' AS date) AS day
            FROM follow_up_request AS request JOIN message ON message.id = request.message_id
            WHERE request.asked_of = 'employer' AND request.dropped_at IS NULL
                AND message.state IN ('sent', 'uncertain')
            UNION ALL
            SELECT link.follow_up_id, CAST(day.day AS text), day.day
            FROM confirmation_link AS link,
                LATERAL (SELECT CAST(link.recorded_at AT TIME ZONE 'Europe/Amsterdam' AS date) AS day) AS day
            WHERE link.asked_of = 'employer' AND link.message_id IS NULL
        ) AS each_time ON each_time.follow_up_id = mine.id
        WHERE mine.id IN (
            SELECT follow_up_id FROM follow_up_request
            WHERE message_id = :message AND asked_of = 'employer' AND dropped_at IS NULL
        )
        GROUP BY mine.id
    ) AS asked
    WHERE follow_up.id = asked.id
    """
)
"""A message that the server took, or may have taken, is one time; so is a day on which links were given by hand."""


async def count_askings_of(session: AsyncSession, *, by: Actor, message_id: UUID) -> None:
    """Count anew how often the follow-ups in a message were asked. What is refused or comes back does not count."""
    await session.flush()
    await session.execute(
        COUNT_ASKINGS, {"message": message_id, "today": by.today, "at": by.at, "account": by.account_id}
    )
