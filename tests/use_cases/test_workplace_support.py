"""What is arranged at work, and whether a promised job was kept."""

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor, Audience
from app.database import session_for
from app.errors import ChangedMeanwhile, Conflict, InvalidInput, NotFound, Refusal
from app.models import Organisation, Placement
from app.models.workplace_support import WorkplaceSupportFields
from app.rules.code_lists import EvidenceSource, Role, WorkplaceSupportKind, WorkplaceSupportState
from app.use_cases.change_placement import PlacementChange, change_placement
from app.use_cases.record_workplace_support import record_workplace_support
from tests.factories import MOMENT, Factory
from tests.security.world import somebody

BUDDY = WorkplaceSupportFields(
    kind=WorkplaceSupportKind.BUDDY,
    state=WorkplaceSupportState.GIVEN,
    starts_on=date(2026, 2, 9),
    note="Kent haar van school.",
)


@pytest.fixture
async def employer(make: Factory) -> Organisation:
    return await make.organisation()


@pytest.fixture
async def job(make: Factory, employer: Organisation) -> Placement:
    return await make.placement(await make.trajectory(await make.programme()), employer)


@pytest.fixture
async def at_work(make: Factory, employer: Organisation) -> Actor:
    return somebody((await make.account(Role.EMPLOYER, organisation=employer)).id, Audience.EMPLOYER)


async def kept() -> list[tuple[object, ...]]:
    async with session_for(Actor.operator(MOMENT)) as session:
        found = await session.execute(
            text("select kind, state, source, note, version from workplace_support order by kind")
        )
        return [tuple(row) for row in found]


async def test_support_takes_the_place_of_what_was_known_of_it(
    session: AsyncSession, job: Placement, operator: Actor
) -> None:
    await record_workplace_support(session, by=operator, placement_id=job.id, support=BUDDY)
    gone = BUDDY.model_copy(update={"state": WorkplaceSupportState.NOT_GIVEN, "note": None})
    await record_workplace_support(session, by=operator, placement_id=job.id, support=gone)
    assert await kept() == [("buddy", "not_given", "coach", None, 2)]


async def test_the_log_tells_what_changed_but_not_the_note(
    session: AsyncSession, job: Placement, operator: Actor
) -> None:
    await record_workplace_support(session, by=operator, placement_id=job.id, support=BUDDY)
    told = await session.scalar(text("select changes::text from audit_event where object_type = 'workplace_support'"))
    assert "given" in told
    assert "school" not in told


async def test_support_does_not_end_before_it_begins(session: AsyncSession, job: Placement, operator: Actor) -> None:
    backwards = BUDDY.model_copy(update={"ends_on": date(2026, 2, 8)})
    with pytest.raises(InvalidInput):
        await record_workplace_support(session, by=operator, placement_id=job.id, support=backwards)


@pytest.mark.parametrize(("version", "refusal"), [(0, Conflict), (1, ChangedMeanwhile)])
async def test_what_somebody_else_recorded_meanwhile_is_not_overwritten(
    session: AsyncSession, make: Factory, job: Placement, operator: Actor, version: int, refusal: type[Refusal]
) -> None:
    await make.workplace_support(job, version=2)
    with pytest.raises(refusal):
        await record_workplace_support(session, by=operator, placement_id=job.id, support=BUDDY, version=version)


async def test_an_employer_records_support_and_leaves_the_note_of_the_team_alone(
    session: AsyncSession, job: Placement, operator: Actor, at_work: Actor
) -> None:
    await record_workplace_support(session, by=operator, placement_id=job.id, support=BUDDY)
    for kind, state in (
        (WorkplaceSupportKind.BUDDY, WorkplaceSupportState.PLANNED),
        (WorkplaceSupportKind.ADAPTED_TASKS, WorkplaceSupportState.GIVEN),
    ):
        said = WorkplaceSupportFields(kind=kind, state=state, source=EvidenceSource.REGISTER, note="Van de werkgever")
        async with session_for(at_work) as theirs:
            await record_workplace_support(theirs, by=at_work, placement_id=job.id, support=said)
    assert await kept() == [
        ("adapted_tasks", "given", "employer", None, 1),
        ("buddy", "planned", "employer", "Kent haar van school.", 2),
    ]


async def test_another_employer_does_not_find_the_placement(make: Factory, job: Placement) -> None:
    other = await make.account(Role.EMPLOYER, organisation=await make.organisation())
    actor = somebody(other.id, Audience.EMPLOYER)
    with pytest.raises(NotFound):
        async with session_for(actor) as theirs:
            await record_workplace_support(theirs, by=actor, placement_id=job.id, support=BUDDY)


async def test_only_a_promise_that_was_made_can_be_kept(session: AsyncSession, job: Placement, operator: Actor) -> None:
    kept_it = PlacementChange(job_guarantee_kept=True)
    with pytest.raises(InvalidInput) as refused:
        await change_placement(session, by=operator, placement_id=job.id, version=1, change=kept_it)
    assert [error.name for error in refused.value.errors] == ["job_guarantee_kept"]
    both = PlacementChange(job_guarantee=True, job_guarantee_kept=False)
    placement = await change_placement(session, by=operator, placement_id=job.id, version=1, change=both)
    assert (placement.job_guarantee, placement.job_guarantee_kept) == (True, False)
