"""It is erased who somebody is; what happened stays, as that of somebody unknown."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import ARRAY, Table, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col, select

from app.actor import Actor, Audience, Membership
from app.database import session_for
from app.errors import Conflict, Forbidden, NotFound
from app.exchange.read_file import read_file
from app.exchange.report_data import report_data
from app.models import (
    ConfirmationLink,
    FollowUp,
    Message,
    Participant,
    ParticipantProfile,
    Placement,
    Programme,
    RatingRequest,
    Trajectory,
)
from app.models.history import HISTORY
from app.models.participant import ParticipantErased, ParticipantsMerged, ParticipantUpdate
from app.models.row_security.free_text import FREE_TEXT
from app.models.trajectory import TrajectoryCreate
from app.queries.follow_ups_out_of_step import read_follow_ups_out_of_step
from app.rules.code_lists import (
    AskedOf,
    ErasureReason,
    FollowUpState,
    Gender,
    MessageState,
    Role,
    SpellKind,
)
from app.use_cases.change_participant import change_participant
from app.use_cases.erase_participant import erase_participant
from app.use_cases.import_workbook import import_workbook
from app.use_cases.merge_participants import merge_participants
from app.use_cases.plan_rating_requests import plan_missing_rating_requests
from app.use_cases.register_trajectory import register_trajectory
from app.use_cases.start_placement import PlacementStarted, start_placement
from tests.exchange.made_workbooks import PROGRAMME, completed, made_xlsx, participant
from tests.factories import MOMENT, TODAY, Factory

NAME = "Quispel"
NAMES_OF_STAFF = frozenset({"coach_name", "coordinator_name"})
BESIDE = {"moved_because": ", computed_due_on = due_on", "provider": ", organisation_id = null"}
"""What has to be there, or not, beside such a text."""
ASKED = ParticipantErased(reason=ErasureReason.ASKED)


@pytest.fixture
async def programme(make: Factory) -> Programme:
    return await make.programme(follow_up_months=[3, 6])


@pytest.fixture
async def person(make: Factory, programme: Programme) -> Participant:
    return await make.participant(
        programme,
        number="D7",
        first_name="Zebedeus",
        last_name=NAME,
        search_name="zebedeus quispel",
        email="z@quispel.example",
        phone="06 1234",
        contact_language="ti",
        profile={"birth_date": date(1990, 5, 17), "gender": Gender.MALE, "ambitions": NAME},
    )


@pytest.fixture
async def job(session: AsyncSession, make: Factory, operator: Actor, person: Participant) -> Placement:
    """A job that is asked about; somebody has a link, and a message about it went to the employer."""
    trajectory = await make.trajectory(await session.get_one(Programme, person.programme_ids[0]), person)
    started = PlacementStarted(
        organisation_id=(await make.organisation()).id, kind=SpellKind.REGULAR_JOB, starts_on=date(2026, 2, 2)
    )
    return await start_placement(session, by=operator, trajectory_id=trajectory.id, started=started)


async def erase(session: AsyncSession, by: Actor, participant_id: UUID) -> Participant:
    person = await session.get_one(Participant, participant_id, populate_existing=True)
    profile = await session.get_one(ParticipantProfile, participant_id, populate_existing=True)
    version = person.version + profile.version
    return await erase_participant(session, by=by, participant_id=participant_id, version=version, erased=ASKED)


def of_the_team(account_id: UUID, *roles: tuple[Role, Programme]) -> Actor:
    return Actor(
        at=MOMENT,
        audience=Audience.TEAM,
        account_id=account_id,
        memberships=tuple(Membership(role, None, programme.id) for role, programme in roles),
    )


async def test_the_number_stands_where_the_name_was_and_what_reports_count_stays(
    session: AsyncSession, operator: Actor, person: Participant
) -> None:
    erased = await erase(session, operator, person.id)
    assert (erased.first_name, erased.last_name, erased.email, erased.phone) == ("#", "D7", None, None)
    assert (erased.erased_at, erased.erased_because) == (MOMENT, ErasureReason.ASKED)
    profile = await session.get_one(ParticipantProfile, person.id)
    assert (profile.birth_date, profile.ambitions, profile.gender) == (date(1990, 1, 1), None, Gender.MALE)


@pytest.mark.parametrize(
    ("started", "kept"),
    [
        (date(2026, 1, 5), date(1999, 1, 6)),
        (date(2026, 7, 1), date(1999, 1, 1)),
    ],
)
async def test_of_the_day_of_birth_only_the_year_and_the_age_band_stay(
    session: AsyncSession, make: Factory, operator: Actor, programme: Programme, started: date, kept: date
) -> None:
    """Born on 3 June 1999: in January 2026 not yet 27, in July already 27."""
    person = await make.participant(programme, profile={"birth_date": date(1999, 6, 3)})
    await make.trajectory(programme, person, started_on=started)
    await erase(session, operator, person.id)
    assert (await session.get_one(ParticipantProfile, person.id)).birth_date == kept
    versions = text("select birth_date from participant_profile_history where id = :id")
    assert set(await session.scalars(versions, {"id": person.id})) == {kept}


async def test_whatever_was_typed_about_somebody_is_found_nowhere(
    session: AsyncSession, make: Factory, operator: Actor, person: Participant, job: Placement
) -> None:
    """A name is written into every column where one can be typed, in the twins too; new columns come along."""
    await one_of_everything(session, make, job)
    typed = [place for table in SQLModel.metadata.sorted_tables for place in typed_in(table)]
    assert len(typed) > 25
    for place, told in typed:
        await session.execute(text(f"update {place} set {told}"))

    await erase(session, operator, person.id)

    left = await everything(session)
    words = (NAME, NAME.lower(), "Zebedeus", "1990-05-17", "06 1234")
    assert [(table, word) for table, rows in left.items() for word in words if word in rows] == []


def typed_in(table: Table) -> Iterator[tuple[str, str]]:
    """Each column about a person in which a name can be typed, with the table or twin, and a name typed in it."""
    if "participant_id" in table.columns or table.name == "participant_profile":
        for column in table.columns:
            if column.name in {*FREE_TEXT} - NAMES_OF_STAFF:
                value = "array['Quispel']" if isinstance(column.type, ARRAY) else "'Quispel'"
                value = """'[{"name": "Quispel"}]'""" if isinstance(column.type, JSONB) else value
                beside = BESIDE.get(column.name, "")
                for place in (table.name, *((f"{table.name}_history",) if table.name in HISTORY else ())):
                    yield place, f"{column.name} = {value}{beside}"


async def one_of_everything(session: AsyncSession, make: Factory, job: Placement) -> None:
    """A row about the person in each table in which somebody may type something."""
    trajectory = await session.get_one(Trajectory, job.trajectory_id)
    programme = await session.get_one(Programme, job.programme_id)
    for add in (
        make.event,
        make.screening_decision,
        make.motivation_interview,
        make.circumstance,
        make.task,
        make.language_support,
        make.coaching_contact,
        make.assignment,
    ):
        await add(trajectory)
    await make.observation(trajectory, job)
    await make.workplace_support(job)
    follow_up = (await session.scalars(select(FollowUp).where(col(FollowUp.placement_id) == job.id))).first()
    assert follow_up is not None
    to_employer = await make.message(programme, subject="About Quispel", body="Does Zebedeus still work for you?")
    await make.follow_up_request(follow_up, to_employer)
    to_person = await make.message(programme, participant_id=job.participant_id, recipient="z@quispel.example")
    await make.follow_up_request(follow_up, to_person, recipient="z@quispel.example", asked_of=AskedOf.PARTICIPANT)
    await session.execute(
        text(
            "insert into audit_event (id, at, origin, action, object_type, object_id, result, reason, changes) values "
            "(gen_random_uuid(), now(), 'page', 'decline', 'trajectory', :trajectory, 'done', 'Quispel is ill', '{}'), "
            "(gen_random_uuid(), now(), 'page', 'change', 'participant', :person, 'done', null, :changes)"
        ),
        {
            "trajectory": job.trajectory_id,
            "person": job.participant_id,
            "changes": '{"birth_date": ["1990-05-17", "1990-05-18"]}',
        },
    )


async def everything(session: AsyncSession) -> dict[str, str]:
    """Every table with all of its rows, as text."""
    tables = (await session.scalars(text("select tablename from pg_tables where schemaname = 'public'"))).all()
    rows = "select coalesce(string_agg(t::text, ','), '') from {} t"
    return {table: str(await session.scalar(text(rows.format(table)))) for table in tables}


async def test_nobody_is_asked_any_more_and_no_link_works(
    session: AsyncSession, make: Factory, operator: Actor, programme: Programme, job: Placement
) -> None:
    asked = (await session.scalars(select(FollowUp).where(col(FollowUp.placement_id) == job.id))).first()
    assert asked is not None
    await make.confirmation_link(job, follow_up_id=asked.id)
    waiting = await make.message(programme, participant_id=job.participant_id, state=MessageState.WAITING)

    await erase(session, operator, job.participant_id)

    follow_ups = (await session.scalars(select(FollowUp).where(col(FollowUp.placement_id) == job.id))).all()
    assert {(one.state, one.reason) for one in follow_ups} == {
        (FollowUpState.CANCELLED, "It was erased who this person is.")
    }
    assert None not in set(await session.scalars(select(ConfirmationLink.revoked_at)))
    assert None not in set(await session.scalars(select(RatingRequest.cancelled_at)))
    await session.refresh(message := await session.get_one(Message, waiting.id))
    assert message.state is MessageState.CANCELLED


async def test_no_plan_brings_a_question_back(
    session: AsyncSession, operator: Actor, programme: Programme, job: Placement
) -> None:
    await erase(session, operator, job.participant_id)
    started = PlacementStarted(
        organisation_id=job.organisation_id, kind=SpellKind.REGULAR_JOB, starts_on=date(2026, 1, 15)
    )
    await start_placement(session, by=operator, trajectory_id=job.trajectory_id, started=started)
    assert await read_follow_ups_out_of_step(session, programme.id) == []
    assert await plan_missing_rating_requests(session, by=operator) == 0
    states = set(await session.scalars(select(FollowUp.state)))
    assert states == {FollowUpState.CANCELLED}


async def test_nothing_can_be_filled_in_any_more(
    session: AsyncSession, operator: Actor, programme: Programme, person: Participant
) -> None:
    erased = await erase(session, operator, person.id)
    profile = await session.get_one(ParticipantProfile, person.id)
    with pytest.raises(Conflict):
        await change_participant(
            session,
            by=operator,
            participant_id=person.id,
            version=erased.version + profile.version,
            change=ParticipantUpdate(first_name="Zebedeus"),
        )
    again = TrajectoryCreate(programme_id=programme.id, participant_id=person.id, number="T9", registered_on=TODAY)
    with pytest.raises(Conflict):
        await register_trajectory(session, by=operator, registered=again)
    with pytest.raises(Conflict):
        await erase(session, operator, person.id)


async def test_whoever_does_not_coordinate_every_programme_of_somebody_erases_nothing(
    session: AsyncSession, make: Factory, programme: Programme, person: Participant
) -> None:
    lead = {"lead_organisation_id": programme.lead_organisation_id}
    other, strange = await make.programme(**lead), await make.programme(**lead)
    await make.trajectory(programme, person)
    await make.trajectory(other, person)
    for refusal, *roles in (
        (Forbidden, (Role.COACH, programme), (Role.COACH, other)),
        (Forbidden, (Role.COORDINATOR, programme)),
        (Forbidden, (Role.COORDINATOR, programme), (Role.COACH, other)),
        (NotFound, (Role.COORDINATOR, strange)),
    ):
        account = await make.account(display_name="Somebody")
        for role, where in roles:
            await make.membership(account, role, programme=where)
        async with session_for(of_the_team(account.id, *roles)) as theirs:
            with pytest.raises(refusal):
                await erase_participant(
                    theirs, by=theirs.info["actor"], participant_id=person.id, version=2, erased=ASKED
                )


async def test_the_database_itself_refuses_who_is_not_on_each_team(
    make: Factory, programme: Programme, person: Participant
) -> None:
    other = await make.programme(lead_organisation_id=programme.lead_organisation_id)
    await make.trajectory(programme, person)
    await make.trajectory(other, person)
    account = await make.account(Role.COORDINATOR, programme=programme)
    with pytest.raises(ProgrammingError, match="on the team of each"):
        async with session_for(of_the_team(account.id, (Role.COORDINATOR, programme))) as theirs:
            await theirs.execute(text("select erase_person(:id, now())"), {"id": person.id})


async def test_last_years_workbook_does_not_bring_somebody_back(
    session: AsyncSession, make: Factory, operator: Actor
) -> None:
    await make.programme(name=PROGRAMME)
    file = made_xlsx(Deelnemers=[participant("D1")], Trajecten=[completed("T1", "D1")])
    await import_workbook(session, by=operator, file=read_file(file, TODAY), dry_run=False)
    person = (await session.scalars(select(Participant))).one()
    await erase(session, operator, person.id)

    report = await import_workbook(session, by=operator, file=read_file(file, TODAY), dry_run=False)

    assert "it was erased who this person is" in str(report_data(report))
    await session.refresh(person)
    assert person.first_name == "#"


async def test_the_number_that_was_merged_into_somebody_goes_along(
    session: AsyncSession, make: Factory, operator: Actor, programme: Programme, person: Participant
) -> None:
    twice = await make.participant(programme, number="D8", first_name="Zebedee", last_name=NAME)
    await make.trajectory(programme, twice, end_note="Quispel moved to Zeist")
    merged = ParticipantsMerged(participant_id=twice.id, version=2)
    await merge_participants(session, by=operator, kept_id=person.id, version=2, merged=merged)

    with pytest.raises(Conflict):
        await erase(session, operator, twice.id)
    await erase(session, operator, person.id)

    left = await everything(session)
    assert [table for table, rows in left.items() if NAME in rows or "Zebed" in rows] == []


async def test_nobody_who_was_erased_is_merged(
    session: AsyncSession, make: Factory, operator: Actor, programme: Programme, person: Participant
) -> None:
    other = await make.participant(programme)
    erased = await erase(session, operator, other.id)
    profile = await session.get_one(ParticipantProfile, other.id)
    merged = ParticipantsMerged(participant_id=other.id, version=erased.version + profile.version)
    with pytest.raises(Conflict):
        await merge_participants(session, by=operator, kept_id=person.id, version=2, merged=merged)
