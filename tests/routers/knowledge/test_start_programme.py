"""Starting a programme of one's own from one in the catalogue, and what is known of it afterwards."""

from datetime import date

import httpx
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import Programme
from app.models.programme import Phase
from app.models.programme_design import Evaluation, ReferenceFigure
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.reader import PAGE

START, END = date(2026, 1, 12), date(2026, 2, 27)
FORM = "/programme-catalogue/{key}/new-programme"


async def test_the_form_shows_what_is_taken_over(office: httpx.AsyncClient) -> None:
    page = (await office.get(FORM.format(key="voortraject-zorg"))).text
    assert "At least A2 in every language skill" in page
    assert "20 weeks" in page
    assert "104 weeks" in page
    assert 'value="Voortraject Leren en werken in de zorg"' in page


async def test_a_programme_starts_with_requirements_phases_and_norms(
    office: httpx.AsyncClient, session: AsyncSession, make: Factory
) -> None:
    school = await make.organisation(name="ROC Midden", roles=["education"])
    sent = {"name": "Maatjes naar werk", "lead_organisation_id": str(school.id)}
    answer = await office.post(FORM.format(key="duo-for-a-job"), data=sent)
    programme = (await session.scalars(select(Programme).where(Programme.name == "Maatjes naar werk"))).one()
    assert answer.headers["location"] == f"/programmes/{programme.id}/knowledge?started=yes"
    assert programme.catalogue_key == "duo-for-a-job"
    assert programme.lead_organisation_id == school.id
    assert (programme.contact_norm_days, programme.follow_up_months) == (7, [3, 6, 12, 24])
    (phase,) = [Phase.model_validate(one) for one in programme.phases]
    assert (phase.name, phase.planned_weeks, phase.contact_norm_days) == ("Mentoring", 26, 7)


async def test_its_page_leads_back_and_holds_the_result_as_a_reference(office: httpx.AsyncClient) -> None:
    started = await office.post(FORM.format(key="parcours-hope"), data={"name": "Wonen en werken"})
    page = (await office.get(started.headers["location"])).text
    assert "The programme is there" in page
    assert 'href="/programme-catalogue/parcours-hope"' in page
    assert "73 %" in page
    assert "In paid work at the end" in page
    assert "Nobody has studied this programme yet" in page


async def test_a_name_that_is_taken_is_refused_and_nothing_typed_is_lost(
    office: httpx.AsyncClient, make: Factory
) -> None:
    await make.programme(name="Samen aan het werk")
    page = await office.post(FORM.format(key="pietra"), data={"name": "Samen aan het werk"})
    assert page.status_code == 409
    assert "There is a programme of this name already." in page.text
    assert 'value="Samen aan het werk"' in page.text


async def test_a_programme_needs_a_name(office: httpx.AsyncClient) -> None:
    page = await office.post(FORM.format(key="pietra"), data={"name": ""})
    assert page.status_code == 400
    assert 'href="#start-name"' in page.text


async def test_a_coach_does_not_start_programmes(coach: httpx.AsyncClient) -> None:
    assert (await coach.get(FORM.format(key="pietra"))).status_code == 403
    assert (await coach.post(FORM.format(key="pietra"), data={"name": "Van mij"})).status_code == 403


async def test_a_programme_without_knowledge_says_what_to_do(client: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme()
    client.cookies.update(await make.signed_in(await make.account(Role.COORDINATOR, programme=programme)))
    page = await client.get(f"/programmes/{programme.id}/knowledge", headers=PAGE)
    assert "No elements yet" in page.text
    assert "No figures yet" in page.text


async def test_a_stranger_finds_no_knowledge_of_a_programme(coach: httpx.AsyncClient, make: Factory) -> None:
    other = await make.programme()
    assert (await coach.get(f"/programmes/{other.id}/knowledge")).status_code == 404


async def test_a_coordinator_reads_the_own_result_beside_that_of_the_example(
    client: httpx.AsyncClient, make: Factory
) -> None:
    figure = ReferenceFigure(what="Parcours HOPE", value=73, source="Risbo 3.1.2", metric="in_paid_work_at_end")
    programme = await make.programme(
        evaluation=Evaluation(reference_figures=[figure]).model_dump(mode="json", by_alias=True)
    )
    for _ in range(2):
        trajectory = await make.trajectory(programme, started_on=START, end_outcome="completed", ended_on=END)
        job = await make.placement(trajectory, starts_on=START)
        await make.observation(trajectory, job, observed_on=END)
    client.cookies.update(await make.signed_in(await make.account(Role.COORDINATOR, programme=programme)))
    page = (await client.get(f"/programmes/{programme.id}/knowledge", headers=PAGE)).text
    assert "100 % in paid work at the end (2 of 2; it is known of everyone" in page
    assert "<strong>73 %</strong>" in page
    assert "<strong>100 %</strong>" in page
    assert "a reference, not a control group" in page


async def test_the_team_finds_the_way_back_to_the_programme_and_a_municipality_no_closed_door(
    client: httpx.AsyncClient, make: Factory
) -> None:
    programme = await make.programme()
    city = await make.organisation(roles=["municipality"], municipality_code="GM0344")
    link = f'href="/programmes/{programme.id}"'
    for account, expected in (
        (await make.account(Role.COACH, programme=programme), True),
        (await make.account(Role.MUNICIPALITY, organisation=city, programme=programme), False),
    ):
        client.cookies.update(await make.signed_in(account))
        page = await client.get(f"/programmes/{programme.id}/knowledge", headers=PAGE)
        assert page.status_code == 200
        assert (link in page.text) is expected


async def test_a_coach_does_not_read_the_exact_result(client: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme()
    client.cookies.update(await make.signed_in(await make.account(Role.COACH, programme=programme)))
    page = await client.get(f"/programmes/{programme.id}/knowledge", headers=PAGE)
    assert "A coordinator of the programme reads the result here." in page.text
