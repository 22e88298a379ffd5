"""Whom somebody may keep a report about: the programmes that they coordinate or were let into, their residents."""

from collections.abc import Mapping

from app.queries.report_scopes import read_municipality_names, read_programme_names
from app.routers.acting import Acting
from app.rules.code_lists import Role
from app.rules.sentence import Sentence


async def scopes_of(acting: Acting) -> Mapping[str, Sentence]:
    """The name of each scope by the word for it in a form."""
    own = acting.actor.programmes(Role.COORDINATOR, Role.MUNICIPALITY)
    programmes = await read_programme_names(acting.session, own)
    residents = await read_municipality_names(acting.session, acting.actor.municipalities())
    return {
        **{str(key): Sentence("%(name)s", name=name) for key, name in programmes.items()},
        **{code: Sentence("Residents of %(municipality)s", municipality=name) for code, name in residents.items()},
    }
