"""What the team's pages of exact numbers have in common: the form, what was asked, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import Response

from app.routers.acting import Acting
from app.routers.desk.outcome_pages import REPORT
from app.routers.desk.report_scopes import own_programmes
from app.routers.forms import Form
from app.routers.pages import page
from app.routers.report_request import Asked, Scope, asked_for
from app.rules.metric_definition import Metric

PEOPLE = f"{REPORT.path}/people"


@dataclass(frozen=True)
class TeamReport:
    """Such a page at its address, as it was asked for; nothing is asked where the form cannot be right."""

    path: str
    form: Form
    scopes: Sequence[Scope]
    asked: Asked | None

    def page(self, request: Request, template: str, *, groupings: Sequence[object] = (), **facts: object) -> Response:
        """The page; without numbers it is the form with its faults. `groupings` are what it can be split by."""
        return page(
            request,
            template,
            status=200 if self.asked else 400,
            form=self.form,
            here=self.path,
            groupings=groupings,
            scopes=[(scope.value, scope.name) for scope in self.scopes],
            scope=self.asked.scope if self.asked else None,
            asked=self.asked.request if self.asked else None,
            back=self.asked.address(REPORT.path) if self.asked else REPORT.path,
            people=self.asked.address(PEOPLE) if self.asked else None,
            table_address=self.asked.address(f"{self.path}/table") if self.asked else None,
            workbook_address=self.asked.address(f"{self.path}/workbook") if self.asked else None,
            **facts,
        )


async def team_report(request: Request, acting: Acting, path: str, metrics: Mapping[str, Metric]) -> TeamReport:
    """What a coordinator asks of the page at an address, about one of their own programmes."""
    scopes = await own_programmes(acting)
    form, asked = asked_for(request.query_params, scopes, acting.actor, metrics)
    return TeamReport(path, form, scopes, asked)
