"""The one language of the API is JSON: what comes in another is 415, who wants another gets 406."""

from fastapi import Request
from starlette.exceptions import HTTPException

ACCEPTED = frozenset({"*/*", "application/*", "application/json", "application/problem+json"})
SENT = frozenset({"application/json"})
SENT_AS_CHANGE = SENT | {"application/merge-patch+json"}


async def speaks_json(request: Request) -> None:
    """Refuse a request in another form than JSON, or for another form than JSON."""
    wanted = request.headers.get("accept", "").strip()
    if wanted and not any(_acceptable(one) for one in wanted.split(",")):
        raise HTTPException(406)
    if request.method in ("POST", "PUT", "PATCH"):
        accepted = SENT_AS_CHANGE if request.method == "PATCH" else SENT
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in accepted:
            raise HTTPException(415)


def _acceptable(wanted: str) -> bool:
    name, _, parameters = wanted.partition(";")
    unwanted = any(part.strip().lower() in ("q=0", "q=0.0", "q=0.00", "q=0.000") for part in parameters.split(";"))
    return name.strip().lower() in ACCEPTED and not unwanted
