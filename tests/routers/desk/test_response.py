"""The response of a programme on one page, for its team."""

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest

from app import clock
from app.models import ConfirmationLink, FollowUp, Organisation, Programme
from app.rules.calendar import add_months
from app.rules.code_lists import EvidenceSource, FollowUpState, MessageState, Role
from tests.conftest import Statements
from tests.factories import Factory
from tests.routers.days import TODAY

STARTED = add_months(TODAY, -6) - timedelta(days=20)
"""When the jobs began that are about six months on."""


@pytest.fixture
def path(programme: Programme) -> str:
    return f"/programmes/{programme.id}/response"


async def asked_about(
    make: Factory, programme: Programme, name: str, employer: Organisation, **follow_up: Any
) -> FollowUp:
    """Somebody whose first job began more than six months ago, and the follow-up at six months."""
    person = await make.participant(programme, first_name=name, last_name="Warsame")
    trajectory = await make.trajectory(
        programme, person, registered_on=STARTED - timedelta(days=60), started_on=STARTED - timedelta(days=30)
    )
    ended = {key: follow_up.pop(key) for key in ("ends_on", "end_source") if key in follow_up}
    placement = await make.placement(trajectory, employer, starts_on=STARTED, **ended)
    due_on = add_months(STARTED, 6)
    values: dict[str, Any] = {
        "due_on": due_on,
        "opens_on": due_on - timedelta(days=14),
        "closes_on": due_on + timedelta(days=60),
    }
    if source := follow_up.pop("source", None):
        said = await make.observation(trajectory, placement, observed_on=due_on, source=source)
        values |= {"state": FollowUpState.ANSWERED, "closed_on": due_on + timedelta(days=2), "answered_by": said.id}
    return await make.follow_up(placement, **{**values, **follow_up})


async def mailed(make: Factory, programme: Programme, follow_up: FollowUp, days_ago: int) -> None:
    """The follow-up was asked by a mail so many days ago."""
    sent_at = clock.now() - timedelta(days=days_ago)
    message = await make.message(programme, state=MessageState.SENT, sent_at=sent_at)
    await make.follow_up_request(follow_up, message)


