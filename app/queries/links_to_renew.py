"""Links of which somebody asked for a new one, with the address on file to which that goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.askable_follow_ups import ADDRESS
from app.rules.code_lists import AskedOf, MessageChannel, MessageLanguage
from app.rules.link_state import COVERED_BY, RENEWED_WITHIN

TO_RENEW = text(
    f"""
    SELECT * FROM (
        SELECT link.id AS link_id, link.programme_id, link.asked_of, contact.id AS contact_id,
            CASE WHEN link.asked_of = 'participant' THEN participant.id END AS participant_id,
            CASE WHEN link.asked_of = 'participant' THEN lower(participant.email) ELSE {ADDRESS} END AS recipient,
            CASE WHEN link.asked_of = 'employer' AND contact.email IS NULL THEN 'text' ELSE 'email' END AS channel,
            CASE WHEN link.asked_of = 'employer' THEN contact.language
                WHEN participant.contact_language LIKE 'en%' THEN 'en' ELSE 'nl' END AS language
        FROM confirmation_link AS link
        JOIN placement ON placement.id = link.placement_id
        JOIN participant ON participant.id = link.participant_id
        LEFT JOIN follow_up ON follow_up.id = link.follow_up_id
        LEFT JOIN employer_contact AS contact
            ON contact.id = placement.contact_id AND contact.bounced_at IS NULL AND link.asked_of = 'employer'
        WHERE link.renewed_at > :since
            AND coalesce(follow_up.state NOT IN ('planned', 'cancelled'), true)
            AND NOT EXISTS (
                SELECT FROM confirmation_link AS same
                JOIN message ON message.id = same.renewal_id
                WHERE same.placement_id = link.placement_id AND same.asked_of = link.asked_of
                    AND same.follow_up_id IS NOT DISTINCT FROM link.follow_up_id
                    AND message.recorded_at > link.renewed_at - CAST(:covered AS interval)
            )
        FOR UPDATE OF link SKIP LOCKED
    ) AS asked
    WHERE recipient IS NOT NULL
    ORDER BY programme_id, asked_of, recipient, link_id
    """
)


@dataclass(frozen=True, slots=True)
class ToRenew:
    """One link whose holder wants a new one, and where that goes."""

    link_id: UUID
    programme_id: UUID
    asked_of: AskedOf
    contact_id: UUID | None
    participant_id: UUID | None
    recipient: str
    channel: MessageChannel
    language: MessageLanguage


async def read_links_to_renew(session: AsyncSession, at: datetime) -> Sequence[ToRenew]:
    """Read and hold the links for which a new one is to be sent; those without an address wait for one."""
    rows = await session.execute(TO_RENEW, {"since": at - RENEWED_WITHIN, "covered": COVERED_BY})
    return [
        ToRenew(
            row.link_id,
            row.programme_id,
            AskedOf(row.asked_of),
            row.contact_id,
            row.participant_id,
            row.recipient,
            MessageChannel(row.channel),
            MessageLanguage(row.language),
        )
        for row in rows
    ]
