"""What every factory shares: rows are written by the operator at one moment."""

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Any, TypeVar

from sqlmodel import SQLModel

from app.actor import Actor
from app.database import session_for

MOMENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""When tests take place, unless they say otherwise."""
TODAY = MOMENT.date()

Row = TypeVar("Row", bound=SQLModel)


class Rows:
    """Writes rows as the operator at `at`, and numbers them."""

    def __init__(self) -> None:
        self.at = MOMENT
        self.counter = count(1)

    async def save(self, *rows: SQLModel) -> None:
        """Write rows as the operator."""
        async with session_for(Actor.operator(self.at)) as session:
            for row in rows:
                session.add(row)
                await session.flush()

    async def row(self, table: type[Row], fields: Mapping[str, Any], **usual: Any) -> Row:
        """Write one row: what is usual, unless the fields say otherwise."""
        written = table(**{**usual, **fields})
        await self.save(written)
        return written

    def number(self, letter: str) -> str:
        """The next number, as programmes write them: T0001."""
        return f"{letter}{next(self.counter):04}"
