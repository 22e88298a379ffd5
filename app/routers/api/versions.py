"""Versions: every thing carries one in its ETag, and every change names the one it was based on in If-Match."""

import re
from typing import Annotated

from fastapi import Depends, Header

from app.errors import ChangedMeanwhile, VersionRequired

ONE_VERSION = re.compile(r'"([0-9]{1,9})"')


def etag(version: int) -> str:
    """The ETag of a version."""
    return f'"{version}"'


async def version_read(
    if_match: Annotated[str | None, Header(description='The ETag of what you read, as in "3".')] = None,
) -> int:
    """The version on which a change is based. One that was never ours cannot be the present one."""
    if if_match is None or if_match.strip() == "*":
        raise VersionRequired("Send the ETag of what you read in If-Match, so that nobody's change is overwritten.")
    found = ONE_VERSION.fullmatch(if_match.strip())
    if found is None:
        raise ChangedMeanwhile("If-Match is not the ETag of the present version.")
    return int(found[1])


VersionRead = Annotated[int, Depends(version_read)]
