"""Handing a mail to a real mail server, also one that refuses, cuts the line or keeps silent."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.mail.letter import Letter, written
from app.mail.outcome import NobodyKnows, NotNow, NotTaken, Refused
from app.mail.smtp import MailServer, Security, line_to
from app.rules.code_lists import MessageLanguage
from tests.mail.mail_server import CERTIFICATE, mail_server

LETTER = Letter(
    mail_id="<3f2b8a10-9d3c-4e5f-8a1b-0c2d3e4f5a6b@bestendig.example>",
    sender="vraag@bestendig.example",
    sender_name="Meedoen in de zorg",
    recipient="hr@bakery.example",
    subject="Werkt Amina K. nog bij u?",
    text="Beste werkgever,\n\nWerkt zij nog bij u?\nhttps://bestendig.example/confirm/geheim\n",
    language=MessageLanguage.DUTCH,
    at=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    reply_to="team@bestendig.example",
)


async def hand_over(server: MailServer, letter: Letter = LETTER) -> str:
    async with line_to(server, letter.recipient) as line:
        return await line.hand_over(written(letter))


async def test_a_mail_arrives_as_plain_text_and_as_html() -> None:
    async with mail_server() as (server, reach):
        assert await hand_over(reach) == "250 2.0.0 Taken"
    (mail,) = server.mails
    assert server.recipients == ["hr@bakery.example"]
    assert mail["Message-ID"] == LETTER.mail_id
    assert mail["From"] == "Meedoen in de zorg <vraag@bestendig.example>"
    assert mail["Reply-To"] == "team@bestendig.example"
    assert mail["Auto-Submitted"] == "auto-generated"
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert "https://bestendig.example/confirm/geheim" in plain.get_content()
    assert '<a href="https://bestendig.example/confirm/geheim"' in html.get_content()


async def test_nothing_is_sent_when_one_decides_otherwise_with_the_line_open() -> None:
    async with mail_server() as (server, reach), line_to(reach, LETTER.recipient):
        pass
    assert server.mails == []


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"RCPT": "550 5.1.1 No such user"}, Refused),
        ({"RCPT": "552 5.2.2 Mailbox full"}, Refused),
        ({"RCPT": "451 4.7.1 Try again later"}, NotNow),
        ({"RCPT": "554 5.7.1 Relay access denied"}, NotNow),
        ({"MAIL": "550 5.1.0 Sender unknown"}, NotNow),
        ({"DATA": "554 5.6.0 No"}, Refused),
        ({"DATA": "452 4.3.1 Disk full"}, NotNow),
        ({"DATA": "299 What is this"}, NobodyKnows),
    ],
    ids=lambda value: "" if isinstance(value, type) else " ".join(value.values()),
)
async def test_what_the_server_says_decides(answers: dict[str, str], outcome: type[NotTaken]) -> None:
    async with mail_server(answers=answers) as (_, reach):
        with pytest.raises(outcome) as said:
            await hand_over(reach)
        assert said.value.reply == next(iter(answers.values()))


async def test_a_line_that_is_cut_after_the_mail_was_taken_leaves_it_unknown() -> None:
    async with mail_server(cuts_the_line=True) as (server, reach):
        with pytest.raises(NobodyKnows):
            await hand_over(reach)
    assert len(server.mails) == 1


async def test_a_server_that_is_not_there_takes_nothing() -> None:
    async with mail_server() as (_, reach):
        pass
    with pytest.raises(NotNow):
        await hand_over(reach)


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
async def test_over_tls_one_signs_in(security: Security) -> None:
    async with mail_server(security) as (server, reach):
        known = replace(reach, certificates=str(CERTIFICATE), user="bestendig", password="a made-up password")
        await hand_over(known)
        with pytest.raises(NotNow):
            await hand_over(replace(known, password="another one"))
        with pytest.raises(NotNow):
            await hand_over(replace(known, certificates=None))
    assert [server.signed_in, len(server.mails)] == [True, 1]


async def test_a_line_without_tls_is_not_used_when_tls_was_asked_for() -> None:
    async with mail_server() as (server, reach):
        with pytest.raises(NotNow):
            await hand_over(replace(reach, security=Security.STARTTLS))
    assert server.mails == []


@pytest.mark.parametrize("address", ["nobody", "jö@bakery.example", "a b@bakery.example", "@bakery.example", "a@"])
async def test_what_is_no_address_is_refused_before_anything_is_asked(address: str) -> None:
    async with mail_server() as (_, reach):
        with pytest.raises(Refused):
            await hand_over(reach, replace(LETTER, recipient=address))


async def test_a_domain_with_other_letters_is_written_as_servers_know_it() -> None:
    async with mail_server() as (server, reach):
        await hand_over(reach, replace(LETTER, recipient="info@bäcker.example"))
    assert server.recipients == ["info@xn--bcker-gra.example"]


async def test_what_a_server_answers_is_kept_in_one_line_of_readable_letters() -> None:
    answer = "250-2.0.0 Taken\r\n250 by\x00 queue " + "7" * 2000
    async with mail_server(answers={"DATA": answer}) as (_, reach):
        reply = await hand_over(reach)
    assert reply.startswith("250 2.0.0 Taken by queue 777")
    assert len(reply) == 1000


async def test_nothing_typed_can_add_a_line_to_the_head_of_a_mail() -> None:
    async with mail_server() as (server, reach):
        sly = "Hallo\r\nBcc: somebody@else.example"
        await hand_over(reach, replace(LETTER, subject=sly, sender_name=sly))
    assert server.mails[0]["Bcc"] is None
    assert server.recipients == ["hr@bakery.example"]


async def test_a_server_that_keeps_silent_after_the_mail_leaves_it_unknown() -> None:
    async with mail_server(keeps_silent=True) as (_, reach):
        with pytest.raises(NobodyKnows, match="TimeoutError"):
            await hand_over(replace(reach, seconds=0.3))
