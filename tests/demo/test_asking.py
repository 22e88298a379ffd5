"""The demo shows messages that arrived and that did not, and follow-ups say how often they were asked."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.fill import fill
from app.demo.size import Size
from app.use_cases.ask_follow_ups import ask_follow_ups
from app.use_cases.check_consistency import check_consistency

WRONGLY_COUNTED = text(
    """
    select count(*)
    from follow_up
    left join lateral (
        select count(distinct request.message_id) as times
        from follow_up_request as request join message on message.id = request.message_id
        where request.follow_up_id = follow_up.id and message.state in ('sent', 'uncertain')
    ) as asked on true
    left join lateral (
        select count(*) as times from confirmation_link as link
        where link.follow_up_id = follow_up.id and link.message_id is null and link.asked_of = 'employer'
    ) as by_hand on true
    where follow_up.times_asked <> least(asked.times + by_hand.times, 3)
        or (follow_up.times_asked = 0) <> (follow_up.last_asked_on is null)
    """
)
TOO_CLOSE = text(
    """
    select count(*)
    from message as one join message as other on other.recipient = one.recipient and other.sent_at > one.sent_at
    where other.sent_at < one.sent_at + interval '6 days'
    """
)
SENT_TOO_EARLY = text(
    """
    select count(*)
    from follow_up_request join message on message.id = message_id join follow_up on follow_up.id = follow_up_id
    where message.sent_at < follow_up.due_on
    """
)


@pytest.fixture
async def demo(session: AsyncSession, operator: Actor) -> AsyncSession:
    await fill(session, by=operator, size=Size(people=120))
    return session


async def test_what_was_asked_is_as_the_program_asks(demo: AsyncSession, operator: Actor) -> None:
    states = list(await demo.scalars(text("select state from message")))
    assert states.count("sent") > 50
    assert set(states) > {"sent"}
    for wrong in (WRONGLY_COUNTED, TOO_CLOSE, SENT_TOO_EARLY):
        assert await demo.scalar(wrong) == 0
    assert await check_consistency(demo, by=operator) == (0, 0)
    several = await demo.scalar(
        text("select max(many) from (select count(*) as many from follow_up_request group by message_id) as counted")
    )
    assert several > 1
    assert await ask_follow_ups(demo, by=operator) < 5
