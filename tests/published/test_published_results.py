"""A cohort that is built to a published result gives that result back."""

from __future__ import annotations

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.demo.published.all_results import RESULTS
from app.demo.published.manual import MANUAL, difference, manual
from app.demo.published.reproduce import contrasts_of, figures_of, make_up_result
from app.demo.published.result import PublishedResult
from app.demo.published.told import points
from app.errors import Conflict
from tests.factories import Factory

HOPE = RESULTS["parcours-hope"]


async def assert_comes_back(session: AsyncSession, by: Actor, result: PublishedResult) -> None:
    """The engine gives the published percentages, on the very people that docs/published-results.md names."""
    await make_up_result(session, by=by, result=result)
    reproduced = await figures_of(session, by=by, result=result)

    assert [one.figure.says for one in reproduced] == [one.says for one in result.figures]
    for one in reproduced:
        assert {(row.yes, row.no) for row in one.rows} == {(one.figure.yes, one.figure.known - one.figure.yes)}
        places = 0 if one.figure.percent == int(one.figure.percent) else 1
        assert [round(100 * (row.rate or 0), places) for row in one.rows] == [one.figure.percent] * len(one.rows)
    compared = {one.contrast.says: one.compared for one in contrasts_of(result, reproduced)}
    told = {
        says: f"{points(one.difference)} points (95 %: {points(one.low)} to {points(one.high)})"
        for says, one in compared.items()
    }
    assert told == {one.says: difference(one) for one in result.contrasts}


async def test_hope_has_73_percent_in_a_job_at_the_end_and_56_percent_half_a_year_later(
    session: AsyncSession, operator: Actor
) -> None:
    await assert_comes_back(session, operator, HOPE)


async def test_duo_for_a_job_has_more_than_70_percent_in_work_or_learning_and_half_with_a_contract_of_three_months(
    session: AsyncSession, operator: Actor
) -> None:
    await assert_comes_back(session, operator, RESULTS["duo-for-a-job"])


async def test_equal_entry_is_ten_points_above_its_control_group_for_women_and_for_men(
    session: AsyncSession, operator: Actor
) -> None:
    await assert_comes_back(session, operator, RESULTS["equal-entry"])


async def test_pietra_has_57_percent_of_219_people_in_a_job_at_the_end(session: AsyncSession, operator: Actor) -> None:
    await assert_comes_back(session, operator, RESULTS["pietra"])


async def test_valkommen_has_30_percent_in_work_each_month_against_15_percent_of_the_control_group(
    session: AsyncSession, operator: Actor
) -> None:
    result = RESULTS["valkommen-till-framtiden"]
    assert {len(one.metrics) for one in result.figures} == {24}

    await assert_comes_back(session, operator, result)


async def test_werkclub_has_55_percent_in_work_or_education_on_one_day(session: AsyncSession, operator: Actor) -> None:
    await assert_comes_back(session, operator, RESULTS["werkclub"])


async def test_stark_im_beruf_led_one_third_of_16000_mothers_to_work(session: AsyncSession, operator: Actor) -> None:
    await assert_comes_back(session, operator, RESULTS["stark-im-beruf"])


async def test_igu_satisfied_half_of_the_companies_with_the_programme_and_two_thirds_with_the_trainee(
    session: AsyncSession, operator: Actor
) -> None:
    await assert_comes_back(session, operator, RESULTS["igu"])


async def test_intensive_guidance_raises_the_exit_from_social_assistance_from_22_to_35_percent(
    session: AsyncSession, operator: Actor
) -> None:
    await assert_comes_back(session, operator, RESULTS["intensivering-bijstand"])


async def test_one_cohort_is_91_percent_off_assistance_72_percent_in_a_job_and_51_percent_without_interruption(
    session: AsyncSession, operator: Actor
) -> None:
    await assert_comes_back(session, operator, RESULTS["cbs-uit-de-bijstand"])


def test_the_list_of_published_results_is_up_to_date() -> None:
    assert MANUAL.read_text(encoding="utf-8") == manual()


async def test_made_up_people_do_not_go_between_real_ones(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    await make.programme(name="Een echt programma")

    with pytest.raises(Conflict, match="other programmes"):
        await make_up_result(session, by=operator, result=HOPE)


async def test_the_same_people_are_not_made_up_twice(session: AsyncSession, operator: Actor) -> None:
    assert await make_up_result(session, by=operator, result=HOPE, size=100)
    assert not await make_up_result(session, by=operator, result=HOPE, size=100)

    (at_the_end, _) = await figures_of(session, by=operator, result=HOPE)
    assert at_the_end.row.cohort == 100
