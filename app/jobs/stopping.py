"""Whether the worker has been asked to stop, for work that takes long and can be broken off between two steps."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ASKED = ContextVar[asyncio.Event | None]("asked to stop", default=None)


@contextmanager
def stops_with(asked: asyncio.Event) -> Iterator[None]:
    """Within the block, and in everything started from it, the work stops when this is set."""
    before = _ASKED.set(asked)
    try:
        yield
    finally:
        _ASKED.reset(before)


def stopping() -> bool:
    """Whether to leave the rest for the next time."""
    asked = _ASKED.get()
    return asked is not None and asked.is_set()
