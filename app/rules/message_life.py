"""What can become of a message, and when it is tried again.

A worker claims a waiting message for a while (*sending*), says that the mail itself is about to go (*handing over*),
and writes down what the server answered. Until the handing over nothing can have been accepted, so that a claim that
was lost before it begins anew. After it nobody can tell: the message is repeated once, and stays *uncertain* then.
"""

from collections.abc import Mapping
from datetime import timedelta

from app.rules.code_lists import MessageState

WAITING, SENDING, HANDING_OVER = MessageState.WAITING, MessageState.SENDING, MessageState.HANDING_OVER
SENT, UNCERTAIN, REFUSED = MessageState.SENT, MessageState.UNCERTAIN, MessageState.REFUSED
BOUNCED, CANCELLED = MessageState.BOUNCED, MessageState.CANCELLED

STEPS: Mapping[MessageState, frozenset[MessageState]] = {
    WAITING: frozenset({SENDING, CANCELLED, UNCERTAIN, SENT, BOUNCED}),
    SENDING: frozenset({HANDING_OVER, WAITING, REFUSED, SENT, BOUNCED}),
    HANDING_OVER: frozenset({SENT, WAITING, REFUSED, UNCERTAIN, BOUNCED}),
    UNCERTAIN: frozenset({SENT, BOUNCED}),
    SENT: frozenset({BOUNCED}),
    REFUSED: frozenset(),
    BOUNCED: frozenset(),
    CANCELLED: frozenset(),
}
"""From each state those that can follow.

A message that is to be repeated waits again; when it turns out meanwhile that the server did take it, it is sent, and
when nothing in it needs to be asked any more it stays uncertain.
"""

REACHED = frozenset({SENT, UNCERTAIN})
"""The states of a settled message that counts as asked."""

WAITS = (timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=60), timedelta(minutes=120))


def states_before(state: MessageState) -> frozenset[MessageState]:
    """From which states a message can come to a state."""
    return frozenset(before for before, after in STEPS.items() if state in after)


def tried_again_after(attempts: int) -> timedelta:
    """How long a message waits after so many attempts that came to nothing; at least one."""
    return WAITS[min(attempts, len(WAITS)) - 1]
