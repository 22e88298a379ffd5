"""What commands share: they act as the operator of the installation, on a database that is up to date."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from app import clock
from app.actor import Actor
from app.database import engine, session_for
from app.migrate import migrate
from app.test_clock import refuse_in_production

Result = TypeVar("Result")

Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for other programs.")]


def as_operator(deed: Callable[[AsyncSession, Actor], Awaitable[Result]]) -> Result:
    """Do one thing in one transaction as the operator; the database is brought up to date first."""
    refuse_in_production()
    migrate()

    async def do() -> Result:
        actor = Actor.operator(clock.now())
        try:
            async with session_for(actor) as session:
                return await deed(session, actor)
        finally:
            await engine().dispose()
            engine.cache_clear()

    return asyncio.run(do())


def answer(result: object, *, as_json: bool, sentence: str) -> None:
    """Print the result as JSON, or as a sentence."""
    typer.echo(json.dumps(result, ensure_ascii=False, default=str, indent=2) if as_json else sentence)
