"""Answers with an edition: always the same bytes, with the digest by which anybody can check them."""

from base64 import b64encode

from fastapi.responses import Response

from app.models import OutcomeEdition


def edition_bytes(edition: OutcomeEdition, *, status: int = 200, known: str | None = None) -> Response:
    """The content as it was published. `known` is If-None-Match: whoever has it already gets 304 and no content."""
    etag = f'"{edition.digest}"'
    headers = {"ETag": etag, "Repr-Digest": f"sha-256=:{b64encode(bytes.fromhex(edition.digest)).decode()}:"}
    if known and etag in (one.strip() for one in known.split(",")):
        return Response(status_code=304, headers=headers)
    return Response(edition.content, status_code=status, headers=headers, media_type="application/json")
