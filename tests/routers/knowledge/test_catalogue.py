"""The pages of the catalogue: found by what they are, read with what is known and what is not."""

import httpx
import pytest

from app.catalogue import catalogue
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.reader import PAGE

LIST = "/programme-catalogue"


def names_on(page: httpx.Response) -> set[str]:
    """The keys of the programmes that a page links to."""
    return {key for key in catalogue() if f'href="{LIST}/{key}"' in page.text}


async def test_it_shows_every_programme(coach: httpx.AsyncClient) -> None:
    page = await coach.get(LIST)
    assert names_on(page) == set(catalogue())
    assert "31 programmes of 31" in page.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kind=parallel", {"leerhuis-hoeksche-waard", "medtronic"}),
        ("intervention_type=mentoring", {"duo-for-a-job"}),
        ("country=FR", {"parcours-hope", "pietra"}),
        ("sector=P", {"ypps-amsterdam"}),
        ("evidence=4", {"stockholms-jobb"}),
        ("country=SE&evidence=5", {"valkommen-till-framtiden", "equal-entry", "jobbsok"}),
        ("country=&kind=&sector=I", {"leren-en-werken-utrecht", "beroepentuin-rotterdam"}),
    ],
)
async def test_filters_stand_in_the_address(coach: httpx.AsyncClient, asked: str, found: set[str]) -> None:
    assert names_on(await coach.get(f"{LIST}?{asked}")) == found


async def test_what_was_chosen_stays_chosen(coach: httpx.AsyncClient) -> None:
    page = (await coach.get(f"{LIST}?country=SE&evidence=5&sector=&kind=")).text
    assert '<option value="SE" selected>Sweden</option>' in page
    assert '<option value="5" selected>5: Drawn by lot</option>' in page


async def test_an_empty_list_says_what_to_do(coach: httpx.AsyncClient) -> None:
    page = await coach.get(f"{LIST}?country=FR&evidence=5")
    assert "No programme fits" in page.text
    assert "Choose fewer filters." in page.text


async def test_an_address_with_a_filter_that_cannot_be_is_no_page(coach: httpx.AsyncClient) -> None:
    assert (await coach.get(f"{LIST}?evidence=6")).status_code == 404


@pytest.mark.parametrize("key", list(catalogue()))
async def test_every_programme_has_its_page(coach: httpx.AsyncClient, key: str) -> None:
    page = await coach.get(f"{LIST}/{key}")
    assert page.status_code == 200
    assert catalogue()[key].summary.en.split("’")[0] in page.text


async def test_a_result_stands_with_its_comparison_metric_and_source(coach: httpx.AsyncClient) -> None:
    page = (await coach.get(f"{LIST}/valkommen-till-framtiden")).text
    assert "about 30%" in page
    assert "15% in the control group" in page
    assert "15 points difference" in page
    assert "Level 5 of 5 on the Maryland scale" in page
    assert "In paid work at the end" in (await coach.get(f"{LIST}/parcours-hope")).text


async def test_what_is_not_known_is_said(coach: httpx.AsyncClient) -> None:
    page = (await coach.get(f"{LIST}/vip2")).text
    assert "The sources publish no result." in page
    assert page.count("not known from the sources") > 5


async def test_requirements_are_sentences(coach: httpx.AsyncClient) -> None:
    page = (await coach.get(f"{LIST}/liander-en-stedin")).text
    assert "At least B1 in every language skill" in page
    assert "cannot be checked automatically" in page


async def test_a_dutch_reader_reads_dutch_also_in_the_sources(coach: httpx.AsyncClient) -> None:
    page = (await coach.get(f"{LIST}/medtronic", headers={"accept-language": "nl"})).text
    assert "SER 4, bouwsteen 4" in page
    assert "september 2019" in page
    assert "Een medisch-technisch bedrijf" in page


async def test_a_programme_that_is_not_there_is_not_found(coach: httpx.AsyncClient) -> None:
    assert (await coach.get(f"{LIST}/nothing")).status_code == 404


@pytest.mark.parametrize("role", [Role.EMPLOYER, Role.MUNICIPALITY, Role.COORDINATOR])
async def test_everybody_who_signed_in_reads_along(client: httpx.AsyncClient, make: Factory, role: Role) -> None:
    programme = await make.programme() if role is Role.COORDINATOR else None
    organisation = await make.organisation() if role is not Role.COORDINATOR else None
    account = await make.account(role, programme=programme, organisation=organisation)
    client.cookies.update(await make.signed_in(account))
    assert (await client.get(LIST, headers=PAGE)).status_code == 200


async def test_only_who_may_add_a_programme_is_offered_to_start_one(coach: httpx.AsyncClient) -> None:
    assert "Start a programme from this one" not in (await coach.get(f"{LIST}/pietra")).text
