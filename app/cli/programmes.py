"""`bestendig programmes …`."""

from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.cli.operator import Json, answer, as_operator
from app.models.programme import Programme, ProgrammeCreate
from app.use_cases.add_programme import add_programme

program = typer.Typer(help="The programmes of this installation.", no_args_is_help=True)


@program.command("add")
def add(
    name: Annotated[str, typer.Argument(help="The name, as it stands in the workbooks that will be imported.")],
    as_json: Json = False,
) -> None:
    """Add a programme with the usual norms: follow-up at 3, 6, 12 and 24 months, contact every three weeks."""

    async def deed(session: AsyncSession, actor: Actor) -> Programme:
        return await add_programme(session, by=actor, programme=ProgrammeCreate(name=name))

    programme = as_operator(deed)
    answer(
        {"id": programme.id, "name": programme.name},
        as_json=as_json,
        sentence=f"The programme “{programme.name}” is there.",
    )
