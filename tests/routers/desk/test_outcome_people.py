"""The coordinator looks behind a number: who counts, and why."""

import csv
from datetime import date
from html import unescape
from io import StringIO
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import AuditEvent, Programme
from app.rules.code_lists import Contract, EndOutcome, EvidenceSource, Gender, Role, TrajectoryEndReason
from tests.factories import Factory

IN_WORK = "retention_6_months_in_work"
STARTED: dict[str, Any] = {"registered_on": date(2025, 1, 6), "started_on": date(2025, 2, 3)}


async def placed(make: Factory, programme: Programme, last_name: str, *, in_work: bool | None, **profile: Any) -> None:
    """Somebody placed on 3 March 2025, of whom the employer said six months later whether the job went on."""
    person = await make.participant(programme, first_name="Noor", last_name=last_name, profile=profile)
    trajectory = await make.trajectory(programme, participant=person, **STARTED)
    job = await make.placement(trajectory, starts_on=date(2025, 3, 3))
    if in_work is not None:
        await make.observation(
            trajectory, job, observed_on=date(2025, 9, 3), in_paid_work=in_work, source=EvidenceSource.EMPLOYER
        )


def people(answer: httpx.Response) -> dict[str, tuple[str, str]]:
    return {row["name"]: (row["state"], row["reason"]) for row in csv.DictReader(StringIO(answer.text))}


