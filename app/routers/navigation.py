"""The main menu: which pages somebody with a role finds at the top, and where each role starts."""

from dataclasses import dataclass

from app.actor import Actor
from app.rules.code_lists import Role
from app.rules.sentence import Sentence


@dataclass(frozen=True)
class MenuEntry:
    """A page in the menu, and the roles that see it there; `also` are addresses elsewhere that belong to it."""

    path: str
    title: Sentence
    roles: frozenset[Role]
    also: tuple[str, ...] = ()

    def holds(self, path: str) -> bool:
        """Whether an address is this page or one below it."""
        return any(path == one or path.startswith(one + "/") for one in (self.path, *self.also))


TEAM = frozenset({Role.COORDINATOR, Role.COACH})

MENU = (
    MenuEntry("/today", Sentence("Today"), TEAM),
    MenuEntry("/trajectories", Sentence("Trajectories"), TEAM, also=("/merging",)),
    MenuEntry("/screening", Sentence("Screening"), TEAM),
    MenuEntry("/caseload", Sentence("Caseload"), TEAM, also=("/contacts", "/group-sessions")),
    MenuEntry("/accounts", Sentence("Users"), frozenset({Role.ADMINISTRATOR})),
    MenuEntry("/organisations", Sentence("Organisations"), frozenset({Role.ADMINISTRATOR})),
    MenuEntry("/programmes", Sentence("Programmes"), TEAM | {Role.ADMINISTRATOR}),
    MenuEntry("/programme-outcomes", Sentence("Outcomes"), frozenset({Role.COORDINATOR}), also=("/outcome-reports",)),
    MenuEntry("/import", Sentence("Import"), frozenset({Role.COORDINATOR})),
    MenuEntry("/outcomes", Sentence("Outcome report"), frozenset({Role.MUNICIPALITY}), also=("/outcome-reports",)),
    MenuEntry("/own-placements", Sentence("Placements"), frozenset({Role.EMPLOYER})),
    MenuEntry("/who-does-what", Sentence("Who does what"), frozenset({Role.MUNICIPALITY, Role.EMPLOYER})),
    MenuEntry("/background-work", Sentence("What runs by itself"), frozenset({Role.ADMINISTRATOR})),
    MenuEntry("/log", Sentence("Log"), frozenset({Role.ADMINISTRATOR}), also=("/outcome-pulls",)),
)


def entries_for(actor: Actor | None) -> list[MenuEntry]:
    """The menu of an actor, in order; empty for somebody who has not signed in."""
    return [entry for entry in MENU if actor and entry.roles & actor.roles]


def home_of(actor: Actor) -> str:
    """The first page of an actor's menu: what that person came for."""
    return next((entry.path for entry in entries_for(actor)), "/accessibility")
