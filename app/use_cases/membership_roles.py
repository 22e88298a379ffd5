"""Which roles an actor has in one programme."""

from uuid import UUID

from app.actor import Actor
from app.rules.code_lists import Role


def roles_in(actor: Actor, programme_id: UUID) -> frozenset[Role]:
    """The roles of an actor in a programme; the operator may do whatever a coordinator may."""
    if actor.is_operator:
        return frozenset({Role.COORDINATOR})
    return frozenset(one.role for one in actor.memberships if one.programme_id == programme_id)
