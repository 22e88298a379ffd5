"""A note of a talk is for the programme team only: on pages, in the API, in exports, and in what is searched."""

from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.actor import Actor, Audience
from app.database import session_for
from app.main import create_app
from app.models import Account
from app.routers.readers import is_of_api
from app.rules.code_lists import Role
from app.use_cases.secrets import new_secret
from tests.factories import MOMENT, Factory
from tests.security.test_routes import doors

NOTE = "zwanger-en-nog-niet-verteld"
WORD = "geheim-onderwerp"
"""What somebody wrote as a topic, which may say as much as a note."""
REASON = "coach-werd-bedreigd"
"""Why another coach took over."""
SECRETS = (NOTE, WORD, REASON)
OUTSIDERS = (
    "another programme",
    "municipality",
    "municipality of the programme",
    "employer",
    "administrator",
    "nobody",
)


@dataclass(frozen=True)
class Told:
    """A contact with a note, everybody around it, and what stands in the addresses about it."""

    ids: dict[str, str]
    insiders: dict[str, Account]
    outsiders: dict[str, Account | None]


@pytest.fixture
async def told(make: Factory) -> Told:
    programme, employer = await make.programme(), await make.organisation()
    participant = await make.participant(programme, {"municipality_code": "GM0344"})
    trajectory = await make.trajectory(programme, participant, municipality_code="GM0344")
    meeting = await make.group_session(programme)
    contact = await make.coaching_contact(trajectory, note=NOTE, topics=[WORD], group_session_id=meeting.id)
    assignment = await make.assignment(trajectory, reason=REASON)
    placement = await make.placement(trajectory, employer)
    secret, hashed = new_secret()
    await make.confirmation_link(placement, token_hash=hashed)
    city = await make.organisation(roles=["municipality"], municipality_code="GM0344")
    coach = await make.account(Role.COACH, programme=programme)
    things = {
        "programme_id": programme.id,
        "cohort_id": (await make.cohort(programme)).id,
        "organisation_id": employer.id,
        "participant_id": participant.id,
        "trajectory_id": trajectory.id,
        "measurement_id": (await make.language_measurement(trajectory)).id,
        "contact_id": contact.id,
        "placement_id": placement.id,
        "observation_id": (await make.observation(trajectory, placement)).id,
        "follow_up_id": (await make.follow_up(placement)).id,
        "group_session_id": meeting.id,
        "assignment_id": assignment.id,
        "whose": coach.id,
    }
    return Told(
        ids={name: str(identity) for name, identity in things.items()} | {"secret": secret},
        insiders={"coordinator": await make.account(Role.COORDINATOR, programme=programme), "coach": coach},
        outsiders={
            "another programme": await make.account(Role.COORDINATOR, programme=await make.programme()),
            "municipality": await make.account(Role.MUNICIPALITY, organisation=city),
            "municipality of the programme": await make.account(
                Role.MUNICIPALITY, organisation=city, programme=programme
            ),
            "employer": await make.account(Role.EMPLOYER, organisation=employer),
            "administrator": await make.account(Role.ADMINISTRATOR),
            "nobody": None,
        },
    )


@cache
def readable() -> list[str]:
    """Every path that answers to GET."""
    return [path for method, path, _ in doors(create_app().routes) if method == "GET" and path != "/static"]


def addresses(ids: dict[str, str]) -> Iterator[str]:
    """Everything that can be read, with what is known of the talk filled in; what needs something else is left out."""
    for path in readable():
        with suppress(KeyError):
            yield path.format(**ids)
    for report in ("/outcomes", "/programme-outcomes"):
        yield f"{report}?scope=programme-{ids['programme_id']}"
        yield f"{report}/table?scope=programme-{ids['programme_id']}"
    yield f"/v1/coaching-contacts?trajectory={ids['trajectory_id']}"
    yield f"/v1/outcomes?programme={ids['programme_id']}"
    yield f"/group-sessions/new?programme={ids['programme_id']}"


