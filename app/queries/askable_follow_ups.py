"""Every follow-up that can be asked of a contact person by itself, with what decides on which day that is.

Left out is what is for the team instead: without an address that works, of an employer that cannot know, answered in
part or by "not my employee", or acknowledged as unknown. So is every contact to whom a message is under way.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.programme_design import AskingPolicy
from app.rules.asking_schedule import TOGETHER_WITHIN, Question
from app.rules.code_lists import MessageChannel, MessageLanguage

PHONE = r"regexp_replace(replace(contact.phone, '(0)', ''), '[\s().\-/]', '', 'g')"
ADDRESS = f"coalesce(lower(contact.email), regexp_replace(regexp_replace({PHONE}, '^00', '+'), '^0', '+31'))"
"""The folded address at which a contact person is asked, in SQL."""

RESPONDED = """EXISTS (
    SELECT FROM confirmation_link AS link
    WHERE link.follow_up_id = follow_up.id AND link.asked_of = 'employer' AND (
        link.partial IS NOT NULL
        OR link.answered_at IS NOT NULL AND link.observation_id IS NULL
        OR CAST(link.answered_at AT TIME ZONE 'Europe/Amsterdam' AS date) >= follow_up.due_on
    )
)"""
"""Whether somebody has said with a link what there is to say about a follow-up, in SQL.

Part of an answer is for the team; "still here" from before the target date proves nothing about that day.
"""

UNDER_WAY = "('waiting', 'sending', 'handing_over')"
"""The states of a message of which it is not yet known how it went."""

ASKABLE = text(
    f"""
    SELECT open.*, (
        SELECT max(coalesce(message.sent_at, message.uncertain_at))
        FROM message
        WHERE message.programme_id = open.programme_id AND message.recipient = open.recipient
            AND message.purpose = 'follow_up' AND message.state IN ('sent', 'uncertain')
    ) AS last_mail_at
    FROM (
        SELECT follow_up.id, follow_up.programme_id, follow_up.trajectory_id, follow_up.participant_id,
            follow_up.due_on, follow_up.closes_on, follow_up.last_asked_on, programme.asking,
            contact.id AS contact_id, contact.language, {ADDRESS} AS recipient,
            CASE WHEN contact.email IS NULL THEN 'text' ELSE 'email' END AS channel,
            greatest(follow_up.times_asked, (
                SELECT max(request.nth)
                FROM follow_up_request AS request
                WHERE request.follow_up_id = follow_up.id AND request.recipient = {ADDRESS}
                    AND request.dropped_at IS NULL
            )) AS times_asked
        FROM follow_up
        JOIN placement ON placement.id = follow_up.placement_id
        JOIN employer_contact AS contact ON contact.id = placement.contact_id
        JOIN programme ON programme.id = follow_up.programme_id
        WHERE follow_up.state IN ('planned', 'due', 'asked')
            AND follow_up.due_on <= CAST(:today AS date) + {TOGETHER_WITHIN.days}
            AND follow_up.closes_on >= CAST(:today AS date)
            AND follow_up.acknowledged_on IS NULL
            AND (placement.ends_on IS NULL OR placement.ends_on >= follow_up.due_on)
            AND contact.bounced_at IS NULL
            AND (:texts OR contact.email IS NOT NULL)
            AND coalesce(CAST(programme.asking ->> 'isOn' AS boolean), true)
            AND NOT {RESPONDED}
    ) AS open
    WHERE NOT EXISTS (
        SELECT FROM message
        WHERE message.programme_id = open.programme_id AND message.recipient = open.recipient
            AND message.purpose = 'follow_up' AND message.state IN {UNDER_WAY}
    )
    ORDER BY open.programme_id, open.recipient, open.due_on, open.id
    """
)


@dataclass(frozen=True)
class Askable:
    """One address of one programme, and every follow-up that can be asked there now or within a week."""

    programme_id: UUID
    contact_id: UUID
    recipient: str
    channel: MessageChannel
    language: MessageLanguage
    policy: AskingPolicy
    last_mail_at: datetime | None
    rows: Mapping[UUID, Mapping[str, Any]]

    @property
    def questions(self) -> list[Question]:
        """The follow-ups as the schedule looks at them."""
        return [
            Question(one["id"], one["due_on"], one["closes_on"], one["times_asked"], one["last_asked_on"])
            for one in self.rows.values()
        ]


async def read_askable(session: AsyncSession, today: date, *, texts: bool) -> Iterator[Askable]:
    """Read every address at which something is to be asked, of all programmes that the reader sees.

    `texts` is whether text messages can go out; without them whoever has only a telephone is called.
    """
    rows = (await session.execute(ASKABLE, {"today": today, "texts": texts})).mappings().all()
    return (_askable(list(mine)) for _, mine in groupby(rows, key=lambda row: (row["programme_id"], row["recipient"])))


def _askable(rows: list[RowMapping]) -> Askable:
    first = rows[0]
    return Askable(
        programme_id=first["programme_id"],
        contact_id=first["contact_id"],
        recipient=first["recipient"],
        channel=MessageChannel(first["channel"]),
        language=MessageLanguage(first["language"]),
        policy=AskingPolicy.model_validate(first["asking"] or {}),
        last_mail_at=first["last_mail_at"],
        rows={row["id"]: dict(row) for row in rows},
    )
