"""Collections as other programs read them: one thing, or a page of them, each in one statement that is built once.

Row security narrows every statement to what the actor may see.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, Select, Text, bindparam, case, cast, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import NotFound
from app.models.base import Shape
from app.queries.json_answers import columns_for


@dataclass(frozen=True, eq=False)
class Collection:
    """What a collection consists of.

    `shape` is how one thing looks. Its columns come from `tables`, of which the first gives the identity; `rows` is
    how the tables hang together, when there are several. `filters` are the conditions a reader may choose from; each
    has one parameter, of the filter's own name. `own` are fields that are no column.
    """

    shape: type[Shape]
    tables: tuple[FromClause, ...]
    rows: FromClause | None = None
    filters: Mapping[str, ColumnElement[bool]] = field(default_factory=dict)
    own: Mapping[str, ColumnElement[Any]] = field(default_factory=dict)

    @property
    def key(self) -> ColumnElement[UUID]:
        """The identity of a thing, by which pages go."""
        return self.tables[0].c["id"]


@dataclass(frozen=True)
class Document:
    """One thing in JSON, and the version it has."""

    json: str
    version: int


@dataclass(frozen=True)
class Wanted:
    """Which page somebody wants: at most `limit` things after one thing, or before one, or from the start."""

    limit: int
    after: UUID | None = None
    before: UUID | None = None


@dataclass(frozen=True)
class Page:
    """A page of things in JSON, with the identities between which one reads on; None where nothing follows."""

    rows: tuple[str, ...]
    previous: UUID | None
    following: UUID | None


async def read_one(session: AsyncSession, collection: Collection, thing: UUID) -> Document:
    """Read one thing. Raises NotFound when it is not there or not the actor's to see."""
    connection = await session.connection()
    found = (await connection.execute(_one(collection), {"key": thing})).one_or_none()
    if found is None:
        raise NotFound
    return Document(found.document, found.version)


async def read_page(
    session: AsyncSession, collection: Collection, wanted: Wanted, chosen: Mapping[str, object]
) -> Page:
    """Read a page of those that fit all chosen filters (a filter that is None is not chosen), in a stable order."""
    filters = {name: value for name, value in chosen.items() if value is not None}
    statement = _page(collection, frozenset(filters), wanted.before is not None)
    parameters = {**filters, "key": wanted.before or wanted.after, "one_more": wanted.limit + 1}
    connection = await session.connection()
    found = (await connection.execute(statement, parameters)).all()
    there_is_more = len(found) > wanted.limit
    shown = found[: wanted.limit]
    if wanted.before is not None:
        shown = shown[::-1]
    if not shown:
        return Page((), None, None)
    comes_before = there_is_more if wanted.before else wanted.after is not None
    comes_after = there_is_more if not wanted.before else True
    return Page(
        tuple(row.document for row in shown),
        previous=shown[0].key if comes_before else None,
        following=shown[-1].key if comes_after else None,
    )


def _rows(collection: Collection) -> Select[Any]:
    columns = columns_for(collection.shape, *collection.tables, **collection.own)
    return select(*columns).select_from(collection.tables[0] if collection.rows is None else collection.rows)


def _documents(rows: Select[Any]) -> Select[Any]:
    answer = rows.subquery("answer")
    document = cast(func.row_to_json(answer.table_valued()), Text)
    return select(answer.c.id.label("key"), _version(answer).label("version"), document.label("document"))


def _version(answer: FromClause) -> ColumnElement[int]:
    """What changes whenever the thing does; a fact that is never changed can still be superseded, once."""
    if "version" in answer.c:
        return answer.c.version
    if "supersededAt" in answer.c:
        return case((answer.c.supersededAt.is_(None), 1), else_=2)
    return literal(1)


@cache
def _one(collection: Collection) -> Select[Any]:
    return _documents(_rows(collection).where(collection.key == bindparam("key")))


@cache
def _page(collection: Collection, filters: frozenset[str], backwards: bool) -> Select[Any]:
    rows = _rows(collection).where(*(collection.filters[name] for name in sorted(filters)))
    start = bindparam("key", type_=collection.key.type)
    beyond = collection.key < start if backwards else collection.key > start
    order = collection.key.desc() if backwards else collection.key
    return _documents(rows.where(start.is_(None) | beyond).order_by(order).limit(bindparam("one_more")))
