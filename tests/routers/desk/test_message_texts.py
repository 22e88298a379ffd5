"""How a programme asks, and in which words."""

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Account, Programme
from app.rules.code_lists import MessageKind, MessageLanguage, Role
from app.rules.message_words import BUILT_IN, MessageWords
from app.use_cases.words_of_programme import words_for
from tests.factories import Factory

FIRST = (MessageKind.FIRST, MessageLanguage.DUTCH)
OWN = {"subject": "Vraagje van {programma}", "body": "Dag {naam},\r\n\r\n{vragen}\r\n\r\nGroet van {afzender}"}


@pytest.fixture
def here(programme: Programme) -> str:
    return f"/programmes/{programme.id}/message-texts/first/nl"


async def test_every_text_can_be_found_and_shows_an_example(desk: httpx.AsyncClient, programme: Programme) -> None:
    page = await desk.get(f"/programmes/{programme.id}/message-texts")
    assert page.text.count("Standard text") == 8
    for kind in MessageKind:
        for language in MessageLanguage:
            text_page = await desk.get(f"/programmes/{programme.id}/message-texts/{kind}/{language}")
            assert text_page.status_code == 200
            assert "/example-question" in text_page.text


async def test_words_of_their_own_are_sent_until_the_standard_words_are_taken_again(
    desk: httpx.AsyncClient, session: AsyncSession, programme: Programme, here: str
) -> None:
    kept = await desk.post(here, data={**OWN, "version": "0", "act": "keep"})
    assert "From now on messages have these words." in (await desk.get(kept.headers["location"])).text
    assert (await words_for(session, programme.id, *FIRST)).subject == OWN["subject"]
    assert (
        await words_for(session, programme.id, MessageKind.REMINDER, MessageLanguage.DUTCH)
        == BUILT_IN[MessageKind.REMINDER, MessageLanguage.DUTCH]
    )
    await desk.post(f"{here}/removal", data={"version": "1"})
    assert await words_for(session, programme.id, *FIRST) == BUILT_IN[FIRST]


async def test_words_are_shown_filled_in_before_they_are_recorded(
    desk: httpx.AsyncClient, session: AsyncSession, programme: Programme, here: str
) -> None:
    page = await desk.post(here, data={**OWN, "version": "0", "act": "show"})
    assert "Vraagje van Leren en werken" in page.text
    assert "Selam H., bakker" in page.text
    assert await words_for(session, programme.id, *FIRST) == BUILT_IN[FIRST]


@pytest.mark.parametrize("act", ["keep", "show", "try"])
async def test_words_without_the_links_are_refused_and_stay_in_the_form(
    desk: httpx.AsyncClient, session: AsyncSession, here: str, act: str
) -> None:
    page = await desk.post(here, data={"subject": "Vraag", "body": "Dag {naam}", "version": "0", "act": act})
    assert page.status_code == 400
    assert "Write {vragen} where the links must come." in page.text
    assert ">Dag {naam}</textarea>" in page.text
    assert await session.scalar(text("select count(*) from message")) == 0


async def test_words_that_somebody_else_changed_are_not_overwritten(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme, here: str
) -> None:
    await make.message_template(programme, kind=FIRST[0], language=FIRST[1], subject="Hun onderwerp", body="{vragen}")
    page = await desk.post(here, data={**OWN, "version": "0", "act": "keep"})
    assert page.status_code == 412
    assert "Hun onderwerp" in page.text
    assert "Groet van {afzender}" in page.text
    assert await words_for(session, programme.id, *FIRST) == MessageWords("Hun onderwerp", "{vragen}")


async def test_a_test_message_goes_to_whoever_asks_for_it(
    desk: httpx.AsyncClient, session: AsyncSession, coordinator: Account, here: str
) -> None:
    page = await desk.post(here, data={**OWN, "version": "0", "act": "try"})
    assert "The test message is ready to be sent to your own address." in page.text
    assert "E-mail is not set up here" in page.text
    sent = await session.execute(text("select purpose, state, recipient, account_id, subject, body from message"))
    purpose, state, recipient, account_id, subject, body = sent.one()
    assert (purpose, state, recipient, account_id) == ("test", "waiting", coordinator.email, coordinator.id)
    assert subject == "Proef: Vraagje van Leren en werken"
    assert "/example-question" in body


async def test_the_links_of_a_test_message_lead_somewhere_for_everybody(client: httpx.AsyncClient) -> None:
    page = await client.get("/example-question", headers={"accept-language": "en"})
    assert (page.status_code, "This was an example" in page.text) == (200, True)


async def test_a_coach_reads_the_words_and_does_not_change_them(
    client: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme, here: str
) -> None:
    client.cookies.update(await make.signed_in(await make.account(Role.COACH, programme=programme)))
    headers = {"accept": "text/html", "accept-language": "en"}
    assert "<textarea" not in (await client.get(here, headers=headers)).text
    assert (await client.post(here, data={**OWN, "version": "0", "act": "keep"}, headers=headers)).status_code == 403
    assert await session.scalar(text("select count(*) from message_template")) == 0


async def test_a_stranger_finds_no_words(client: httpx.AsyncClient, make: Factory, here: str) -> None:
    elsewhere = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(elsewhere))
    assert (await client.get(here)).status_code == 404


async def test_a_programme_says_when_and_how_often_it_asks(
    desk: httpx.AsyncClient, session: AsyncSession, programme: Programme
) -> None:
    here = f"/programmes/{programme.id}/change/asking"
    told = {"version": "1", "is_on": "no", "times_at_most": "2", "pause_days": "10", "quiet_until": "9"}
    told |= {"quiet_from": "9", "sender_name": "Team nazorg", "reply_to": "geen adres"}
    refused = await desk.post(here, data=told)
    assert refused.status_code == 400
    assert "Choose a later hour than that from which messages go out." in refused.text
    assert 'id="part-reply_to-error"' in refused.text
    assert 'value="Team nazorg"' in refused.text
    await desk.post(here, data={**told, "quiet_from": "17", "reply_to": "nazorg@leren.example"})
    page = await desk.get(f"/programmes/{programme.id}")
    assert "Switched off" in page.text
    assert "on working days, from 9:00 until 17:00" in page.text
    told_in_log = await session.scalar(text("select changes::text from audit_event where action = 'change'"))
    assert '"pause_days": [7, 10]' in told_in_log
    assert "nazorg" not in told_in_log