def cells(page: httpx.Response, head: str) -> list[str]:
    """The cells of the table row with this head, without signs and pictures."""
    row = re.search(rf'<th scope="row">{re.escape(head)}.*?</tr>', page.text, re.DOTALL)
    assert row, head
    found = re.findall(r"<td[^>]*>(.*?)</td>", row.group(), re.DOTALL)
    return [" ".join(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", cell, flags=re.DOTALL).split()) for cell in found]


async def test_it_tells_which_follow_ups_would_raise_the_response_and_how_far(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    bakery, garage = await make.organisation(name="De Bakker"), await make.organisation(name="Garage")
    await asked_about(make, programme, "Amina", bakery, source=EvidenceSource.EMPLOYER, times_asked=1)
    bilal = await asked_about(make, programme, "Bilal", garage)
    await asked_about(make, programme, "Chloe", bakery)
    await asked_about(make, programme, "Dawit", bakery, state=FollowUpState.UNANSWERED)
    page = await desk.get(path)
    assert "These 3 follow-ups would raise the response of month 6 from 25% to 100%." in page.text
    assert cells(page, "De Bakker")[1:] == ["2", "75%"]
    assert cells(page, "Garage") == ["Bilal Warsame month 3, 6 · Not asked yet", "1", "100%"]
    assert f'<a href="/follow-ups/{bilal.id}">Bilal Warsame</a>' in page.text
    assert page.text.index("De Bakker") < page.text.index("Garage")
    assert "The first 2 talks are enough for 80%" in page.text


async def test_due_asked_and_answered_stand_in_a_table_by_month_and_source(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    employer = await make.organisation()
    for source in (EvidenceSource.EMPLOYER, EvidenceSource.PARTICIPANT, EvidenceSource.COACH, EvidenceSource.PAYSLIP):
        await asked_about(make, programme, "Amina", employer, source=source, times_asked=1)
    await asked_about(make, programme, "Bilal", employer, state=FollowUpState.REFUSED)
    page = await desk.get(path)
    assert cells(page, "After 6 months") == ["5", "4", "1", "1", "1", "1", "0", "1", "80%"]
    assert cells(page, "Refused to answer")[0] == "1"
    assert "Nothing more to ask" in page.text


async def test_what_was_answered_in_part_is_told_beside_the_question(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    employer = await make.organisation(name="De Bakker")
    follow_up = await asked_about(make, programme, "Amina", employer, state=FollowUpState.ASKED)
    link = ConfirmationLink(
        **follow_up.fact_keys,
        placement_id=follow_up.placement_id,
        organisation_id=employer.id,
        follow_up_id=follow_up.id,
        token_hash="0" * 64,
        expires_at=clock.now() + timedelta(days=60),
        partial={"answer": "left"},
    )
    await make.save(link)
    assert "month 3, 6 · Answered in part" in cells(await desk.get(path), "De Bakker")[0]


async def test_what_is_left_alone_stays_quiet_and_stays_unknown(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    employer = await make.organisation()
    await asked_about(make, programme, "Amina", employer, source=EvidenceSource.EMPLOYER)
    await asked_about(
        make, programme, "Bilal", employer, acknowledged_on=TODAY, acknowledged_because="Gone abroad", month=6
    )
    page = await desk.get(path)
    assert "Bilal" not in page.text
    assert cells(page, "Left alone: you know that it is not known")[:2] == ["1", "50%"]


async def test_of_a_job_that_ended_before_the_day_the_participant_can_tell_more(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    employer = await make.organisation(name="De Bakker")
    await asked_about(
        make,
        programme,
        "Amina",
        employer,
        ends_on=add_months(STARTED, 4),
        state=FollowUpState.ANSWERED,
        closed_on=TODAY,
    )
    page = await desk.get(path)
    assert cells(page, "Amina Warsame")[0] == "Amina Warsame month 6 · Answered, but not about the day itself"


async def test_a_last_day_that_answers_counts_as_said_by_whoever_gave_it(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    left = {"ends_on": add_months(STARTED, 6), "end_source": EvidenceSource.EMPLOYER}
    await asked_about(make, programme, "Amina", await make.organisation(), state=FollowUpState.ANSWERED, **left)
    assert cells(await desk.get(path), "After 6 months")[:3] == ["1", "0", "1"]


async def test_how_soon_answers_come_is_told_from_the_first_message(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    employer = await make.organisation()
    answered = await asked_about(
        make, programme, "Amina", employer, source=EvidenceSource.EMPLOYER, times_asked=1, closed_on=TODAY
    )
    await mailed(make, programme, answered, days_ago=7)
    waiting = await asked_about(make, programme, "Bilal", employer, state=FollowUpState.ASKED, times_asked=1)
    await mailed(make, programme, waiting, days_ago=10)
    page = await desk.get(path)
    assert "2 follow-ups of all months were asked by a message or a link; 1 have been answered since." in page.text
    table = page.text.partition("Answered by day since the first asking</caption>")[2].partition("</table>")[0]
    assert re.findall(r"<tr><td>(\d+)</td>.*?>(\d+%)<", table) == [("0", "0%"), ("1", "0%"), ("3", "0%"), ("7", "50%")]


async def test_the_response_is_that_of_the_outcome_report(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str
) -> None:
    employer = await make.organisation()
    for source in (EvidenceSource.EMPLOYER, EvidenceSource.COACH, None, None):
        await asked_about(make, programme, "Amina", employer, source=source)
    query = {"programme": str(programme.id), "metric": "retention_6_months_in_work"}
    (reported,) = (await desk.get("/v1/outcomes", params=query, headers={"accept": "application/json"})).json()[
        "results"
    ]
    month = cells(await desk.get(path), "After 6 months")
    assert (month[0], month[-1]) == (str(reported["due"]), "50% Weak")
    assert reported["responseRate"] == 0.5


async def test_without_anything_due_the_page_says_what_is_to_come(desk: httpx.AsyncClient, path: str) -> None:
    assert "No day has come yet" in (await desk.get(path)).text


async def test_the_page_asks_the_database_twice_whatever_the_number_of_people(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, path: str, statements: Statements
) -> None:
    employer = await make.organisation()
    for _ in range(3):
        await asked_about(make, programme, "Amina", employer)
    statements.clear()
    await desk.get(path)
    assert len(statements.about("follow_up")) == 2


async def test_somebody_of_another_programme_finds_nothing(client: httpx.AsyncClient, make: Factory, path: str) -> None:
    stranger = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(stranger))
    assert (await client.get(path)).status_code == 404
