"""Counts in memory how often links are tried: the database need not write for whoever only guesses.

Each process counts by itself, so with several the limit is as many times higher; after a restart it begins anew.
Neither matters to a secret of 256 bits.
"""

from collections import OrderedDict
from datetime import datetime

from fastapi import Request

from app.rules.attempt_limit import ANSWERS, MISSES, address_range, lately

REMEMBERED = 10_000
"""Ranges and links of which the attempts are kept; those tried longest ago are forgotten first."""


class LinkAttempts:
    """The attempts of the last minutes, per range of addresses and per link."""

    def __init__(self) -> None:
        self._moments: OrderedDict[str, list[datetime]] = OrderedDict()

    def one_more_miss(self, request: Request, at: datetime) -> bool:
        """Note that a link opened nothing; tells whether that was one too many from this range of addresses."""
        host = request.client.host if request.client else ""
        return self._note(f"from {address_range(host)}", at) > MISSES

    def one_more_answer(self, link_hash: str, at: datetime) -> bool:
        """Note that a form was sent in with a link; tells whether that was one too many."""
        return self._note(f"with {link_hash}", at) > ANSWERS

    def _note(self, key: str, at: datetime) -> int:
        moments = lately(self._moments.pop(key, []), at)[-max(MISSES, ANSWERS) :]
        self._moments[key] = [*moments, at]
        while len(self._moments) > REMEMBERED:
            self._moments.popitem(last=False)
        return len(self._moments[key])


def attempts_of(request: Request) -> LinkAttempts:
    """What this program has counted."""
    attempts: LinkAttempts = request.app.state.link_attempts
    return attempts
