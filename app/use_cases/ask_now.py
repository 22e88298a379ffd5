"""Asks a contact person about one follow-up because somebody of the team wants to, without waiting for others."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import Conflict
from app.models import Message
from app.queries.askable_follow_ups import Askable
from app.queries.asking_of_follow_up import asking_facts, policy_of, read_asking
from app.rules.asking_outlook import AskingFacts, may_ask_now
from app.rules.background_work import Task
from app.rules.code_lists import MessageChannel, MessageLanguage
from app.rules.sending_hours import sending_moment
from app.rules.sentence import Sentence
from app.settings import settings
from app.use_cases.ask_follow_ups import ONE_AT_A_TIME
from app.use_cases.enqueue import enqueue
from app.use_cases.write_askings import NewAsking, write_askings


async def ask_now(session: AsyncSession, *, by: Actor, follow_up_id: UUID) -> Message:
    """Make a message about one follow-up; it goes out now, or when the quiet hours end.

    Raises Conflict when it cannot be asked (again) yet, or not by a message.
    """
    await session.execute(ONE_AT_A_TIME)
    follow_up = await read_asking(session, follow_up_id)
    facts = asking_facts(follow_up, texts=settings().text_is_set_up)
    _check(facts, by.today)
    policy = policy_of(follow_up)
    not_before = sending_moment(by.at, quiet_until=policy.quiet_until, quiet_from=policy.quiet_from)
    asking = NewAsking(_contact(follow_up), [facts.question], not_before)
    [message] = await write_askings(session, by=by, askings=[asking])
    await enqueue(session, Task.SEND_MESSAGES)
    return message


def _check(facts: AskingFacts, today: date) -> None:
    if may_ask_now(facts, today):
        return
    if facts.under_way:
        raise Conflict(Sentence("A message with this question is on its way already."))
    if facts.ready_on > today:
        raise Conflict(Sentence("This can be asked from %(day)s on.", day=facts.ready_on))
    raise Conflict(Sentence("This question cannot be asked by a message now. The page says why."))


def _contact(follow_up: dict[str, Any]) -> Askable:
    contact = follow_up["asking"]["placement"]["contact"]
    return Askable(
        programme_id=UUID(follow_up["programmeId"]),
        contact_id=UUID(contact["id"]),
        recipient=contact["address"],
        channel=MessageChannel(contact["channel"]),
        language=MessageLanguage(contact["language"]),
        policy=policy_of(follow_up),
        last_mail_at=None,
        rows={
            UUID(follow_up["id"]): {
                "programme_id": UUID(follow_up["programmeId"]),
                "trajectory_id": UUID(follow_up["trajectoryId"]),
                "participant_id": UUID(follow_up["participantId"]),
            }
        },
    )
