"""Pages of a collection: `limit` things at a time, read on with an opaque `cursor`."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Request

from app.errors import InvalidInput
from app.queries.collection import Page, Wanted

MOST = 200
AFTER, BEFORE = b">", b"<"
LENGTH = 17


async def page_wanted(
    cursor: Annotated[
        str | None, Query(max_length=100, description="Where to read on: taken from a Link of an earlier answer.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many things to answer at most.")] = 50,
) -> Wanted:
    """Which page somebody wants. Raises InvalidInput for a cursor that is not ours."""
    if cursor is None:
        return Wanted(limit)
    try:
        raw = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except (NotBase64, ValueError):
        raw = b""
    if len(raw) != LENGTH or raw[:1] not in (AFTER, BEFORE):
        raise InvalidInput.of("cursor", "unknown", "Take the cursor from a Link of an earlier answer.")
    place = UUID(bytes=raw[1:])
    return Wanted(limit, after=place) if raw[:1] == AFTER else Wanted(limit, before=place)


PageWanted = Annotated[Wanted, Depends(page_wanted)]


def links(request: Request, page: Page) -> dict[str, str]:
    """The Link header to the pages before and after this one; none when this is all there is."""
    there = []
    for relation, direction, place in (("prev", BEFORE, page.previous), ("next", AFTER, page.following)):
        if place is not None:
            cursor = urlsafe_b64encode(direction + place.bytes).rstrip(b"=").decode()
            address = request.url.include_query_params(cursor=cursor)
            there.append(f'<{address.path}?{address.query}>; rel="{relation}"')
    return {"Link": ", ".join(there)} if there else {}
