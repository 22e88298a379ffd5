"""What a message asks: each question that was put into it, and whether it is still to be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.askable_follow_ups import ADDRESS, RESPONDED
from app.rules.code_lists import AskedOf

QUESTIONS = text(
    f"""
    SELECT request.id AS request_id, request.follow_up_id, request.asked_of, follow_up.placement_id,
        follow_up.organisation_id, request.trajectory_id, request.participant_id,
        participant.first_name, left(participant.last_name, 1) AS initial, organisation.name AS organisation,
        placement.job_title, placement.starts_on,
        (
            SELECT count(*)
            FROM follow_up_request AS earlier JOIN message AS before ON before.id = earlier.message_id
            WHERE earlier.follow_up_id = request.follow_up_id AND earlier.recipient = request.recipient
                AND earlier.dropped_at IS NULL AND before.id <> message.id AND before.state IN ('sent', 'uncertain')
        ) AS asked_before,
        coalesce(
            follow_up.state IN ('planned', 'due', 'asked')
            AND CAST(:today AS date) BETWEEN follow_up.due_on AND follow_up.closes_on
            AND follow_up.acknowledged_on IS NULL
            AND coalesce(CAST(programme.asking ->> 'isOn' AS boolean), true)
            AND CASE request.asked_of
                WHEN 'participant' THEN lower(participant.email) = message.recipient
                ELSE contact.id = message.employer_contact_id AND {ADDRESS} = message.recipient
                    AND contact.bounced_at IS NULL
                    AND (placement.ends_on IS NULL OR placement.ends_on >= follow_up.due_on)
                    AND NOT {RESPONDED}
            END,
            false
        ) AS still_asked
    FROM follow_up_request AS request
    JOIN message ON message.id = request.message_id
    JOIN programme ON programme.id = message.programme_id
    JOIN follow_up ON follow_up.id = request.follow_up_id
    JOIN placement ON placement.id = follow_up.placement_id
    JOIN organisation ON organisation.id = follow_up.organisation_id
    JOIN participant ON participant.id = request.participant_id
    LEFT JOIN employer_contact AS contact ON contact.id = placement.contact_id
    WHERE request.message_id = :message AND request.dropped_at IS NULL
    ORDER BY follow_up.due_on, follow_up.id
    """
)


@dataclass(frozen=True, slots=True)
class QuestionInMessage:
    """One question that was put into a message. `asked_before` is how often this address was asked it already."""

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
