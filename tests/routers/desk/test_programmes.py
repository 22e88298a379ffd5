"""The programmes, one of them on a page, and the forms with which it is changed."""

import re
from datetime import date
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import AuditEvent, Organisation, Programme, ProgrammeFunding, ProgrammePartner
from app.rules.code_lists import Role
from tests.conftest import Statements
from tests.factories import TODAY, Factory
from tests.routers.reader import PAGE, reads_pages

CHOSEN = r'<select [^>]*?name="([^"]+)"(?:(?!</select>).)*?<option value="([^"]*)" selected'
PHASES: list[dict[str, Any]] = [
    {"name": "Language", "plannedWeeks": 8, "contactNormDays": 14, "caseloadWeight": 1},
    {"name": "Work", "plannedWeeks": 30, "contactNormDays": None, "caseloadWeight": 1},
]


async def now(session: AsyncSession, programme: Programme) -> Programme:
    """The programme as it is recorded now."""
    return (
        await session.scalars(
            select(Programme).execution_options(populate_existing=True).where(Programme.id == programme.id)
        )
    ).one()


def form_values(page: httpx.Response) -> dict[str, str]:
    """What stands in the boxes of the form of a part."""
    form = page.text.partition('<form class="form surface"')[2]
    boxes = dict(re.findall(r'<input [^>]*?name="([^"]+)"[^>]*? value="([^"]*)"', form))
    chosen = re.findall(
        r'<select [^>]*?name="([^"]+)"(?:(?!</select>).)*?<option value="([^"]*)" selected', form, re.DOTALL
    )
    areas = re.findall(r'<textarea [^>]*?name="([^"]+)"[^>]*>([^<]*)</textarea>', form)
    return {name: value for name, value in {**boxes, **dict(chosen), **dict(areas)}.items() if "remove-" not in name}


