"""Which roles an actor has, and what they allow."""

from uuid import UUID

from app.actor import Actor
from app.errors import Forbidden
from app.rules.code_lists import Role
from app.rules.permissions import Act, why_not


def roles_in(actor: Actor, programme_id: UUID | None) -> frozenset[Role]:
    """The roles of an actor in a programme, or in the installation as a whole.

    An administrator is one everywhere; the operator may do whatever a coordinator and an administrator may.
    """
    if actor.is_operator:
        return frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
    return frozenset(
        one.role
        for one in actor.memberships
        if one.role is Role.ADMINISTRATOR or (programme_id is not None and one.programme_id == programme_id)
    )


def require(actor: Actor, act: Act, programme_id: UUID | None = None) -> None:
    """Refuse, with the reason, what the actor's roles do not allow. Raises Forbidden."""
    refusal = why_not(act, roles_in(actor, programme_id))
    if refusal is not None:
        raise Forbidden(refusal)
