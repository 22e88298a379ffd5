"""Messages that cannot arrive are told on the desk."""

import httpx
import pytest

from app.models import Programme
from app.settings import settings
from tests.factories import Factory
from tests.routers.days import TODAY


async def test_an_address_that_mail_came_back_from_is_on_the_desk_while_questions_wait_for_it(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    bakery = await make.organisation(name="Bakkerij Van Dijk")
    contact = await make.employer_contact(programme, bakery, bounced_at=make.at)
    await make.employer_contact(programme, bakery, bounced_at=make.at)  # nobody is asked about here
    for _ in range(2):
        job = await make.placement(await make.trajectory(programme), bakery, contact_id=contact.id)
        await make.follow_up(job, due_on=TODAY, opens_on=TODAY, closes_on=TODAY)
    page = await desk.get("/today?kind=undeliverable")
    assert page.text.count("Messages to the contact person at Bakkerij Van Dijk do not arrive.") == 1
    assert "2 questions need another address" in page.text
    assert f"/employer-contacts/{contact.id}" in page.text


async def test_where_mail_is_not_set_up_the_desk_says_that_messages_wait(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "E-mail is not set up here" not in (await desk.get("/today")).text
    await make.message(programme)
    await make.message(await make.programme())  # of others
    assert "One message waits." in (await desk.get("/today")).text
    monkeypatch.setattr(settings(), "smtp_host", "mail.example")
    assert "One message waits." not in (await desk.get("/today")).text
