"""Which tests one worker does together, because they share something that takes long to start."""

from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/browser/", "tests/cli/test_serve.py", "tests/reliability/")
"""Where the tests share a server with a browser, a demo that is filled, or a process from which others are forked."""


class Together(LoadScopeScheduling):  # type: ignore[misc]
    """Gives tests out one by one, and those of a place in `TOGETHER` as a whole, before all others.

    The groups of pytest-xdist 3.8 are not kept by pytest 9.2: it gives every test out by itself.
    """

    def _split_scope(self, nodeid: str) -> str:
        return next((place for place in TOGETHER if nodeid.startswith(place)), nodeid)
