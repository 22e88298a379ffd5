"""What somebody may do with what they can see. Who may see what is enforced by the database itself."""

from collections.abc import Collection

from app.rules.code_lists import Role
from app.rules.sentence import Sentence
from app.rules.trajectory_states import Step

DECIDING = frozenset({Step.ADMIT, Step.PUT_ON_WAITING_LIST, Step.REFER, Step.DECLINE, Step.REOPEN})
"""Steps by which the programme decides about somebody."""


def why_not_take(step: Step, roles: Collection[Role]) -> Sentence | None:
    """Say why somebody with these roles in the programme may not take a step; nothing when they may."""
    if step in DECIDING and Role.COORDINATOR not in roles:
        return Sentence("Only a coordinator of the programme decides this.")
    return None
