"""Hands a text message to a gateway over HTTP; docs/text-messages.md says what a gateway must do."""

from dataclasses import dataclass, field

from app.mail.outcome import NobodyKnows, NoLine, NotNow, Refused

TAKES_NOTHING_NOW = frozenset({401, 403, 404, 405, 408, 425, 429, 503})
"""Answers that say nothing of the message: the gateway is busy, closed, or set up wrong here."""


@dataclass(frozen=True, slots=True)
class TextGateway:
    """Where text messages are handed over. `seconds` is what that may take."""

    address: str
    seconds: float
    sender: str
    token: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class TextMessage:
    """One text message to one telephone number. `reference` stays the same when it is repeated."""

    reference: str
    recipient: str
    text: str


async def hand_over(gateway: TextGateway, message: TextMessage) -> str:
    """Send a text message and give what the gateway answered.

    Raises Refused or NotNow when the gateway took nothing, and NobodyKnows when that cannot be told.
    """
    import httpx  # takes half a second to load, and only the worker of who sends text messages needs it

    not_sent = (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol, httpx.PoolTimeout)
    headers = {"Idempotency-Key": f'"{message.reference}"'}
    if gateway.token:
        headers["Authorization"] = f"Bearer {gateway.token}"
    body = {"to": message.recipient, "from": gateway.sender, "text": message.text, "reference": message.reference}
    try:
        async with httpx.AsyncClient(timeout=gateway.seconds, follow_redirects=False) as client:
            answer = await client.post(gateway.address, json=body, headers=headers)
    except not_sent as fault:
        raise NoLine(type(fault).__name__) from fault
    except httpx.HTTPError as fault:
        raise NobodyKnows(type(fault).__name__) from fault
    return _taken(answer.status_code)


def _taken(status: int) -> str:
    told = f"HTTP {status}"
    if 200 <= status < 300:
        return told
    if status in TAKES_NOTHING_NOW or 300 <= status < 400:
        raise NotNow(told)
    if status < 500:
        raise Refused(told)
    raise NobodyKnows(told)
