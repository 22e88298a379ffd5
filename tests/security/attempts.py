"""Tries acts on one row for many actors inside the database, and undoes each; one by one would take far longer."""

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import text

from app.actor import Actor
from app.database import acting_parameters, session_for
from tests.factories import MOMENT
from tests.security.world import Key

ACTS = ("select", "insert", "update", "delete")
CONSTRAINT_VIOLATIONS = ("23505", "23503", "23514")
"""A constraint is looked at after row security: whoever gets that far may write."""

MAKE_ATTEMPT = f"""
create or replace function pg_temp.attempt(acting jsonb, act text, tab regclass, named text, wanted text, whole jsonb)
returns boolean language plpgsql as $$
declare
    touched bigint;
    changeable text;
begin
    perform set_config('app.account', acting->>'account', true), set_config('app.session', acting->>'session', true),
            set_config('app.link', acting->>'link', true), set_config('role', acting->>'role', true);
    if act = 'select' then
        execute format('select %s from %s where %s', named, tab, wanted);
    elsif act = 'insert' then
        execute format('insert into %s select (jsonb_populate_record(null::%s, $1)).*', tab, tab) using whole;
    elsif act = 'update' then -- a column that the door may change at all, with a condition that reads only the key
        select quote_ident(attname) into changeable from pg_attribute
        where attrelid = tab and attnum > 0 and not attisdropped and has_column_privilege(attrelid, attnum, 'update')
        order by attnum limit 1;
        if changeable is null then
            raise insufficient_privilege;
        end if;
        execute format('update %s set %s = %s where %s', tab, changeable, changeable, wanted);
    else
        execute format('delete from %s where %s', tab, wanted);
    end if;
    get diagnostics touched = row_count;
    raise sqlstate 'UNDO1' using message = touched;
exception
    when sqlstate 'UNDO1' then return sqlerrm::bigint > 0;
    when insufficient_privilege then return false;
    when {" or ".join(f"sqlstate '{state}'" for state in CONSTRAINT_VIOLATIONS)} then
        if act = 'insert' then return true; end if;
        raise;
end $$
"""
ATTEMPT_ALL = text(
    """
    select who, act, pg_temp.attempt(acting, act, cast(:tab as regclass), :named, :wanted, cast(:whole as jsonb))
    from jsonb_each(cast(:actors as jsonb)) as asked (who, acting), unnest(cast(:acts as text[])) as act
    """
)


async def acts_allowed(
    actors: Mapping[str, Actor], table: str, key: Key, acts: Iterable[str] = ACTS
) -> set[tuple[str, str]]:
    """Who gets through with which acts on one row. What the database refuses as a right is a no."""
    async with session_for(Actor.operator(MOMENT)) as session:
        wanted = " and ".join(f"{column} = :{column}" for column in key)
        whole = (await session.scalars(text(f"select to_jsonb(t) from {table} t where {wanted}"), key)).one()
        await session.execute(text(MAKE_ATTEMPT))
        tried = await session.execute(
            ATTEMPT_ALL,
            {
                "tab": table,
                "named": next(iter(key)),
                "wanted": " and ".join(f"{column} = '{value}'" for column, value in key.items()),
                "whole": json.dumps(whole),
                "actors": json.dumps({who: acting_parameters(actor) for who, actor in actors.items()}),
                "acts": list(acts),
            },
        )
        return {(row.who, row.act) for row in tried if row.attempt}


async def acts_of(actor: Actor, table: str, key: Key) -> list[str]:
    """What an actor gets through with on one row."""
    through = {act for _, act in await acts_allowed({"": actor}, table, key)}
    return [act for act in ACTS if act in through]


async def can(actor: Actor, act: str, table: str, key: Key) -> bool:
    """Whether an actor gets through with an act on one row."""
    return bool(await acts_allowed({"": actor}, table, key, [act]))