async def test_everyone_in_the_cohort_is_there_with_the_reason(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await placed(make, programme, "Yes", in_work=True)
    await placed(make, programme, "No", in_work=False)
    await placed(make, programme, "Silent", in_work=None)

    table = await desk.get(f"/programme-outcomes/people/table?metric={IN_WORK}")
    page = await desk.get(f"/programme-outcomes/people?metric={IN_WORK}")

    assert people(table) == {
        "Noor Yes": ("yes", "at_work"),
        "Noor No": ("no", "out_of_work"),
        "Noor Silent": ("unanswered", "nothing_proves"),
    }
    assert "not-for-publication" in table.headers["content-disposition"]
    assert "3 September 2025: said not to be in paid work (Employer)" in page.text
    assert "Proven to be at work on the day that counts" in page.text


async def test_the_report_leads_to_the_people_of_each_group(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await placed(make, programme, "A", in_work=True, gender=Gender.FEMALE)
    await placed(make, programme, "B", in_work=True)

    report = (await desk.get("/programme-outcomes?group=gender")).text
    links = [part.split('"')[0].replace("&amp;", "&") for part in report.split('href="')[1:]]
    here = [link for link in links if link.startswith("/programme-outcomes/people?") and IN_WORK in link]
    found = [people(await desk.get(link.replace("people?", "people/table?"))) for link in here]

    assert [sorted(one) for one in found] == [["Noor A", "Noor B"], ["Noor A"], ["Noor B"]]


@pytest.mark.parametrize(
    ("page", "metric", "reason", "told"),
    [
        ("standards", "esf_eecr04_employed_on_leaving", "recorded_yes", "last end in the programme"),
        (
            "job-quality",
            "first_job_contract_is_fixed_term",
            "recorded_yes",
            "Fixed term, 24 hours per week, skill level 1",
        ),
        ("guidance", "dropped_out", "recorded_yes", "reason: Housing"),
    ],
)
async def test_what_only_the_team_asks_has_its_people_too(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, page: str, metric: str, reason: str, told: str
) -> None:
    person = await make.participant(programme, first_name="Noor", last_name="Away")
    ended: dict[str, Any] = {"ended_on": date(2025, 9, 1), "end_outcome": EndOutcome.DROPPED_OUT}
    trajectory = await make.trajectory(
        programme, participant=person, **STARTED, **ended, end_reason=TrajectoryEndReason.HOUSING
    )
    job = await make.placement(
        trajectory, starts_on=date(2025, 3, 3), contract=Contract.FIXED_TERM, hours=24, occupation="9112"
    )
    await make.observation(trajectory, job, observed_on=date(2025, 9, 29), in_paid_work=True)

    shown = (await desk.get(f"/programme-outcomes/{page}")).text
    (link,) = {part.split('"')[0] for part in shown.split('href="') if f"metric={metric}" in part.split('"')[0]}
    behind = await desk.get(unescape(link))
    table = await desk.get(unescape(link).replace("people?", "people/table?"))

    assert f'href="/programme-outcomes/{page}?' in behind.text
    assert people(table)["Noor Away"][1] == reason
    assert told in next(csv.DictReader(StringIO(table.text)))["evidence"]


async def test_the_people_of_a_group_of_two_things_and_of_its_totals_are_found(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await placed(make, programme, "A", in_work=True, gender=Gender.FEMALE, education=3)
    await placed(make, programme, "B", in_work=True, gender=Gender.FEMALE)
    asked = f"/programme-outcomes/people/table?group=gender&and_by=education&metric={IN_WORK}&within=gender:female"
    assert people(await desk.get(asked)).keys() == {"Noor A", "Noor B"}
    assert people(await desk.get(f"{asked}&within=education:")).keys() == {"Noor B"}


async def test_one_reason_can_be_chosen(desk: httpx.AsyncClient, make: Factory, programme: Programme) -> None:
    await placed(make, programme, "Yes", in_work=True)
    await placed(make, programme, "Silent", in_work=None)
    page = await desk.get(f"/programme-outcomes/people?metric={IN_WORK}&state=unanswered&reason=nothing_proves")
    assert "Noor Silent" in page.text
    assert "Noor Yes" not in page.text


async def test_a_number_about_nobody_says_what_to_do(desk: httpx.AsyncClient, programme: Programme) -> None:
    page = await desk.get(f"/programme-outcomes/people?metric={IN_WORK}")
    assert "Choose a later day, or another group." in page.text


async def test_a_metric_that_is_not_there_is_not_found(desk: httpx.AsyncClient, programme: Programme) -> None:
    assert (await desk.get("/programme-outcomes/people?metric=nonsense")).status_code == 404


async def test_a_day_to_come_is_explained(desk: httpx.AsyncClient, programme: Programme) -> None:
    page = await desk.get("/programme-outcomes/people?day=2999-01-01")
    assert page.status_code == 400
    assert "This day is still to come." in page.text


@pytest.mark.parametrize("role", [Role.MUNICIPALITY, Role.COACH, Role.EMPLOYER, Role.ADMINISTRATOR])
@pytest.mark.parametrize("path", ["", "/table"])
async def test_only_a_coordinator_looks_behind_a_number(
    client: httpx.AsyncClient, make: Factory, programme: Programme, role: Role, path: str
) -> None:
    await placed(make, programme, "Hidden", in_work=True)
    about = {} if role in (Role.EMPLOYER, Role.ADMINISTRATOR) else {"programme": programme}
    place = await make.organisation(roles=["municipality", "employer"], municipality_code="GM0344")
    where = {"organisation": place} if role in (Role.MUNICIPALITY, Role.EMPLOYER) else {}
    client.cookies.update(await make.signed_in(await make.account(role, **about, **where)))
    answer = await client.get(f"/programme-outcomes/people{path}?metric={IN_WORK}")
    assert answer.status_code == 403
    assert "Hidden" not in answer.text


async def test_people_of_another_programme_are_not_there(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    other = await make.programme(name="Van iemand anders")
    await placed(make, other, "Hidden", in_work=True)
    for path in ("", "/table"):
        answer = await desk.get(f"/programme-outcomes/people{path}?metric={IN_WORK}&scope={quote(str(other.id))}")
        assert answer.status_code == 400
        assert "Hidden" not in answer.text


async def test_looking_behind_a_number_is_in_the_log_without_names(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme
) -> None:
    await placed(make, programme, "Yes", in_work=True)
    await desk.get(f"/programme-outcomes/people?metric={IN_WORK}")
    (event,) = (
        await session.scalars(select(AuditEvent).where(AuditEvent.action == "read people behind outcomes"))
    ).all()
    assert event.programme_id == programme.id
    assert event.changes["metrics"] == [None, [f"{IN_WORK} 1"]]
    assert "Noor" not in str(event.changes)
