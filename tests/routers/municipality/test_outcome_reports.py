"""Saved reports and editions, as a municipality keeps them on its pages."""

from datetime import timedelta

import httpx

from app import clock
from app.models import Programme
from app.rules.code_lists import Decision, Role
from tests.factories import Factory
from tests.routers.municipality.test_outcomes import UTRECHT

SAVED = {"title": "Voor de raad", "scope": UTRECHT, "reference_day": "day_itself"}


async def register(make: Factory, programme: Programme, many: int) -> None:
    """So many residents who were admitted more than a year ago, written down at this moment."""
    make.at = clock.now()
    day = clock.day_of(make.at) - timedelta(days=400)
    for _ in range(many):
        await make.trajectory(
            programme,
            registered_on=day,
            decision=Decision.ADMITTED,
            decided_on=day,
            started_on=None,
            municipality_code=UTRECHT,
        )


async def published(browser: httpx.AsyncClient) -> str:
    """The address of the first edition of a report that was just saved."""
    saved = await browser.post("/outcome-reports", data=SAVED)
    report = saved.headers["location"].partition("?")[0]
    edition = await browser.post(f"{report}/editions")
    return edition.headers["location"].partition("?")[0]


async def test_without_reports_the_page_says_what_to_do(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/outcome-reports")
    assert "No reports are saved yet" in page.text
    assert 'href="/outcome-reports/new"' in page.text
    assert "Saved reports" in (await browser.get("/outcomes")).text


async def test_a_report_is_saved_published_and_found_back(browser: httpx.AsyncClient) -> None:
    assert "Residents of" in (await browser.get("/outcome-reports/new")).text
    edition = await published(browser)
    assert edition.endswith("/editions/1")
    page = await browser.get(f"{edition}?done=published")
    assert "The edition is published." in page.text
    assert "Nothing. The same report about the same day" in page.text
    listed = await browser.get("/outcome-reports")
    assert "Voor de raad" in listed.text
    assert edition in listed.text
    file = await browser.get(f"{edition}/content")
    assert file.headers["content-disposition"].startswith('attachment; filename="edition-1-')
    assert file.headers["etag"].strip('"') in page.text


async def test_the_edition_stays_and_the_page_tells_what_changed(browser: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme()
    await register(make, programme, 20)
    edition = await published(browser)
    await register(make, programme, 15)
    page = await browser.get(edition)
    since, _, then = page.text.partition("What changed since")[2].partition("</section>")
    assert "20" in since
    assert "<strong>35</strong>" in since
    assert "<strong>35</strong>" not in then


async def test_an_edition_split_by_two_things_keeps_rows_columns_and_totals(
    browser: httpx.AsyncClient, make: Factory
) -> None:
    programme = await make.programme()
    await register(make, programme, 20)
    two = {**SAVED, "group_by": "gender", "and_by": "education"}
    report = (await browser.post("/outcome-reports", data=two)).headers["location"].partition("?")[0]
    page = await browser.get(report)
    assert "Gender, Education" in page.text
    assert "group=gender&amp;and_by=education" in page.text
    edition = (await browser.post(f"{report}/editions")).headers["location"].partition("?")[0]
    content = (await browser.get(f"{edition}/content")).json()
    assert (content["report"]["groupBy"], content["report"]["andBy"]) == ("gender", "education")
    groups = [one["group"] for one in content["results"] if one["metric"] == "admitted"]
    nobody_knows = {"gender": None, "education": None}
    assert groups == [{}, {"education": None}, {"gender": None}, nobody_knows]
    await register(make, programme, 15)
    told = (await browser.get(edition)).text
    assert "Education: Unknown" in told.partition("What changed since")[2].partition("</section>")[0]
    assert "In the rows: Gender. In the columns: Education." in told


async def test_two_things_that_say_nearly_the_same_are_not_saved_together(browser: httpx.AsyncClient) -> None:
    same = {**SAVED, "group_by": "cohort", "and_by": "start_year"}
    refused = await browser.post("/outcome-reports", data=same)
    assert "And by: These two say nearly the same of people." in refused.text
    report = (await browser.post("/outcome-reports", data=SAVED)).headers["location"].partition("?")[0]
    refused = await browser.post(f"{report}/changes", data={**SAVED, "and_by": "gender", "version": "1"})
    assert "And by: First choose what to split by." in refused.text


async def test_a_change_of_a_few_people_is_not_told(browser: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme()
    await register(make, programme, 20)
    edition = await published(browser)
    await register(make, programme, 3)
    page = await browser.get(edition)
    assert "something changed for fewer people than may be told about" in page.text
    assert "<strong>25</strong>" not in page.text


async def test_a_report_is_changed_and_what_was_published_stays(browser: httpx.AsyncClient) -> None:
    edition = await published(browser)
    report = edition.partition("/editions")[0]
    before = (await browser.get(f"{edition}/content")).content
    change = {"title": "Voor de wethouder", "group_by": "gender", "reference_day": "last_year", "version": "1"}
    changed = await browser.post(f"{report}/changes", data=change)
    assert changed.status_code == 303
    page = await browser.get(report)
    assert "Voor de wethouder" in page.text
    assert "Gender" in page.text
    assert (await browser.get(f"{edition}/content")).content == before


async def test_nothing_typed_is_lost_when_a_report_cannot_be_saved(browser: httpx.AsyncClient) -> None:
    refused = await browser.post(
        "/outcome-reports", data={**SAVED, "title": "", "metrics": ["retention_6_months_in_work"]}
    )
    assert refused.status_code == 400
    assert "Name of the report: Fill this in." in refused.text
    assert 'value="retention_6_months_in_work" checked' in refused.text
    elsewhere = await browser.post("/outcome-reports", data={**SAVED, "scope": "GM0363"})
    assert "About whom: Choose one of the answers." in elsewhere.text


async def test_a_report_of_which_nothing_was_published_is_taken_away(browser: httpx.AsyncClient) -> None:
    report = (await browser.post("/outcome-reports", data=SAVED)).headers["location"].partition("?")[0]
    gone = await browser.post(f"{report}/removal", data={"version": "1"})
    assert gone.headers["location"] == "/outcome-reports?done=removed"
    assert (await browser.get(report)).status_code == 404


async def test_another_municipality_finds_nothing(browser: httpx.AsyncClient, make: Factory) -> None:
    edition = await published(browser)
    other = await make.organisation(roles=["municipality"], municipality_code="GM0363")
    browser.cookies.update(await make.signed_in(await make.account(Role.MUNICIPALITY, organisation=other)))
    report = edition.partition("/editions")[0]
    for address in (report, f"{report}/change", edition, f"{edition}/content"):
        assert (await browser.get(address)).status_code == 404


async def test_an_edition_can_be_about_another_day_and_one_to_come_is_explained(browser: httpx.AsyncClient) -> None:
    saved = await browser.post("/outcome-reports", data=SAVED)
    report = saved.headers["location"].partition("?")[0]
    refused = await browser.post(f"{report}/editions", data={"as_of": "2199-01-01"})
    assert refused.status_code == 400
    assert "This day is still to come." in refused.text
    edition = await browser.post(f"{report}/editions", data={"as_of": "2025-06-30"})
    assert "30 June 2025" in (await browser.get(edition.headers["location"])).text


async def test_who_was_let_into_one_programme_keeps_own_reports_about_it(
    client: httpx.AsyncClient, make: Factory
) -> None:
    """And changes nothing about those of the programme itself."""
    programme = await make.programme(name="Leren en werken")
    city = await make.organisation(name="Gemeente Utrecht", roles=["municipality"], municipality_code=UTRECHT)
    guest = await make.account(Role.MUNICIPALITY, programme=programme, organisation=city)
    coordinator = await make.account(Role.COORDINATOR, programme=programme)
    about = {**SAVED, "scope": str(programme.id)}
    client.headers.update({"accept": "text/html", "accept-language": "en"})
    client.cookies.update(await make.signed_in(coordinator))
    theirs = (await client.post("/outcome-reports", data=about)).headers["location"].partition("?")[0]
    client.cookies.update(await make.signed_in(guest))
    own = (await client.post("/outcome-reports", data=about)).headers["location"].partition("?")[0]
    assert (await client.post(f"{own}/editions")).headers["location"].endswith("/editions/1?done=published")
    assert (await client.post(f"{theirs}/editions")).status_code == 403
    assert (await client.get(f"{theirs}/change")).status_code == 403
    page = (await client.get(theirs)).text
    assert "See the numbers of today" in page
    assert "Publish an edition" not in page
