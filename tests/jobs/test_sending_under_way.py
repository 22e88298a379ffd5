"""What happens when the database goes away in the middle, or several workers send at once."""

import asyncio
from collections import Counter

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy.engine import URL

from app.actor import Actor
from app.database import session_for
from app.models import Message
from app.rules.code_lists import MessageState
from tests.conftest import run_sql
from tests.factories import MOMENT, Factory
from tests.jobs.sending import SIX_MINUTES, asking, now, send, taking_mail
from tests.mail.mail_server import Server

CUT_ALL_LINES = """
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
"""


class CutsTheDatabase(Server):
    """A mail server during whose work the database breaks all its connections, once."""

    url: URL
    during: str

    async def _cut(self, step: str) -> None:
        if step == self.during:
            self.during = ""
            await asyncio.to_thread(run_sql, self.url, CUT_ALL_LINES)

    async def handle_RCPT(self, s: SMTP, session: Session, envelope: Envelope, address: str, o: list[str]) -> str:  # noqa: N802
        await self._cut("RCPT")
        return await super().handle_RCPT(s, session, envelope, address, o)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        await self._cut("DATA")
        return await super().handle_DATA(server, session, envelope)


@pytest.mark.parametrize(("during", "first"), [("RCPT", "waiting"), ("DATA", "sent")])
async def test_a_database_that_goes_away_under_way_makes_no_message_go_twice(
    own_database: URL, monkeypatch: pytest.MonkeyPatch, during: str, first: str
) -> None:
    asked = await asking(Factory())
    server = CutsTheDatabase()
    server.url, server.during = own_database, during
    async with taking_mail(monkeypatch, server=server):
        assert await send() == {first: 1}
        await send(SIX_MINUTES)
    assert len(server.mails) == 1
    async with session_for(Actor.operator(MOMENT)) as session:
        message: Message = await now(session, asked.message)
    assert (message.state, message.uncertain_at) == (MessageState.SENT, None)


async def test_several_workers_send_each_message_once(own_database: URL, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Factory()
    for _ in range(6):
        await asking(make)
    async with taking_mail(monkeypatch) as server:
        await asyncio.gather(send(), send(), send())
    assert sorted(Counter(mail["Message-ID"] for mail in server.mails).values()) == [1] * 6
