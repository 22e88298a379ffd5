"""Who is asking, and through which door."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from app.actor import Actor, Audience
from app.database import session_for
from app.rules.code_lists import Role
from app.use_cases.recognise import recognise_session, recognise_token
from app.use_cases.secrets import hash_of
from tests.factories import MOMENT, Factory


async def recognised(cookies: dict[str, str], at: object = MOMENT) -> Actor | None:
    """Who the program takes the holder of these cookies for."""
    (secret,) = cookies.values()
    stranger = Actor.stranger(MOMENT, hash_of(secret))
    async with session_for(stranger) as session:
        return await recognise_session(session, stranger.session_hash, at=at)  # type: ignore[arg-type]


async def test_a_signed_in_coordinator_is_known_with_the_programme(make: Factory) -> None:
    programme = await make.programme()
    account = await make.account(Role.COORDINATOR, programme=programme)
    actor = await recognised(await make.signed_in(account, MOMENT))
    assert actor is not None
    assert actor.account_id == account.id
    assert actor.programmes(Role.COORDINATOR) == {programme.id}


async def test_an_unknown_cookie_is_nobody(make: Factory) -> None:
    assert await recognised({"cookie": "made up"}) is None


@pytest.mark.parametrize("passed", [timedelta(minutes=31), timedelta(hours=13)])
async def test_a_session_ends_when_it_is_idle_or_old(make: Factory, passed: timedelta) -> None:
    cookies = await make.signed_in(await make.account(), MOMENT)
    assert await recognised(cookies, MOMENT + passed) is None


async def test_a_closed_account_is_nobody(make: Factory) -> None:
    account = await make.account(closed_at=MOMENT)
    assert await recognised(await make.signed_in(account, MOMENT)) is None


async def test_a_closed_account_reads_public_pages_as_a_stranger(make: Factory) -> None:
    (secret,) = (await make.signed_in(await make.account(closed_at=MOMENT), MOMENT)).values()
    async with session_for(Actor.stranger(MOMENT, hash_of(secret))) as session:
        assert await recognise_session(session, hash_of(secret), at=MOMENT) is None
        assert await session.scalar(text("select current_setting('app.account', true)")) == ""


async def test_the_cookie_of_somebody_else_is_nobody(make: Factory) -> None:
    (secret,) = (await make.signed_in(await make.account(), MOMENT)).values()
    async with session_for(Actor.stranger(MOMENT, hash_of("another"))) as session:
        assert await recognise_session(session, hash_of(secret), at=MOMENT) is None


async def test_a_municipality_is_known_with_its_code(make: Factory) -> None:
    city = await make.organisation(roles=["municipality"], municipality_code="GM0344")
    account = await make.account(Role.MUNICIPALITY, organisation=city)
    actor = await recognised(await make.signed_in(account, MOMENT))
    assert actor is not None
    assert actor.municipalities() == {"GM0344"}


async def test_a_bearer_token_is_its_account_until_it_expires(make: Factory) -> None:
    account = await make.account()
    header = await make.token(account)
    hashed = hash_of(header["Authorization"].removeprefix("Bearer "))
    async with session_for(Actor.stranger(MOMENT, hashed)) as session:
        actor = await recognise_token(session, hashed, at=MOMENT)
        assert actor is not None
        assert actor.account_id == account.id
    async with session_for(Actor.stranger(MOMENT, hashed)) as session:
        assert await recognise_token(session, hashed, at=MOMENT + timedelta(days=4000)) is None


@pytest.mark.parametrize("audience", [Audience.TEAM, Audience.EMPLOYER, Audience.REPORTS])
async def test_no_door_bypasses_row_security(make: Factory, audience: Audience) -> None:
    async with session_for(Actor.stranger(MOMENT).at_door(audience)) as session:
        row = (
            await session.execute(
                text("select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = current_user")
            )
        ).one()
    assert tuple(row) == (False, False, False)
