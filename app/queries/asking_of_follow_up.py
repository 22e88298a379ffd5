"""How a follow-up is asked: what decides whether that happens by itself, and what went out about it."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.programme_design import AskingPolicy
from app.queries.askable_follow_ups import ADDRESS, RESPONDED, UNDER_WAY
from app.queries.one_document import one_document
from app.rules.asking_outlook import AskingFacts
from app.rules.asking_schedule import Question
from app.rules.code_lists import FollowUpState, MessageChannel
from app.rules.follow_up_schedule import employer_can_tell

SENT = """
    SELECT message.id, message.purpose, message.recipient, message.state, message.reply, message.not_before,
        coalesce(message.sent_at, message.uncertain_at) AS went_at,
        request.nth, request.asked_of, request.recorded_at, request.dropped_at, link.answered_at, NULL AS revoked_at,
        account.display_name AS asked_by
    FROM follow_up_request AS request
    JOIN message ON message.id = request.message_id
    LEFT JOIN account ON account.id = message.recorded_by
    LEFT JOIN LATERAL (
        SELECT max(answered_at) AS answered_at
        FROM confirmation_link
        WHERE confirmation_link.message_id = message.id AND confirmation_link.follow_up_id = follow_up.id
    ) AS link ON true
    WHERE request.follow_up_id = follow_up.id
"""
"""The askings in a message, in a statement with `follow_up`."""

LINKED = """
    SELECT message.id, message.purpose, message.recipient, message.state, message.reply, message.not_before,
        coalesce(message.sent_at, message.uncertain_at), NULL,
        link.asked_of, link.recorded_at, NULL, link.answered_at, link.revoked_at, account.display_name
    FROM confirmation_link AS link
    LEFT JOIN message ON message.id = link.message_id
    LEFT JOIN account ON account.id = link.recorded_by
    WHERE link.follow_up_id = follow_up.id AND (
        link.message_id IS NULL
        OR message.purpose = 'renewal' AND NOT EXISTS (
            SELECT FROM confirmation_link AS later
            WHERE later.message_id = link.message_id AND later.recorded_at > link.recorded_at
        )
    )
"""
"""Links made by hand, and those that took the place of one that had expired: the one of the last attempt."""

ASKING = f"""json_build_object(
    'timesAsked', follow_up.times_asked,
    'lastAskedOn', follow_up.last_asked_on,
    'acknowledgedOn', follow_up.acknowledged_on,
    'responded', {RESPONDED},
    'underWay', EXISTS (
        SELECT FROM follow_up_request AS request
        JOIN message ON message.id = request.message_id
        WHERE request.follow_up_id = follow_up.id AND request.asked_of = 'employer' AND request.dropped_at IS NULL
            AND message.state IN {UNDER_WAY}
    ),
    'policy', programme.asking,
    'placement', (
        SELECT json_build_object(
            'endsOn', placement.ends_on,
            'contact', CASE WHEN contact.id IS NOT NULL THEN json_build_object(
                'id', contact.id, 'name', contact.name, 'address', {ADDRESS},
                'channel', CASE WHEN contact.email IS NULL THEN 'text' ELSE 'email' END,
                'language', contact.language, 'bouncedAt', contact.bounced_at
            ) END,
            'nth', (
                SELECT max(request.nth)
                FROM follow_up_request AS request
                WHERE request.follow_up_id = follow_up.id AND request.recipient = {ADDRESS}
                    AND request.dropped_at IS NULL
            )
        )
        FROM placement
        LEFT JOIN employer_contact AS contact ON contact.id = placement.contact_id
        WHERE placement.id = follow_up.placement_id
    ),
    'history', (
        SELECT coalesce(json_agg(json_build_object(
            'messageId', sent.id, 'purpose', sent.purpose, 'recipient', sent.recipient, 'state', sent.state,
            'reply', sent.reply, 'notBefore', sent.not_before,
            'wentAt', sent.went_at, 'nth', sent.nth, 'askedOf', sent.asked_of, 'recordedAt', sent.recorded_at,
            'droppedAt', sent.dropped_at, 'answeredAt', sent.answered_at, 'revokedAt', sent.revoked_at,
            'askedBy', sent.asked_by
        ) ORDER BY coalesce(sent.went_at, sent.recorded_at)), '[]')
        FROM ({SENT} UNION ALL {LINKED}) AS sent
    )
)"""
"""One JSON object, in a statement with `follow_up` and `programme`."""

ONE = text(
    f"""
    SELECT json_build_object(
        'id', follow_up.id, 'programmeId', follow_up.programme_id, 'trajectoryId', follow_up.trajectory_id,
        'participantId', follow_up.participant_id, 'state', follow_up.state, 'dueOn', follow_up.due_on,
        'closesOn', follow_up.closes_on, 'asking', {ASKING}
    )::text
    FROM follow_up
    JOIN programme ON programme.id = follow_up.programme_id
    WHERE follow_up.id = :id
    """
)


async def read_asking(session: AsyncSession, follow_up_id: UUID) -> dict[str, Any]:
    """Read how one follow-up is asked. Raises NotFound when it is not there or not the reader's to see."""
    read: dict[str, Any] = json.loads(await one_document(session, ONE, id=follow_up_id))
    return read


def asking_facts(follow_up: Mapping[str, Any], *, texts: bool) -> AskingFacts:
    """What decides, of a follow-up as JSON with its `asking`. `texts` is whether text messages can go out."""
    asking, due_on = follow_up["asking"], date.fromisoformat(follow_up["dueOn"])
    placement, last = asking["placement"], asking["lastAskedOn"]
    contact, ends_on, policy = placement["contact"], placement["endsOn"], policy_of(follow_up)
    return AskingFacts(
        state=FollowUpState(follow_up["state"]),
        question=Question(
            UUID(follow_up["id"]),
            due_on,
            date.fromisoformat(follow_up["closesOn"]),
            max(asking["timesAsked"], placement["nth"] or 0),
            date.fromisoformat(last) if last else None,
        ),
        times_asked=asking["timesAsked"],
        acknowledged=asking["acknowledgedOn"] is not None,
        responded=asking["responded"],
        can_tell=employer_can_tell(date.fromisoformat(ends_on) if ends_on else None, due_on),
        has_contact=contact is not None,
        by_phone_only=contact is not None and contact["channel"] == MessageChannel.TEXT and not texts,
        bounced=contact is not None and contact["bouncedAt"] is not None,
        under_way=asking["underWay"],
        is_on=policy.is_on,
        pause_days=policy.pause_days,
        times_at_most=policy.times_at_most,
    )


def policy_of(follow_up: Mapping[str, Any]) -> AskingPolicy:
    """How its programme asks."""
    return AskingPolicy.model_validate(follow_up["asking"]["policy"] or {})
