"""What a message asks: each question that was put into it, and whether it is still to be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.askable_follow_ups import ADDRESS, RESPONDED
from app.rules.code_lists import AskedOf

ASKED_BEFORE = """(
    SELECT count(*)
    FROM follow_up_request AS earlier JOIN message AS before ON before.id = earlier.message_id
    WHERE earlier.follow_up_id = asked.follow_up_id AND earlier.recipient = message.recipient
        AND earlier.dropped_at IS NULL AND before.id <> message.id AND before.state IN ('sent', 'uncertain')
)"""

SAME_ADDRESS = f"""CASE asked.asked_of
    WHEN 'participant' THEN lower(participant.email) = message.recipient
    ELSE contact.id = message.employer_contact_id AND {ADDRESS} = message.recipient AND contact.bounced_at IS NULL
END"""
"""Whether the message would still go to this address if it were made now, in SQL."""

WAITS_FOR_AN_ANSWER = f"""(
    follow_up.state IN ('planned', 'due', 'asked')
    AND CAST(:today AS date) BETWEEN follow_up.due_on AND follow_up.closes_on
    AND follow_up.acknowledged_on IS NULL
    AND (coalesce(CAST(programme.asking ->> 'isOn' AS boolean), true) OR message.recorded_by IS NOT NULL)
    AND (
        asked.asked_of = 'participant'
        OR (placement.ends_on IS NULL OR placement.ends_on >= follow_up.due_on) AND NOT {RESPONDED}
    )
)"""

QUESTIONS = text(
    f"""
    WITH asked AS (
        SELECT id AS request_id, follow_up_id, asked_of, CAST(NULL AS uuid) AS placement_id
        FROM follow_up_request
        WHERE message_id = :message AND dropped_at IS NULL
        UNION ALL
        SELECT DISTINCT CAST(NULL AS uuid), follow_up_id, asked_of, placement_id
        FROM confirmation_link
        WHERE renewal_id = :message
    )
    SELECT asked.request_id, asked.follow_up_id, asked.asked_of, placement.id AS placement_id,
        placement.organisation_id, placement.trajectory_id, placement.participant_id,
        participant.first_name, left(participant.last_name, 1) AS initial, organisation.name AS organisation,
        placement.job_title, placement.starts_on, {ASKED_BEFORE} AS asked_before,
        coalesce({SAME_ADDRESS}, false) AND CASE
            WHEN asked.request_id IS NULL THEN coalesce(follow_up.state <> 'cancelled', true)
            ELSE coalesce({WAITS_FOR_AN_ANSWER}, false)
        END AS still_asked
    FROM asked
    JOIN message ON message.id = :message
    JOIN programme ON programme.id = message.programme_id
    LEFT JOIN follow_up ON follow_up.id = asked.follow_up_id
    JOIN placement ON placement.id = coalesce(asked.placement_id, follow_up.placement_id)
    JOIN organisation ON organisation.id = placement.organisation_id
    JOIN participant ON participant.id = placement.participant_id
    LEFT JOIN employer_contact AS contact ON contact.id = placement.contact_id
    ORDER BY follow_up.due_on, asked.follow_up_id
    """
)
"""The questions of requests, and those of links that somebody asked to have renewed: a late answer is welcome too."""


@dataclass(frozen=True, slots=True)
class QuestionInMessage:
    """One question that was put into a message. `asked_before` is how often this address was asked it already.

    Without `request_id` it is that of a link that is renewed, without `follow_up_id` it is about a placement as such.
    """

    request_id: UUID | None
    follow_up_id: UUID | None
    asked_of: AskedOf
    placement_id: UUID
    organisation_id: UUID
    trajectory_id: UUID
    participant_id: UUID
    first_name: str
    initial: str
    organisation: str
    job_title: str | None
    starts_on: date
    asked_before: int
    still_asked: bool

    @property
    def person(self) -> str | None:
        """The person as the employer knows them: first name and initial; None when it asks the person themselves."""
        return f"{self.first_name} {self.initial}." if self.asked_of is AskedOf.EMPLOYER else None


async def read_questions_of_message(
    session: AsyncSession, message_id: UUID, today: date
) -> Sequence[QuestionInMessage]:
    """Read the questions in a message that were not left out before."""
    rows = await session.execute(QUESTIONS, {"message": message_id, "today": today})
    return [QuestionInMessage(**{**row, "asked_of": AskedOf(row["asked_of"])}) for row in rows.mappings()]
