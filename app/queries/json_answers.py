"""Answers that PostgreSQL writes as JSON itself, passed on as they are.

What goes out is said once, by the shape of the answer (`…Public`): its fields choose and name the columns.
"""

from datetime import datetime
from typing import Any, cast, get_args

from sqlalchemy import ColumnElement, FromClause, Label, ScalarSelect, Select, func, literal_column, select

from app.models.base import Shape

UTC_MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'
NO_ROWS: ColumnElement[Any] = literal_column("'[]'::json")


def columns_for(shape: type[Shape], *tables: FromClause, **own: ColumnElement[Any]) -> list[Label[Any]]:
    """The columns of a shape, named as on the wire.

    A field is taken from `own` when it is given there, else from the first table that has a column of that name.
    """
    columns = []
    for name, field in shape.model_fields.items():
        column = own[name] if name in own else next(table.c[name] for table in tables if name in table.c)
        if datetime in (field.annotation, *get_args(field.annotation)):
            column = func.to_char(func.timezone("UTC", column), UTC_MOMENT)
        columns.append(column.label(field.alias or name))
    return columns


def list_of(rows: Select[Any]) -> ScalarSelect[Any]:
    """The rows of a statement as one JSON list, in their order; an empty list where there are none."""
    answer = rows.subquery("answer")
    return select(func.coalesce(func.json_agg(func.row_to_json(answer.table_valued())), NO_ROWS)).scalar_subquery()


def table_of(model: object) -> FromClause:
    """The table of a model."""
    return cast("FromClause", model.__table__)  # type: ignore[attr-defined]
