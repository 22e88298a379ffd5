"""A published report split by two things: rows, columns and totals, and nobody works out more from all of them."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app import clock
from app.actor import Actor
from app.models import Municipality, Programme
from app.outcomes.report import ReportRequest, outcome_report_to_remember
from app.outcomes.statement import Dimension
from app.rules.code_lists import Decision, Role
from app.rules.disclosure import SUPPRESSED, PublishedRow
from app.rules.metrics import PUBLISHED
from app.rules.outcome_numbers import OutcomeRow
from tests.factories import Factory
from tests.rules.disclosure_attacker import worked_out
from tests.rules.report_days import Told, attack_over_days

Row = dict[str, Any]
REGIONS = {"GM0344": "Midden-Utrecht", "GM0356": "Midden-Utrecht", "GM0307": "Amersfoort"}
ASKED = ("admitted",)
GROUPINGS = ((), ("gender",), ("region",), ("municipality",), ("gender", "region"), ("gender", "municipality"))
AS_OF = clock.day_of(clock.now()) - timedelta(days=1)
COUNTS = ("cohort", "excluded", "not_yet_due", "due", "yes", "no", "unanswered", "unreachable", "refused")


@pytest.fixture
async def programme(make: Factory, session: AsyncSession) -> Programme:
    """A programme of 74 people in three municipalities of two regions."""
    random = Random(7)  # noqa: S311 -- made-up people, no secrets
    for code, region in REGIONS.items():
        session.add(Municipality(code=code, name=code, search_name=code, labour_market_region=region))
    await session.flush()
    programme = await make.programme()
    for code, many in zip(REGIONS, (41, 21, 12), strict=True):
        for _ in range(many):
            person = await make.participant(programme, {"gender": random.choice(("female", "male", "male"))})
            await make.trajectory(
                programme,
                person,
                municipality_code=code,
                registered_on=AS_OF - timedelta(days=90),
                decision=random.choice((Decision.ADMITTED, Decision.ADMITTED, Decision.DECLINED)),
                decided_on=AS_OF - timedelta(days=random.choice((80, 50, 20))),
                started_on=None,
            )
    return programme


@pytest.fixture
async def coach(make: Factory, programme: Programme) -> dict[str, str]:
    return await make.token(await make.account(Role.COACH, programme=programme))


async def pull(client: httpx.AsyncClient, header: dict[str, str], *split_by: str, as_of: date = AS_OF) -> list[Row]:
    query = {"asOf": as_of.isoformat(), "metric": ASKED, "groupBy": split_by}
    answer = await client.get("/v1/outcomes", params=query, headers=header)
    assert answer.status_code == 200, answer.text
    return [{name: value for name, value in row.items() if name != "knownAt"} for row in answer.json()["results"]]


async def test_a_report_split_by_two_things_has_rows_columns_and_totals(
    client: httpx.AsyncClient, coach: dict[str, str]
) -> None:
    both = await pull(client, coach, "gender", "municipality")
    groups = [row["group"] for row in both if row["metric"] == "admitted"]
    assert [sorted(group) for group in groups] == (
        [[]] + 2 * [["gender"]] + 3 * [["municipality"]] + 6 * [["gender", "municipality"]]
    )
    alone = [*await pull(client, coach, "municipality"), *await pull(client, coach, "gender")]
    assert all(row in both for row in alone)


async def test_municipalities_stand_under_their_region(client: httpx.AsyncClient, coach: dict[str, str]) -> None:
    found = {str(row["group"]): row["cohort"] for row in await pull(client, coach, "region", "municipality")}
    assert found["{'region': 'Midden-Utrecht'}"] == 60
    assert found["{'region': 'Midden-Utrecht', 'municipality': 'GM0344'}"] == 40


async def test_who_reads_every_grouping_of_several_days_works_out_no_small_count(
    client: httpx.AsyncClient, session: AsyncSession, operator: Actor, programme: Programme, coach: dict[str, str]
) -> None:
    days = {2: AS_OF, 0: AS_OF - timedelta(days=60), 1: AS_OF - timedelta(days=30)}
    exact = {day: await exact_rows(session, operator, programme, as_of) for day, as_of in days.items()}
    assert any(0 < later.yes - row.yes < 10 for row, later in zip(exact[1], exact[2], strict=True))
    told = []
    for day, as_of in days.items():
        reports = [[as_attacked(row) for row in await pull(client, coach, *one, as_of=as_of)] for one in GROUPINGS]
        told.append(Told(day, exact[day], reports))
    assert worked_out([attack_over_days(told, 10)]) == [[]]


async def test_where_groups_are_withheld_beside_another_day_it_is_told_of_which_day_they_are_given(
    client: httpx.AsyncClient, programme: Programme, coach: dict[str, str]
) -> None:
    def query(as_of: date) -> dict[str, Any]:
        return {"asOf": as_of.isoformat(), "metric": ASKED, "groupBy": ("gender", "region")}

    def shown(answer: dict[str, Any]) -> int:
        finest = [row for row in answer["results"] if len(row["group"]) == 2]
        return sum(value != "suppressed" for row in finest for value in list(row.values())[3:12])

    first, second = AS_OF - timedelta(days=60), AS_OF - timedelta(days=30)
    for day in (AS_OF, first):
        given = (await client.get("/v1/outcomes", params=query(day), headers=coach)).json()
        assert given["groupsAt"] is None
    for _ in range(2):
        withheld = (await client.get("/v1/outcomes", params=query(second), headers=coach)).json()
        assert shown(withheld) == 0
        assert withheld["groupsAt"]["asOf"] == first.isoformat()
    found = (await client.get("/v1/outcomes", params=query(first) | withheld["groupsAt"], headers=coach)).json()
    assert shown(found) > 0


async def exact_rows(session: AsyncSession, operator: Actor, programme: Programme, as_of: date) -> list[OutcomeRow]:
    asked = ReportRequest(
        metrics=tuple(PUBLISHED[code] for code in ASKED),
        as_of=as_of,
        known_at=clock.now(),
        programmes=frozenset([programme.id]),
        group_by=(Dimension.GENDER, Dimension.MUNICIPALITY),
    )
    rows = (await outcome_report_to_remember(session, by=operator, asked=asked)).rows
    return [replace(row, metric=f"registered:{row.metric}") for row in rows]


def as_attacked(row: Row) -> PublishedRow:
    """A row of the answer, with the region that everybody knows a municipality to be in."""
    group = dict(row["group"])
    if "municipality" in group:
        group["region"] = REGIONS[group["municipality"]]
    told = {count: row["notYetDue" if count == "not_yet_due" else count] for count in COUNTS}
    values: dict[str, Any] = {count: SUPPRESSED if one == "suppressed" else one for count, one in told.items()}
    values |= dict.fromkeys(("response_rate", "rate", "lower", "upper", "interval_low", "interval_high"))
    return PublishedRow(
        metric=f"registered:{row['metric']}",
        version=row["version"],
        group=group,
        suppressed=row["suppressed"],
        as_of=AS_OF,
        known_at=clock.now(),
        **values,
    )
