"""What a report page is asked for, as it stands in the address: about whom, split by what, as of and as known on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Request
from pydantic import AwareDatetime, BaseModel

from app.actor import Actor
from app.clock import DUTCH_TIME
from app.errors import Forbidden
from app.outcomes.grouping import not_together
from app.outcomes.own_in_report import with_own_metrics
from app.outcomes.report import ReportRequest
from app.outcomes.statement import TEAM_ONLY, Dimension
from app.routers.acting import Acting
from app.routers.forms import Form
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.sentence import Sentence

REPORT = Form(
    "report",
    {
        "scope": Sentence("About whom"),
        "group": Sentence("Split by"),
        "and_by": Sentence("And by"),
        "day": Sentence("Reference date"),
        "known": Sentence("As known on"),
        "at": Sentence("As known at the moment"),
    },
)
GROUPING_KINDS = (
    (
        Sentence("The programme"),
        (
            (Dimension.PROGRAMME, Sentence("Programme")),
            (Dimension.COHORT, Sentence("Cohort")),
            (Dimension.PROGRAMME_KIND, Sentence("Kind of programme")),
            (Dimension.INTERVENTION_TYPE, Sentence("Intervention type")),
        ),
    ),
    (
        Sentence("When and where"),
        (
            (Dimension.START_YEAR, Sentence("Year of start")),
            (Dimension.START_QUARTER, Sentence("Quarter of start")),
            (Dimension.MUNICIPALITY, Sentence("Municipality")),
            (Dimension.REGION, Sentence("Labour-market region")),
        ),
    ),
    (
        Sentence("The person"),
        (
            (Dimension.GENDER, Sentence("Gender")),
            (Dimension.AGE_BAND, Sentence("Age at the start")),
            (Dimension.EDUCATION, Sentence("Education")),
            (Dimension.RESIDENCE_GROUND, Sentence("Ground of residence")),
            (Dimension.SPEAKING_LEVEL, Sentence("Speaking level at the start")),
        ),
    ),
    (
        Sentence("The employer of the first paid work"),
        (
            (Dimension.SECTOR, Sentence("Sector")),
            (Dimension.EMPLOYER_SIZE, Sentence("Size of the employer")),
        ),
    ),
)
"""What a report can be split by, as a form offers it: by kind."""
PUBLISHED_GROUPING_KINDS = tuple(
    (kind, tuple((one, name) for one, name in groupings if one not in TEAM_ONLY)) for kind, groupings in GROUPING_KINDS
)
GROUPING_NAMES: Mapping[Dimension, Sentence] = {one: name for _, groupings in GROUPING_KINDS for one, name in groupings}


@dataclass(frozen=True)
class Scope:
    """People that somebody may ask about: its name in the address, its name for people, and who it is."""

    value: str
    name: Sentence
    programmes: frozenset[UUID] | None = None
    municipalities: frozenset[str] | None = None


class ReportQuery(BaseModel):
    """What stands in the address. `at` is the very moment, where a report is to be made again exactly."""

    scope: str | None = None
    group: Dimension | None = None
    and_by: Dimension | None = None
    day: date | None = None
    known: date | None = None
    at: AwareDatetime | None = None


@dataclass(frozen=True)
class Asked:
    """A report that can be made, and the scope that it is about."""

    request: ReportRequest
    scope: Scope

    def address(self, path: str) -> str:
        """The address that gives this very report again, also next year."""
        asked = self.request
        moment = asked.known_at.astimezone(UTC).isoformat()
        query = {"scope": self.scope.value, "day": asked.as_of.isoformat(), "at": moment}
        query |= {name: one.value for name, one in zip(("group", "and_by"), asked.group_by, strict=False)}
        return f"{path}?{urlencode(query)}"


def asked_for(
    address: Mapping[str, str], scopes: Sequence[Scope], by: Actor, metrics: Mapping[str, Metric]
) -> tuple[Form, Asked | None]:
    """Read the address; what is not filled in is today, not split, about the first scope.

    The form comes back filled in, with a sentence per field that cannot be right, and then nothing is asked.
    """
    if not scopes:
        raise Forbidden(Sentence("There is nothing yet that you can make a report about."))
    typed = {"scope": scopes[0].value, "day": by.today.isoformat(), **{k: v for k, v in address.items() if v}}
    form = Form(REPORT.name, REPORT.labels, typed)
    query = form.read(ReportQuery)
    if query is None:
        return form, None
    scope = next((scope for scope in scopes if scope.value == query.scope), None)
    if scope is None:
        form.errors["scope"] = Sentence("Choose one of the answers.")
    for name, day in (("day", query.day), ("known", query.known)):
        if day and day > by.today:
            form.errors[name] = Sentence("This day is still to come.")
    if reason := not_together(query.group, query.and_by):
        form.errors["and_by"] = reason
    if scope is None or form.errors:
        return form, None
    request = ReportRequest(
        metrics=tuple(metrics.values()),
        as_of=query.day or by.today,
        known_at=min(by.at, query.at or _end_of(query.known, by.at)),
        programmes=scope.programmes,
        municipalities=scope.municipalities,
        group_by=tuple(one for one in (query.group, query.and_by) if one),
    )
    return form, Asked(request, scope)


async def asked_of_team(request: Request, acting: Acting, scopes: Sequence[Scope]) -> tuple[Form, Asked | None]:
    """What a coordinator asks for: every metric, and those that the programme added itself."""
    form, asked = asked_for(request.query_params, scopes, acting.actor, METRICS)
    if asked is None:
        return form, None
    return form, replace(asked, request=await with_own_metrics(acting.session, asked.request, published=False))


def within(group: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """A group as an address names it; what nobody recorded has no value."""
    return [("within", f"{dimension}:{value or ''}") for dimension, value in group.items()]


def _end_of(day: date | None, now: datetime) -> datetime:
    """The last moment of a day in the Netherlands."""
    return datetime.combine(day, time.max, DUTCH_TIME) if day else now
