"""How the API answers: one thing with its ETag, a page of things with its links, or what was worked out."""

from collections.abc import Mapping
from types import GenericAlias
from typing import Any
from uuid import UUID

from fastapi import Request
from fastapi.responses import Response
from pydantic import BaseModel, create_model

from app.models.base import Shape
from app.queries.collection import Collection, Wanted, read_one, read_page
from app.routers.acting import Acting
from app.routers.api.paging import links
from app.routers.api.versions import etag

JSON = "application/json"


def page_of(shape: type[Shape]) -> type[BaseModel]:
    """The form of a page of things, for the description of the API: CohortPublic gives CohortPage."""
    fields: dict[str, Any] = {"results": (GenericAlias(list, (shape,)), ...)}
    return create_model(
        f"{shape.__name__.removesuffix('Public')}Page",
        __doc__="A page of things. The Link header leads to the pages before and after it.",
        **fields,
    )


def answer_told(told: BaseModel, *, status_code: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Answer what was worked out, and stands in no table."""
    return Response(told.model_dump_json(by_alias=True), status_code=status_code, headers=headers, media_type=JSON)


async def answer_one(acting: Acting, collection: Collection, thing: UUID) -> Response:
    """Answer one thing."""
    document = await read_one(acting.session, collection, thing)
    return Response(document.json, headers={"ETag": etag(document.version)}, media_type=JSON)


async def answer_new(acting: Acting, collection: Collection, thing: UUID, *, at: str) -> Response:
    """Answer something that has just been added: 201, with the address where it is from now on."""
    answer = await answer_one(acting, collection, thing)
    answer.status_code = 201
    answer.headers["Location"] = at
    return answer


async def answer_page(
    request: Request, acting: Acting, collection: Collection, wanted: Wanted, **chosen: object
) -> Response:
    """Answer a page of those that fit the filters that are not None."""
    page = await read_page(acting.session, collection, wanted, chosen)
    body = '{"results":[' + ",".join(page.rows) + "]}"
    return Response(body, headers=links(request, page), media_type=JSON)
