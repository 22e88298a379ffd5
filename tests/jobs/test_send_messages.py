"""Messages go out once, whatever happens on the way."""

import re
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app import clock
from app.rules.code_lists import AskedOf, FollowUpState, MessagePurpose, MessageState
from tests.factories import MOMENT, TODAY, Factory
from tests.jobs.sending import SIX_MINUTES, asking, change, now, send, taking_mail

LINK = re.compile(r"https?://[^/\s]+(/confirm/\S+)")


async def test_a_question_arrives_with_a_link_that_works(
    session: AsyncSession, make: Factory, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await asking(make)
    async with taking_mail(monkeypatch) as server:
        assert await send() == {"sent": 1}
    (mail,) = server.mails
    plain = mail.get_body(("plain",))
    assert plain is not None
    (link,) = LINK.findall(plain.get_content())
    with clock.moved_to(MOMENT):
        assert (await client.get(link)).status_code == 200
    message, follow_up = await now(session, asked.message), await now(session, asked.follow_up)
    assert (message.state, message.attempts, message.sent_at.date()) == (MessageState.SENT, 1, TODAY)
    assert message.mail_id == mail["Message-ID"]
    assert "Jo Bakker" in message.body
    assert "[link]" in message.body
    assert link not in message.body
    assert (follow_up.state, follow_up.times_asked, follow_up.last_asked_on) == (FollowUpState.ASKED, 1, TODAY)


async def test_nothing_goes_out_twice(session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch) -> None:
    await asking(make)
    async with taking_mail(monkeypatch) as server:
        await send()
        assert await send(timedelta(days=30)) == {}
    assert len(server.mails) == 1


async def test_what_was_answered_meanwhile_is_left_out(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await asking(make)
    answered, request = await asked.another_question(state=FollowUpState.ANSWERED, closed_on=TODAY)
    async with taking_mail(monkeypatch) as server:
        await send()
    assert server.mails[0].as_string().count("/confirm/") == 2  # once in the plain text, once in the HTML
    assert (await now(session, request)).dropped_at is not None
    assert (await now(session, answered)).times_asked == 0


async def test_a_message_in_which_nothing_is_left_to_ask_is_cancelled(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await asking(make)
    await change(asked.follow_up, state=FollowUpState.CANCELLED)
    async with taking_mail(monkeypatch) as server:
        assert await send() == {}
    assert server.mails == []
    assert (await now(session, asked.message)).state is MessageState.CANCELLED


@pytest.mark.parametrize(
    ("what", "changes"),
    [
        ("contact", {"email": "somebody.else@bakery.example"}),
        ("contact", {"bounced_at": MOMENT}),
        ("placement", {"contact_id": None}),
        ("placement", {"ends_on": TODAY - timedelta(days=9)}),
        ("follow_up", {"due_on": TODAY + timedelta(days=3)}),
        ("follow_up", {"closes_on": TODAY - timedelta(days=1)}),
        ("programme", {"asking": {"isOn": False}}),
    ],
    ids=["other address", "came back", "other person", "left before", "moved", "too late", "switched off"],
)
async def test_what_changed_since_the_message_was_made_counts(
    make: Factory, monkeypatch: pytest.MonkeyPatch, what: str, changes: dict[str, object]
) -> None:
    asked = await asking(make)
    row = getattr(asked, what)
    await change(row, **changes)
    async with taking_mail(monkeypatch) as server:
        await send()
    assert server.mails == []


async def test_an_address_that_is_refused_is_marked(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await asking(make)
    async with taking_mail(monkeypatch, answers={"RCPT": "550 5.1.1 No such user"}):
        assert await send() == {"refused": 1}
    contact = await now(session, asked.contact)
    assert (contact.bounced_at, contact.bounce_reason) == (
        (await now(session, asked.message)).settled_at,
        "550 5.1.1 No such user",
    )
    follow_up = await now(session, asked.follow_up)
    assert (follow_up.state, follow_up.times_asked) == (FollowUpState.DUE, 0)


async def test_a_server_that_is_busy_is_tried_again_after_a_while(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await asking(make)
    async with taking_mail(monkeypatch, answers={"RCPT": "451 4.7.1 Come back later"}) as server:
        assert await send() == {"waiting": 1}
        message = await now(session, asked.message)
        assert (message.state, message.reply) == (MessageState.WAITING, "451 4.7.1 Come back later")
        server.answers.clear()
        assert await send(timedelta(minutes=4)) == {}
        assert await send(SIX_MINUTES) == {"sent": 1}
    assert len(server.mails) == 1


async def test_without_a_line_to_the_server_no_other_message_is_tried(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = await asking(make), await asking(make)
    async with taking_mail(monkeypatch):
        pass
    assert await send() == {"waiting": 1}
    attempts = [(await now(session, each.message)).attempts for each in (one, other)]
    assert sorted(attempts) == [0, 1]


async def test_where_the_line_was_cut_the_mail_is_repeated_once_and_known_to_be_uncertain(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await asking(make)
    async with taking_mail(monkeypatch, cuts_the_line=True) as server:
        assert await send() == {"uncertain": 1}
        assert await send(SIX_MINUTES) == {"uncertain": 1}
        assert await send(timedelta(days=1)) == {}
    first, repeat = server.mails
    assert first["Message-ID"] == repeat["Message-ID"]
    message, follow_up = await now(session, asked.message), await now(session, asked.follow_up)
    assert (message.state, message.uncertain_at.date()) == (MessageState.UNCERTAIN, TODAY)
    assert (follow_up.state, follow_up.times_asked) == (FollowUpState.ASKED, 1)


async def test_an_answer_to_a_mail_of_which_nobody_knew_whether_it_arrived_stops_the_repeat(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await asking(make)
    async with taking_mail(monkeypatch, cuts_the_line=True) as server:
        await send()
        await change(asked.follow_up, state=FollowUpState.ANSWERED, closed_on=TODAY)
        await send(SIX_MINUTES)
    assert len(server.mails) == 1
    message = await now(session, asked.message)
    assert (message.state, (await now(session, asked.request)).dropped_at) == (MessageState.UNCERTAIN, None)


@pytest.mark.parametrize(("left", "is_uncertain"), [(MessageState.SENDING, False), (MessageState.HANDING_OVER, True)])
async def test_what_a_worker_left_is_taken_up_when_its_lease_is_over(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch, left: MessageState, *, is_uncertain: bool
) -> None:
    long_ago = datetime.now(UTC) - timedelta(minutes=3)
    asked = await asking(make, state=left, attempts=1, claimed_at=long_ago, handed_over_at=long_ago)
    async with taking_mail(monkeypatch) as server:
        assert await send() == {"taken_up": 1, "sent": 1}
    assert len(server.mails) == 1
    assert ((await now(session, asked.message)).uncertain_at is not None) is is_uncertain


async def test_what_a_worker_is_busy_with_is_left_to_it(make: Factory, monkeypatch: pytest.MonkeyPatch) -> None:
    just_now = datetime.now(UTC)
    await asking(make, state=MessageState.SENDING, attempts=1, claimed_at=just_now)
    async with taking_mail(monkeypatch) as server:
        assert await send() == {}
    assert server.mails == []


async def test_outside_the_hours_a_message_waits_for_the_next_working_morning(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await asking(make)
    async with taking_mail(monkeypatch) as server:
        await send(timedelta(days=4, hours=9))  # Friday, seven in the evening
    assert server.mails == []
    assert (await now(session, asked.message)).not_before == datetime(2026, 3, 9, 7, 0, tzinfo=UTC)


async def test_somebody_who_waits_for_a_test_message_gets_it_in_the_evening(
    make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    await make.message(await make.programme(), purpose=MessagePurpose.TEST, subject="Een proef", body="Zo dus.")
    async with taking_mail(monkeypatch) as server:
        await send(timedelta(hours=12))
    assert server.mails[0]["Subject"] == "Een proef"


async def test_without_a_mail_server_messages_wait(session: AsyncSession, make: Factory) -> None:
    asked = await asking(make)
    assert await send() == {}
    assert (await now(session, asked.message)).state is MessageState.WAITING


async def test_a_question_asked_a_second_time_is_a_reminder(make: Factory, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = await asking(make)
    async with taking_mail(monkeypatch) as server:
        await send()
        again = await make.message(
            asked.programme,
            recipient=asked.message.recipient,
            employer_contact_id=asked.contact.id,
            not_before=MOMENT + timedelta(days=7),
        )
        await make.follow_up_request(asked.follow_up, again, nth=2)
        await send(timedelta(days=7))
    assert [mail["Subject"].startswith("Herinnering") for mail in server.mails] == [False, True]


async def test_links_given_by_hand_count_as_asking_too(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await asking(make)
    await make.confirmation_link(
        asked.placement, follow_up_id=asked.follow_up.id, recorded_at=MOMENT - timedelta(days=2)
    )
    async with taking_mail(monkeypatch):
        await send()
    follow_up = await now(session, asked.follow_up)
    assert (follow_up.times_asked, follow_up.last_asked_on) == (2, date(2026, 3, 2))


async def test_a_new_link_goes_to_the_address_on_file_at_any_hour_and_is_no_asking(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await asking(make, state=MessageState.CANCELLED)
    renewal = await make.message(
        asked.programme,
        purpose=MessagePurpose.RENEWAL,
        recipient=asked.message.recipient,
        employer_contact_id=asked.contact.id,
    )
    await make.confirmation_link(asked.placement, follow_up_id=asked.follow_up.id, renewal_id=renewal.id)
    async with taking_mail(monkeypatch) as server:
        assert await send(timedelta(hours=12)) == {"sent": 1}
    assert LINK.search(server.mails[0].as_string())
    assert (await now(session, asked.follow_up)).state is FollowUpState.DUE


async def test_a_participant_is_asked_with_words_and_a_link_of_their_own(
    session: AsyncSession, make: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    programme = await make.programme()
    person = await make.participant(programme, first_name="Amina", email="amina@people.example")
    follow_up = await make.follow_up(await make.placement(await make.trajectory(programme, person)))
    message = await make.message(
        programme,
        purpose=MessagePurpose.PARTICIPANT_QUESTION,
        recipient="amina@people.example",
        participant_id=person.id,
    )
    await make.follow_up_request(follow_up, message, asked_of=AskedOf.PARTICIPANT)
    async with taking_mail(monkeypatch) as server:
        assert await send() == {"sent": 1}
    plain = server.mails[0].get_body(("plain",))
    assert plain is not None
    assert plain.get_content().startswith("Hallo Amina")
    assert "/own-work/" in plain.get_content()
    assert (await now(session, follow_up)).times_asked == 0  # the employer has not been asked
