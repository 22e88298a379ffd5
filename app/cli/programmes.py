"""`bestendig programmes …`."""

from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.catalogue import catalogue
from app.cli.operator import Json, answer, as_operator
from app.errors import NotFound
from app.language import Language
from app.models.programme import Programme, ProgrammeCreate
from app.use_cases.add_programme import add_programme
from app.use_cases.start_from_catalogue import ProgrammeStart, start_from_catalogue

program = typer.Typer(help="The programmes of this installation.", no_args_is_help=True)


@program.command("add")
def add(
    name: Annotated[str, typer.Argument(help="The name, as it stands in the workbooks that will be imported.")],
    like: Annotated[
        str | None, typer.Option("--from", help="The key of a programme in the catalogue, to take its norms over from.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Add a programme with the usual norms: follow-up at 3, 6, 12 and 24 months, contact every three weeks.

    With --from its requirements, phases and norms are those of a programme in the built-in catalogue.
    """
    known = catalogue()
    if like is not None and like not in known:
        raise NotFound(f"There is no programme “{like}” in the catalogue. There are: {', '.join(known)}.")

    async def deed(session: AsyncSession, actor: Actor) -> Programme:
        if like is None:
            return await add_programme(session, by=actor, programme=ProgrammeCreate(name=name))
        start = ProgrammeStart(name=name)
        return await start_from_catalogue(session, by=actor, entry=known[like], start=start, language=Language.DUTCH)

    programme = as_operator(deed)
    answer(
        {"id": programme.id, "name": programme.name, "catalogueKey": programme.catalogue_key},
        as_json=as_json,
        sentence=f"The programme “{programme.name}” is there.",
    )
