"""Fills an empty database with the made-up programme, once."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.editions import publish_editions
from app.demo.forgotten import erase_and_merge
from app.demo.make_up import make_up
from app.demo.own_metrics import add_own_metrics
from app.demo.setting import PROGRAMME
from app.demo.size import Size
from app.demo.two_numbers import add_two_numbers
from app.demo.write import write
from app.errors import Conflict
from app.use_cases.audit import audit

THERE = text("select name = :name as is_ours from programme order by is_ours desc limit 1")


async def fill(session: AsyncSession, *, by: Actor, size: Size) -> int:
    """Write everything in the transaction of the session; answers how many rows, 0 when it was done before.

    Raises Conflict when the database holds other programmes: made-up people do not belong between real ones.
    """
    is_ours = (await session.execute(THERE, {"name": PROGRAMME})).scalar()
    if is_ours:
        return 0
    if is_ours is False:
        raise Conflict("This database holds other programmes. The demo only goes into an empty one.")
    connection = (await (await session.connection()).get_raw_connection()).driver_connection
    assert connection is not None  # noqa: S101  a session that is in use has one
    rows = 0
    for book in make_up(size, by.at, by.today):
        await write(connection, book)
        rows += sum(len(table) for table in book.first.values())
    await add_two_numbers(session, by=by)
    await erase_and_merge(session, by=by)
    await add_own_metrics(session, by=by)
    await publish_editions(session, by=by)
    await audit(session, by=by, action="fill", object_type="demo")
    return rows
