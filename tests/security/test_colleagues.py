"""What somebody may not do to the rows of colleagues, although they may see them."""

import pytest
from sqlalchemy import text

from app.actor import Actor
from app.database import session_for
from app.rules.code_lists import Role
from tests.factories import MOMENT, Factory


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.COACH])
async def test_nobody_of_a_team_removes_a_colleague(make: Factory, role: Role) -> None:
    programme = await make.programme()
    colleague = await make.account(Role.COACH, programme=programme)
    account = await make.account(role, programme=programme)
    actor = Actor(at=MOMENT, audience=Actor.stranger(MOMENT).audience, account_id=account.id)
    async with session_for(actor) as session:
        seen = await session.scalar(
            text("select count(*) from membership where account_id = :id"), {"id": colleague.id}
        )
        removed = await session.execute(text("delete from membership returning id"))
    assert seen == 1
    assert removed.all() == []
