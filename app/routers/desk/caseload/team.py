"""The caseload of everybody who guides, against the norm."""

import json
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.caseload_of_team import read_team_caseloads
from app.routers.acting import Acting, Team
from app.routers.pages import page
from app.rules.sentence import Sentence

router = APIRouter()


@dataclass(frozen=True, slots=True)
class ProgrammeCaseloads:
    """The caseloads of one programme; `norm` is for a full-time coach, `full` the length of the longest bar."""

    name: str
    norm: int | None
    coaches: list[dict[str, Any]]
    unassigned: dict[str, Any] | None

    @property
    def full(self) -> float:
        """What a bar of the whole width stands for."""
        return max([self.norm or 0, *(float(one["weight"]) for one in self.coaches), 1])


@router.get("/caseload/team")
async def show(request: Request, acting: Team) -> Response:
    """Everybody's caseload."""
    return await show_team(request, acting)


async def show_team(request: Request, acting: Acting, done: Sentence | None = None) -> Response:
    """Show the caseloads of every programme of whose team somebody is."""
    rows = json.loads(await read_team_caseloads(acting.session, acting.actor.today))
    return page(request, "desk/caseload/team.html", programmes=by_programme(rows), done=done)


def by_programme(rows: list[dict[str, Any]]) -> list[ProgrammeCaseloads]:
    """Put the rows of one programme together, and who nobody guides apart."""
    found = []
    for _, group in groupby(rows, key=lambda row: row["programmeId"]):
        of_one = list(group)
        nobody = next((row for row in of_one if row["coach"] is None), None)
        coaches = [row for row in of_one if row["coach"] is not None]
        found.append(ProgrammeCaseloads(of_one[0]["programme"], of_one[0]["norm"], coaches, nobody))
    return found
