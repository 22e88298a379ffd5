"""The whole declared schema as statements, in order: what the migrations must add up to."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

import app.models
from app.models.derived import keep_derived
from app.models.erasure import allow_erasing
from app.models.frozen import freeze
from app.models.history import HISTORY, keep_history, remember
from app.models.queue import open_queue
from app.models.row_security.policies import protect
from app.models.row_security.views import VIEWS
from app.models.who_acts import acting_functions

POSTGRESQL = postgresql.dialect()  # type: ignore[no-untyped-call]
assert app.models.__all__  # noqa: S101  importing the package is what declares the tables


def statements() -> Iterator[str]:
    """Every statement that makes the schema from nothing, apart from the roles themselves."""
    tables = SQLModel.metadata.sorted_tables
    yield from make(tables)
    yield from keep_history()
    for table in tables:
        if table.name in HISTORY:
            yield from remember(table.name)
    yield from keep_derived()
    yield from freeze()
    yield from acting_functions()
    yield from allow_erasing()
    for table in tables:
        yield from protect(table.name)
        if table.name in HISTORY:
            yield from protect(f"{table.name}_history")
    yield from open_queue()
    for view, (name, doors) in VIEWS.items():
        yield view
        yield f"grant select on {name} to {', '.join(doors)}"


def make(tables: Iterable[Table]) -> Iterator[str]:
    """The tables and their indexes."""
    for table in tables:
        yield str(CreateTable(table).compile(dialect=POSTGRESQL)).strip()
        for index in sorted(table.indexes, key=lambda each: str(each.name)):
            yield str(CreateIndex(index).compile(dialect=POSTGRESQL)).strip()