async def everything_read(client: httpx.AsyncClient, ids: dict[str, str]) -> AsyncIterator[tuple[str, str]]:
    """Every answer to whoever is signed in: the API speaks JSON alone, a refusal elsewhere comes in two forms."""
    for address in addresses(ids):
        for wanted in ("application/json",) if is_of_api(address) else ("text/html", "application/json"):
            answer = await client.get(address, headers={"accept": wanted})
            yield address, answer.text
            if answer.is_success:
                break


async def test_the_team_reads_it_where_it_belongs(client: httpx.AsyncClient, make: Factory, told: Told) -> None:
    for who, account in told.insiders.items():
        client.cookies.update(await make.signed_in(account))
        seen = {address for address, body in [one async for one in everything_read(client, told.ids)] if NOTE in body}
        here, contact = told.ids["trajectory_id"], told.ids["contact_id"]
        assert seen >= {f"/trajectories/{here}", f"/contacts/{contact}", f"/v1/coaching-contacts/{contact}"}, who


@pytest.mark.parametrize("who", OUTSIDERS)
async def test_nobody_else_reads_it_anywhere(client: httpx.AsyncClient, make: Factory, told: Told, who: str) -> None:
    account = told.outsiders[who]
    if account is not None:
        client.cookies.update(await make.signed_in(account))
    answers = [one async for one in everything_read(client, told.ids)]
    assert len(answers) > 100
    assert [address for address, body in answers if any(secret in body for secret in SECRETS)] == []


@pytest.mark.parametrize("who", ["coordinator", *OUTSIDERS])
async def test_nobody_is_found_by_what_was_noted(
    client: httpx.AsyncClient, make: Factory, told: Told, who: str
) -> None:
    account = told.insiders.get(who) or told.outsiders.get(who)
    if account is not None:
        client.cookies.update(await make.signed_in(account))
    for word in (NOTE, WORD):
        for address in ("/trajectories/search", "/contacts/new"):
            answer = await client.post(address, data={"name": word[:12]}, headers={"accept": "text/html"})
            assert told.ids["trajectory_id"] not in answer.text
        found = await client.post("/v1/participants/_search", json={"name": word[:12]})
        assert told.ids["participant_id"] not in found.text


async def test_the_log_of_the_administrator_does_not_tell_what_it_said(
    client: httpx.AsyncClient, make: Factory, told: Told
) -> None:
    client.cookies.update(await make.signed_in(told.insiders["coach"]))
    sent = {"version": "1", "contacted_on": "2026-03-02", "kind": "progress", "note": f"{NOTE}, en meer", "next": ""}
    contact = told.ids["contact_id"]
    assert (await client.post(f"/contacts/{contact}", data=sent)).status_code == 303
    client.cookies.clear()
    administrator = told.outsiders["administrator"]
    assert administrator is not None
    client.cookies.update(await make.signed_in(administrator))
    page = await client.get("/log", headers={"accept": "text/html", "accept-language": "en"})
    assert ("Corrected" in page.text, NOTE in page.text) == (True, False)


READ = {
    "coaching_contact": ("note", "topics"),
    "coaching_contact_history": ("note", "topics"),
    "assignment": ("reason", "display_name"),
    "group_session": ("subject",),
}


@pytest.mark.parametrize(("table", "column"), [(table, one) for table, columns in READ.items() for one in columns])
async def test_the_doors_of_employers_and_reports_cannot_even_ask(told: Told, table: str, column: str) -> None:
    for audience, who in ((Audience.EMPLOYER, "employer"), (Audience.REPORTS, "municipality of the programme")):
        account = told.outsiders[who]
        assert account is not None
        with pytest.raises(DBAPIError, match="permission denied"):
            await read_column(account.id, audience, table, column)


async def read_column(account_id: UUID, audience: Audience, table: str, column: str) -> None:
    async with session_for(Actor(at=MOMENT, audience=audience, account_id=account_id)) as session:
        await session.execute(text(f"select {column} from {table}"))
