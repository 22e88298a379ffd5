"""Two numbers turn out to be one person, who from then on counts once."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from app.actor import Actor, Audience, Membership
from app.database import session_for
from app.errors import ChangedMeanwhile, Conflict, Forbidden, InvalidInput, NotFound
from app.exchange.read_file import read_file
from app.models import Participant, ParticipantProfile, Programme
from app.models.participant import ParticipantErased, ParticipantsMerged, ParticipantUpdate
from app.models.trajectory import TrajectoryCreate
from app.outcomes.formats import csv_table
from app.outcomes.report import ReportRequest, outcome_report
from app.rules.code_lists import ErasureReason, Role
from app.rules.metrics import METRICS
from app.use_cases.change_participant import change_participant
from app.use_cases.erase_participant import erase_participant
from app.use_cases.import_workbook import import_workbook
from app.use_cases.merge_participants import WITH_VERSIONS, merge_participants
from app.use_cases.register_trajectory import register_trajectory
from tests.exchange.made_workbooks import PROGRAMME, made_xlsx, participant, trajectory
from tests.factories import MOMENT, TODAY, Factory

NEXT_DAY = Actor.operator(MOMENT + timedelta(days=1))


async def merge(kept: UUID, other: UUID, by: Actor = NEXT_DAY, *, version: int = 2, other_version: int = 2) -> None:
    merged = ParticipantsMerged(participant_id=other, version=other_version)
    async with session_for(by) as session:
        await merge_participants(session, by=by, kept_id=kept, version=version, merged=merged)


async def report(known: Actor) -> bytes:
    asked = ReportRequest(metrics=tuple(METRICS.values()), as_of=TODAY, known_at=known.at)
    async with session_for(known) as session:
        return csv_table(await outcome_report(session, by=known, asked=asked)).encode()


async def test_whoever_has_two_numbers_counts_once_from_then_on_and_earlier_reports_stay(make: Factory) -> None:
    programme = await make.programme()
    kept, other = await make.participant(programme), await make.participant(programme)
    for person in (kept, other):
        trajectory = await make.trajectory(programme, person)
        await make.placement(trajectory, starts_on=TODAY - timedelta(days=20))
    await make.observation(trajectory, in_paid_work=True)
    earlier = Actor.operator(MOMENT)
    before = await report(earlier)
    await merge(kept.id, other.id)

    assert await report(earlier) == before
    count = METRICS["retention_3_months_in_work"]
    for by, people in ((earlier, 2), (NEXT_DAY, 1)):
        asked = ReportRequest(metrics=(count,), as_of=TODAY, known_at=by.at)
        async with session_for(by) as session:
            (row,) = await outcome_report(session, by=by, asked=asked)
        assert row.cohort == people


async def test_what_was_said_under_the_other_number_is_no_evidence_about_the_kept_one_before(make: Factory) -> None:
    programme = await make.programme()
    kept, other = await make.participant(programme), await make.participant(programme)
    await make.placement(await make.trajectory(programme, kept), starts_on=TODAY - timedelta(days=120))
    await make.observation(await make.trajectory(programme, other), observed_on=TODAY - timedelta(days=25))
    earlier = Actor.operator(MOMENT)
    before = await report(earlier)
    await merge(kept.id, other.id)

    assert await report(earlier) == before
    assert await report(NEXT_DAY) != before


async def test_everything_that_happened_goes_along_and_the_twins_keep_what_was_known(
    session: AsyncSession, make: Factory
) -> None:
    programme = await make.programme()
    kept, other = await make.participant(programme), await make.participant(programme)
    trajectory = await make.trajectory(programme, other)
    job = await make.placement(trajectory)
    await make.follow_up(job)
    await make.coaching_contact(trajectory)
    await make.observation(trajectory, job)
    await make.rating(trajectory, placement_id=job.id)
    await make.language_measurement(trajectory)
    await make.circumstance(trajectory)
    await merge(kept.id, other.id)

    left = {
        name: await session.scalar(text(f"select count(*) from {name} where participant_id = '{other.id}'"))
        for name, table in SQLModel.metadata.tables.items()
        if "participant_id" in table.columns
    }
    assert set(left.values()) == {0}
    for table in ("trajectory", "placement", "follow_up", "coaching_contact"):
        twin = text(f"select participant_id from {table}_history order by known_from")
        assert list(await session.scalars(twin)) == [other.id, kept.id]


def test_every_fact_of_a_trajectory_with_versions_gets_the_next_one() -> None:
    of_trajectory = {
        name
        for name, table in SQLModel.metadata.tables.items()
        if {"trajectory_id", "participant_id", "version"} <= set(table.columns.keys())
    }
    assert of_trajectory == set(WITH_VERSIONS)


async def test_what_only_the_other_number_says_is_taken_over_and_the_log_tells_it_without_a_name(
    session: AsyncSession, make: Factory
) -> None:
    programme, second = await two_programmes(make)
    kept = await make.participant(programme, {"education": 3}, phone=None)
    other = await make.participant(second, {"education": 6, "arrival_year": 2019}, phone="0612345678")
    await make.trajectory(second, other)
    await merge(kept.id, other.id)

    person = await session.get_one(Participant, kept.id)
    profile = await session.get_one(ParticipantProfile, kept.id)
    assert (person.phone, profile.education, profile.arrival_year) == ("0612345678", 3, 2019)
    assert set(person.programme_ids) == set(profile.programme_ids) == {programme.id, second.id}
    told = (await session.execute(text("select programme_id, changes from audit_event where action = 'merge'"))).all()
    assert {row.programme_id for row in told} == {programme.id, second.id}
    assert told[0].changes["number"] == [other.number, kept.number]
    assert "0612345678" not in str(told)


async def test_a_third_number_leads_to_who_goes_on_as_well(session: AsyncSession, make: Factory) -> None:
    programme = await make.programme()
    first, second, third = [await make.participant(programme) for _ in range(3)]
    await merge(second.id, third.id)
    await merge(first.id, second.id, other_version=2)
    leads_to = text("select merged_into_id from participant where id = :id")
    assert await session.scalar(leads_to, {"id": third.id}) == first.id


async def test_nothing_new_is_recorded_under_a_number_that_was_merged(make: Factory) -> None:
    programme = await make.programme()
    kept, other, new = [await make.participant(programme) for _ in range(3)]
    await merge(kept.id, other.id)
    async with session_for(NEXT_DAY) as session:
        with pytest.raises(Conflict, match="merged"):
            await change_participant(
                session, by=NEXT_DAY, participant_id=other.id, version=3, change=ParticipantUpdate(phone="1")
            )
        registered = TrajectoryCreate(
            programme_id=programme.id, participant_id=other.id, number="T9", registered_on=TODAY
        )
        with pytest.raises(Conflict, match="merged"):
            await register_trajectory(session, by=NEXT_DAY, registered=registered)
    with pytest.raises(Conflict, match="merged"):
        await merge(new.id, other.id, other_version=3)


async def test_who_coordinates_only_one_of_the_programmes_gives_no_trajectory_of_another_away(make: Factory) -> None:
    programme, second = await two_programmes(make)
    kept, other = await make.participant(programme), await make.participant(programme)
    await make.trajectory(programme, other)
    await make.trajectory(second, other)
    account = await make.account(Role.COORDINATOR, programme=programme)
    coordinator = Membership(Role.COORDINATOR, None, programme.id)
    by = Actor(NEXT_DAY.at, Audience.TEAM, account.id, memberships=(coordinator,))
    with pytest.raises(Forbidden):
        await merge(kept.id, other.id, by, other_version=3)


async def test_numbers_of_two_organisations_stay_two(make: Factory) -> None:
    one, other = await make.participant(await make.programme()), await make.participant(await make.programme())
    with pytest.raises(InvalidInput):
        await merge(one.id, other.id)
    with pytest.raises(InvalidInput):
        await merge(one.id, one.id)


async def test_what_changed_meanwhile_or_is_not_there_is_not_merged(make: Factory) -> None:
    programme = await make.programme()
    one, other = await make.participant(programme), await make.participant(programme)
    with pytest.raises(ChangedMeanwhile):
        await merge(one.id, other.id, other_version=1)
    with pytest.raises(NotFound):
        await merge(one.id, programme.id)


async def two_programmes(make: Factory) -> tuple[Programme, Programme]:
    programme = await make.programme()
    return programme, await make.programme(lead_organisation_id=programme.lead_organisation_id)


async def test_a_workbook_that_still_has_the_old_number_is_about_who_goes_on(
    session: AsyncSession, make: Factory
) -> None:
    programme = await make.programme(name=PROGRAMME)
    kept = await make.participant(programme, first_name="Amina")
    other = await make.participant(programme, number="D2")
    moved = await make.trajectory(programme, other, number="T2", registered_on=date(2023, 1, 25))
    await merge(kept.id, other.id)
    file = made_xlsx(Deelnemers=[participant("D2")], Trajecten=[trajectory("T3", "D2", Lichting=None)])
    async with session_for(NEXT_DAY) as importing:
        await import_workbook(importing, by=NEXT_DAY, file=read_file(file, NEXT_DAY.today), dry_run=False)

    numbers = text("select number from trajectory where participant_id = :id order by number")
    assert list(await session.scalars(numbers, {"id": kept.id})) == [moved.number, "T3"]
    assert await session.scalar(text("select string_agg(distinct first_name, '') from participant")) == "Amina"


async def test_erasing_who_somebody_is_erases_the_number_that_leads_there_too(
    session: AsyncSession, make: Factory
) -> None:
    programme = await make.programme()
    kept, other = await make.participant(programme), await make.participant(programme, last_name="Warsamme")
    await merge(kept.id, other.id)
    erased = ParticipantErased(reason=ErasureReason.ASKED)
    async with session_for(NEXT_DAY) as erasing:
        await erase_participant(erasing, by=NEXT_DAY, participant_id=kept.id, version=2, erased=erased)

    assert await session.scalar(text("select count(*) from participant where last_name like 'Warsam%'")) == 0
