"""`bestendig demo`."""

import time
from typing import Annotated, NamedTuple

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.cli.operator import Json, answer, as_operator
from app.cli.serve import Port
from app.cli.today import Today, rehearse
from app.cli.web_server import ask_for_a_port, serve_until_stopped, server_made_ready, stop_when_asked
from app.demo.fill import fill
from app.demo.open_link import open_link, open_own_link, open_rating_link
from app.demo.sign_ins import PASSWORD, SIGN_INS
from app.demo.size import PEOPLE_OF_THE_DEMO, Size
from app.migrate import migrate
from app.settings import settings, unless_chosen


class Links(NamedTuple):
    """Secrets of links that are open, one for an employer and two for a participant; None when there is none.

    With `participant` they say what it is like at work, with `own_work` whether they still work there.
    """

    employer: str | None
    participant: str | None
    own_work: str | None


People = Annotated[int, typer.Option(min=20, help="How many people are made up, when the database is still empty.")]


def run(port: Port = 8000, people: People = PEOPLE_OF_THE_DEMO, today: Today = None, as_json: Json = False) -> None:
    """Start the program with a made-up programme to look around in. The data stay for the next time."""
    stop_when_asked()
    with ask_for_a_port("127.0.0.1", port) as listening:
        unless_chosen(environment="development", public_url=listening.address)
        rehearse(today)
        _tell("Starting the database …")
        before, after = migrate()
        _tell(f"The database is at {after}." if before == after else f"The tables are made: {after}.")
        links = _fill(Size(people=people))
        server = server_made_ready()
        answer(_welcome_data(listening.address, links), as_json=as_json, sentence=_welcome(listening.address, links))
        serve_until_stopped(server, listening)


def _fill(size: Size) -> Links:
    """Fill the database when that was not done before; answers the secrets of links that are open."""
    began = time.monotonic()

    async def deed(session: AsyncSession, actor: Actor) -> tuple[int, Links]:
        rows = await fill(session, by=actor, size=size)
        employer, own_work = [await find(session, by=actor) for find in (open_link, open_own_link)]
        return rows, Links(employer, await open_rating_link(session, by=actor), own_work)

    rows, links = as_operator(deed)
    if rows:
        _tell(f"{size.people} people are made up, {rows} rows in {time.monotonic() - began:.1f} seconds.")
    else:
        _tell("The made-up programme is there already, with what was changed in it.")
    return links


def _welcome(address: str, links: Links) -> str:
    width = max(len(sign_in.email) for sign_in in SIGN_INS)
    sign_ins = "\n".join(f"  {one.role.value:<15}{one.email:<{width + 3}}{PASSWORD}" for one in SIGN_INS)
    own_work = f"\nAnd one that asks them too: {address}/own-work/{links.own_work}" if links.own_work else ""
    where = "" if settings().database_url else f"\nThe data are in {settings().data_dir.resolve()}."
    employer = f"\nThe page an employer gets from a link: {address}/confirm/{links.employer}" if links.employer else ""
    participant = f"\nAnd a participant: {address}/rate/{links.participant}" if links.participant else ""
    pages = f"{employer}{participant}{own_work}"
    return f"\nBestendig is at {address} (Ctrl-C stops it). Sign in as:\n{sign_ins}{pages}{where}\n"


def _welcome_data(address: str, links: Links) -> dict[str, object]:
    return {
        "address": address,
        "signIns": [{"role": one.role, "email": one.email, "password": PASSWORD} for one in SIGN_INS],
        "employerLink": f"{address}/confirm/{links.employer}" if links.employer else None,
        "participantLink": f"{address}/rate/{links.participant}" if links.participant else None,
        "ownWorkLink": f"{address}/own-work/{links.own_work}" if links.own_work else None,
        "dataDir": None if settings().database_url else settings().data_dir.resolve(),
    }


def _tell(sentence: str) -> None:
    typer.echo(f"  {sentence}", err=True)
