"""Whom somebody may keep a report about: the programmes that they coordinate, the residents of their municipality."""

from collections.abc import Mapping

from app.models import OutcomeReport
from app.queries.report_scopes import read_municipality_names, read_programme_names
from app.routers.acting import Acting
from app.rules.code_lists import Role
from app.rules.sentence import Sentence


async def scopes_of(acting: Acting) -> Mapping[str, Sentence]:
    """The name of each scope by the word for it in a form."""
    programmes = await read_programme_names(acting.session, acting.actor.programmes(Role.COORDINATOR))
    residents = await read_municipality_names(acting.session, acting.actor.municipalities())
    return {
        **{str(key): Sentence("%(name)s", name=name) for key, name in programmes.items()},
        **{code: Sentence("Residents of %(municipality)s", municipality=name) for code, name in residents.items()},
    }


def keeps(acting: Acting, report: OutcomeReport) -> bool:
    """Whether somebody keeps a report, and so may change and publish it."""
    if report.municipality_code:
        return report.municipality_code in acting.actor.municipalities()
    return report.programme_id in acting.actor.programmes(Role.COORDINATOR)
