"""Asks every contact person what is ready to be asked today, once."""

from dataclasses import replace

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.queries.askable_follow_ups import Askable, read_askable
from app.rules.asking_schedule import Asking, next_asking
from app.rules.sending_hours import DUTCH_TIME, sending_moment
from app.settings import settings
from app.use_cases.write_askings import NewAsking, write_askings

ONE_AT_A_TIME = text("select pg_advisory_xact_lock(hashtext('bestendig ask follow-ups'))")
"""Two workers make no message twice: the second one sees what the first has written."""


async def ask_follow_ups(session: AsyncSession, *, by: Actor) -> int:
    """Make the messages that go out today, of all programmes, and answer how many; sending them is another's work.

    Doing it twice changes nothing. Only the operator sees the follow-ups of all programmes.
    """
    await session.execute(ONE_AT_A_TIME)
    askable = await read_askable(session, by.today, texts=settings().text_is_set_up)
    new = [asking for each in askable if (asking := _asking_of_today(each, by))]
    await write_askings(session, by=by, askings=new)
    return len(new)


def _asking_of_today(contact: Askable, by: Actor) -> NewAsking | None:
    """What one address is asked today; nothing when the day of the next mail is another, or today is over."""
    policy = contact.policy
    not_before = sending_moment(by.at, quiet_until=policy.quiet_until, quiet_from=policy.quiet_from)
    if not_before.astimezone(DUTCH_TIME).date() != by.today:
        return None
    asking = _next(contact, by)
    return NewAsking(contact, asking.questions, not_before) if asking and asking.on == by.today else None


def _next(contact: Askable, by: Actor) -> Asking | None:
    last_mail_on = replace(by, at=contact.last_mail_at).today if contact.last_mail_at else None
    return next_asking(
        contact.questions,
        by.today,
        last_mail_on=last_mail_on,
        pause_days=contact.policy.pause_days,
        times_at_most=contact.policy.times_at_most,
    )
