"""What a coordinator can ask a report about: each own programme."""

from app.queries.report_scopes import read_programme_names
from app.routers.acting import Acting
from app.routers.report_request import Scope
from app.rules.code_lists import Role
from app.rules.sentence import Sentence


async def own_programmes(acting: Acting) -> list[Scope]:
    """The programmes that the actor coordinates, in alphabetical order."""
    programmes = await read_programme_names(acting.session, acting.actor.programmes(Role.COORDINATOR))
    return [Scope(str(key), Sentence("%(name)s", name=name), frozenset({key})) for key, name in programmes.items()]