async def test_the_list_tells_how_many_people_and_places_there_are(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    cohort = await make.cohort(programme, capacity=12)
    for state in ("active", "aftercare", "waiting", "declined"):
        await make.trajectory(programme, cohort_id=cohort.id, state=state)
    page = await desk.get("/programmes")
    assert "Leren en werken" in page.text
    assert "2 people in guidance" in page.text
    assert "2 of 12 places taken" in page.text
    assert "one person on the waiting list" in page.text


async def test_a_stranger_finds_no_programme(desk: httpx.AsyncClient, make: Factory) -> None:
    elsewhere = await make.programme(name="Ergens anders")
    assert "Ergens anders" not in (await desk.get("/programmes")).text
    for path in ("", "/change/phases", "/partners", "/funding"):
        assert (await desk.get(f"/programmes/{elsewhere.id}{path}")).status_code == 404, path


async def test_an_administrator_sees_every_programme_but_not_how_many_people_it_has(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await make.trajectory(programme)
    client.cookies.update(await make.signed_in(await make.account(Role.ADMINISTRATOR)))
    listed = await client.get("/programmes", headers=PAGE)
    assert "Leren en werken" in listed.text
    assert "in guidance" not in listed.text
    page = await client.get(f"/programmes/{programme.id}", headers=PAGE)
    assert "/change/phases" in page.text
    assert "People and places" not in page.text


async def test_without_a_programme_the_list_says_what_to_do(client: httpx.AsyncClient, make: Factory) -> None:
    client.cookies.update(await make.signed_in(await make.account(Role.ADMINISTRATOR)))
    page = await client.get("/programmes", headers=PAGE)
    assert "Add the first programme." in page.text


async def test_the_page_and_the_list_take_one_statement_each(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, statements: Statements
) -> None:
    await make.partner(programme)
    await make.funding(programme)
    for path in ("/programmes", f"/programmes/{programme.id}"):
        statements.clear()
        assert (await desk.get(path)).status_code == 200
        assert len(statements) == 1


async def test_a_coach_reads_the_programme_and_changes_nothing(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    partner, funding = await make.partner(programme), await make.funding(programme)
    client.cookies.update(await make.signed_in(await make.account(Role.COACH, programme=programme)))
    page = await client.get(f"/programmes/{programme.id}", headers=PAGE)
    assert page.status_code == 200
    assert "/change/" not in page.text
    for path in (
        f"/programmes/{programme.id}/change/about",
        f"/programmes/{programme.id}/partners",
        f"/programmes/{programme.id}/funding",
        f"/programme-partners/{partner.id}",
        f"/programme-funding/{funding.id}",
    ):
        assert (await client.get(path, headers=PAGE)).status_code == 403, path
    sent = {"version": "1", "name-0": "Mine"}
    answer = await client.post(f"/programmes/{programme.id}/change/phases", data=sent, headers=PAGE)
    assert answer.status_code == 403


async def test_phases_are_shown_with_the_weeks_in_which_they_fall(
    desk: httpx.AsyncClient, make: Factory, coordinator: Any
) -> None:
    programme = await make.programme(phases=PHASES, contact_norm_days=21)
    await make.membership(coordinator, Role.COORDINATOR, programme)
    page = await desk.get(f"/programmes/{programme.id}")
    assert "week 9 to 38" in page.text
    assert "contact at least every 14 days" in page.text
    assert "contact at least every 21 days" in page.text


async def test_a_phase_is_added_and_another_moved_up(
    desk: httpx.AsyncClient, programme: Programme, session: AsyncSession
) -> None:
    address = f"/programmes/{programme.id}/change/phases"
    first = {"version": "1", "name-0": "Work", "planned_weeks-0": "30", "more": "yes"}
    with_two = await desk.post(address, data=first)
    assert (await now(session, programme)).phases == []
    sent = {**form_values(with_two), "name-1": "Language", "planned_weeks-1": "8"}
    moved = form_values(await desk.post(address, data={**sent, "up": "1"}))
    assert (moved["name-0"], moved["planned_weeks-0"], moved["name-1"]) == ("Language", "8", "Work")
    answer = await desk.post(address, data=moved)
    assert answer.status_code == 303
    kept = (await now(session, programme)).model_dump()["phases"]
    assert [(phase["name"], phase["plannedWeeks"]) for phase in kept] == [("Language", 8), ("Work", 30)]
    assert "The change has been recorded." in (await desk.get(answer.headers["location"])).text


async def test_funding_follows_a_phase_to_its_new_name(
    desk: httpx.AsyncClient, make: Factory, coordinator: Any, session: AsyncSession
) -> None:
    programme = await make.programme(phases=PHASES)
    await make.membership(coordinator, Role.COORDINATOR, programme)
    funding = await make.funding(programme, phases=["Language"])
    address = f"/programmes/{programme.id}/change/phases"
    sent = {**form_values(await desk.get(address)), "name-0": "Dutch first"}
    assert (await desk.post(address, data=sent)).status_code == 303
    await session.refresh(await session.merge(funding))
    assert (await session.get_one(ProgrammeFunding, funding.id)).phases == ["Dutch first"]


async def test_people_follow_a_phase_to_its_new_name(
    desk: httpx.AsyncClient, make: Factory, coordinator: Any, session: AsyncSession
) -> None:
    programme = await make.programme(phases=PHASES, contact_norm_days=21)
    await make.membership(coordinator, Role.COORDINATOR, programme)
    person, other = [await make.trajectory(programme, phase=phase, phase_since=TODAY) for phase in ("Language", "Work")]
    address = f"/programmes/{programme.id}/change/phases"
    sent = {**form_values(await desk.get(address)), "name-0": "Work", "name-1": "Language"}
    assert (await desk.post(address, data=sent)).status_code == 303
    found = await session.execute(text("select id, phase, contact_norm_days from trajectory"))
    now_in = {row.id: (row.phase, row.contact_norm_days) for row in found}
    assert (now_in[person.id], now_in[other.id]) == (("Work", 14), ("Language", 21))


async def test_a_phase_with_people_in_it_is_not_taken_away(
    desk: httpx.AsyncClient, make: Factory, coordinator: Any
) -> None:
    programme = await make.programme(phases=PHASES)
    await make.membership(coordinator, Role.COORDINATOR, programme)
    await make.trajectory(programme, phase="Language", phase_since=TODAY)
    address = f"/programmes/{programme.id}/change/phases"
    page = await desk.post(address, data={**form_values(await desk.get(address)), "remove-0": "yes"})
    assert page.status_code == 400
    assert "There are people in the phase “Language”." in page.text


async def test_an_administrator_leaves_the_names_of_phases_to_those_who_see_the_people_in_them(
    client: httpx.AsyncClient, make: Factory
) -> None:
    programme = await make.programme(phases=PHASES)
    await reads_pages(client, make, await make.account(Role.ADMINISTRATOR))
    address = f"/programmes/{programme.id}/change/phases"
    values = form_values(await client.get(address))
    page = await client.post(address, data={**values, "name-0": "Dutch first"})
    assert page.status_code == 400
    assert "Ask a coordinator of the programme to give it its new name." in page.text
    assert (await client.post(address, data={**values, "planned_weeks-0": "9"})).status_code == 303


async def test_a_phase_that_somebody_pays_for_is_not_taken_away(
    desk: httpx.AsyncClient, make: Factory, coordinator: Any
) -> None:
    programme = await make.programme(phases=PHASES)
    await make.membership(coordinator, Role.COORDINATOR, programme)
    await make.funding(programme, phases=["Language"])
    address = f"/programmes/{programme.id}/change/phases"
    page = await desk.post(address, data={**form_values(await desk.get(address)), "remove-0": "yes"})
    assert page.status_code == 400
    assert "There is funding for the phase “Language”." in page.text


async def test_what_is_not_right_is_said_at_its_row_and_nothing_typed_is_lost(
    desk: httpx.AsyncClient, programme: Programme
) -> None:
    sent = {"version": "1", "name-0": "Language", "planned_weeks-0": "a few", "name-1": "", "planned_weeks-1": "4"}
    page = await desk.post(f"/programmes/{programme.id}/change/phases", data=sent)
    assert page.status_code == 400
    assert 'href="#part-planned_weeks-0"' in page.text
    assert 'href="#part-name-1"' in page.text
    assert form_values(page)["planned_weeks-0"] == "a few"


async def test_two_phases_of_one_name_are_refused(desk: httpx.AsyncClient, programme: Programme) -> None:
    sent = {"version": "1", "name-0": "Language", "name-1": "language"}
    page = await desk.post(f"/programmes/{programme.id}/change/phases", data=sent)
    assert page.status_code == 400
    assert "Give each phase a name of its own." in page.text


async def test_what_the_programme_is_comes_back_as_it_was_filled_in(
    desk: httpx.AsyncClient, programme: Programme, session: AsyncSession
) -> None:
    address = f"/programmes/{programme.id}/change/about"
    sent = {
        "version": "1",
        "name": "Leren en werken",
        "kind": "bridging",
        "target_groups": "Status holders\n\n Mothers of young children ",
        "sectors": ["C", "H"],
        "target_occupations": "53, 911",
        "job_guarantee": "no",
        "follow_up_months": "3, 12",
        "contact_norm_days": "14",
        "caseload_norm": "",
    }
    assert (await desk.post(address, data=sent)).status_code == 303
    kept = await now(session, programme)
    assert kept.target_groups == ["Status holders", "Mothers of young children"]
    assert (kept.sectors, kept.target_occupations, kept.follow_up_months) == (["C", "H"], ["53", "911"], [3, 12])
    assert (kept.kind, kept.job_guarantee, kept.caseload_norm) == ("bridging", False, None)
    unknown = {**sent, "version": "2", "kind": "", "job_guarantee": ""}
    await desk.post(address, data=unknown)
    assert ((await now(session, programme)).kind, (await now(session, programme)).job_guarantee) == (None, None)


async def test_a_name_that_is_emptied_is_asked_for(desk: httpx.AsyncClient, programme: Programme) -> None:
    sent = {"version": "1", "name": " ", "follow_up_months": "", "contact_norm_days": "14"}
    page = await desk.post(f"/programmes/{programme.id}/change/about", data=sent)
    assert page.status_code == 400
    assert re.findall(r'href="#part-(\w+)"', page.text) == ["name", "follow_up_months"]


async def test_a_change_by_somebody_else_is_shown_and_not_overwritten(
    desk: httpx.AsyncClient, programme: Programme, session: AsyncSession
) -> None:
    address = f"/programmes/{programme.id}/change/phases"
    await desk.post(address, data={"version": "1", "name-0": "Theirs"})
    page = await desk.post(address, data={"version": "1", "name-0": "Mine"})
    assert page.status_code == 412
    assert "What is recorded now" in page.text
    assert "Theirs" in page.text
    assert form_values(page)["name-0"] == "Mine"
    assert [phase["name"] for phase in (await now(session, programme)).model_dump()["phases"]] == ["Theirs"]
    assert (await desk.post(address, data=form_values(page))).status_code == 303


async def test_an_evaluation_with_its_figures_is_shown_as_recorded(
    desk: httpx.AsyncClient, programme: Programme
) -> None:
    sent = {
        "version": "1",
        "maryland_level": "3",
        "comparison": "The waiting list",
        "what-0": "In work after a year",
        "value-0": "29,1",
        "year-0": "2020",
        "source-0": "Divosa 2021",
        "metric-0": "in_paid_work_at_end",
    }
    answer = await desk.post(f"/programmes/{programme.id}/change/evaluation", data=sent)
    assert answer.status_code == 303
    page = (await desk.get(answer.headers["location"])).text
    assert "3: Beside another group" in page
    assert re.search(r"29\.1 %", page)
    assert "Divosa 2021" in page
    filled_in = form_values(await desk.get(f"/programmes/{programme.id}/change/evaluation"))
    assert (filled_in["value-0"], filled_in["metric-0"]) == ("29.1", "in_paid_work_at_end")


async def test_of_a_criterion_that_nobody_looked_at_it_says_unknown(
    desk: httpx.AsyncClient, programme: Programme, session: AsyncSession
) -> None:
    sent = {"version": "1", "state-1": "in_progress", "note-1": "Until 2027.", "note-3": "Ask the municipality."}
    await desk.post(f"/programmes/{programme.id}/change/scaling", data=sent)
    assert (await now(session, programme)).model_dump()["scaling_criteria"] == [
        {"criterion": "funding", "state": "in_progress", "note": "Until 2027."},
        {"criterion": "law_and_regulation", "state": None, "note": "Ask the municipality."},
    ]
    part = (await desk.get(f"/programmes/{programme.id}")).text.partition('id="scaling"')[2]
    assert part.count("unknown") == 5


async def test_an_element_needs_the_sentence_that_says_how(desk: httpx.AsyncClient, programme: Programme) -> None:
    address = f"/programmes/{programme.id}/change/elements"
    page = await desk.post(address, data={"version": "1", "element-0": "intensive_coaching"})
    assert page.status_code == 400
    assert 'href="#part-sentence-0"' in page.text
    said = {"version": "1", "element-0": "intensive_coaching", "sentence-0": "Somebody calls every week."}
    assert (await desk.post(address, data=said)).status_code == 303
    assert "Somebody calls every week." in (await desk.get(f"/programmes/{programme.id}")).text


async def test_a_partner_is_added_changed_and_taken_away(
    desk: httpx.AsyncClient, programme: Programme, session: AsyncSession
) -> None:
    sent = {"organisation": "Taalhuis De Brug", "role": "language", "task": "Two mornings a week"}
    answer = await desk.post(f"/programmes/{programme.id}/partners", data=sent)
    assert answer.status_code == 303
    assert "Taalhuis De Brug" in (await desk.get(answer.headers["location"])).text
    partner = (await session.scalars(select(ProgrammePartner))).one()
    school = (await session.scalars(select(Organisation).where(Organisation.id == partner.organisation_id))).one()
    assert school.roles == ["language_school"]
    again = await desk.post(f"/programmes/{programme.id}/partners", data={**sent, "organisation": "taalhuis de brug"})
    assert again.status_code == 400
    assert "This organisation does this in the programme already." in again.text
    changed = {"version": "1", "role": "vocational_training", "task": ""}
    assert (await desk.post(f"/programme-partners/{partner.id}/changes", data=changed)).status_code == 303
    await session.refresh(partner)
    assert (partner.role, partner.task) == ("vocational_training", None)
    stale = await desk.post(f"/programme-partners/{partner.id}/removal", data={"version": "1"})
    assert stale.status_code == 412
    assert (await desk.post(f"/programme-partners/{partner.id}/removal", data={"version": "2"})).status_code == 303
    assert (await session.scalars(select(ProgrammePartner))).all() == []
    of_partners = select(AuditEvent).where(AuditEvent.object_type == "programme_partner").order_by(col(AuditEvent.at))
    told = (await session.scalars(of_partners)).all()
    assert [event.action for event in told] == ["add", "change", "remove"]
    assert all("mornings" not in str(event.changes) for event in told)


async def test_funding_is_added_changed_and_taken_away(
    desk: httpx.AsyncClient, make: Factory, coordinator: Any, session: AsyncSession
) -> None:
    programme = await make.programme(phases=PHASES)
    await make.membership(coordinator, Role.COORDINATOR, programme)
    address = f"/programmes/{programme.id}/funding"
    sent = {
        "source": "ESF+",
        "organisation": "Fonds Meedoen",
        "amount": "1250,50",
        "starts_on": "2026-01-01",
        "ends_on": "2025-12-31",
        "phases": "Work",
    }
    refused = await desk.post(address, data=sent)
    assert refused.status_code == 400
    assert 'href="#funding-ends_on"' in refused.text
    assert (await desk.post(address, data={**sent, "ends_on": "2027-12-31"})).status_code == 303
    funding = (await session.scalars(select(ProgrammeFunding))).one()
    assert (funding.amount, funding.ends_on, funding.phases) == (1250.5, date(2027, 12, 31), ["Work"])
    form = await desk.get(f"/programme-funding/{funding.id}")
    assert 'value="Fonds Meedoen"' in form.text
    emptied = {"version": "1", "source": "ESF+"}
    assert (await desk.post(f"/programme-funding/{funding.id}/changes", data=emptied)).status_code == 303
    await session.refresh(funding)
    assert (funding.amount, funding.starts_on, funding.organisation_id, funding.phases) == (None, None, None, [])
    assert (await desk.post(f"/programme-funding/{funding.id}/removal", data={"version": "2"})).status_code == 303
    assert (await session.scalars(select(ProgrammeFunding))).all() == []


@pytest.mark.parametrize("role", [Role.EMPLOYER, Role.MUNICIPALITY])
async def test_a_partner_reads_who_does_what_and_never_the_money(
    client: httpx.AsyncClient, make: Factory, programme: Programme, role: Role
) -> None:
    own = await make.organisation(name="Onze organisatie")
    client.cookies.update(await make.signed_in(await make.account(role, organisation=own)))
    assert "No programme yet" in (await client.get("/who-does-what", headers=PAGE)).text
    await make.partner(programme, own, role="referral", task="We refer people.")
    await make.partner(programme, await make.organisation(name="Taalhuis De Brug"))
    await make.funding(programme, source="Fonds Meedoen")
    page = await client.get("/who-does-what", headers=PAGE)
    assert 'href="/who-does-what" aria-current="page"' in page.text
    for told in ("Leren en werken", "Onze organisatie", "We refer people.", "Taalhuis De Brug", "Lead organisation"):
        assert told in page.text
    assert "Fonds Meedoen" not in page.text
    assert (await client.get(f"/programmes/{programme.id}", headers=PAGE)).status_code == 403


async def test_the_team_does_not_read_the_page_of_partners(desk: httpx.AsyncClient) -> None:
    assert (await desk.get("/who-does-what")).status_code == 403
