"""Every table, every door, every act: a stranger finds nothing and writes nothing, whoever it concerns can."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import Row, TextClause, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.database import session_for
from app.models import Membership
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.security.attempts import ACTS, acts_allowed, acts_of, can
from tests.security.world import Key, World, make_world, somebody

NO_DATA_OF_OURS = {"alembic_version": "says which migration was last; only the owner can read it"}

TEAM_DOOR = ("coordinator", "coach", "employer at the team's door", "municipality")
REPORTS_DOOR = ("coordinator reading reports", "municipality reading reports", "nobody at the reports' door")
BY_REPORTS = ("programme", "programme_history", "cohort", "cohort_history", "organisation", "organisation_history")
SHARED = {
    *((who, "organisation", act) for who in ("coordinator", "coach") for act in ("select", "insert", "update")),
    *((who, "periodic_run", "select") for who in ("coordinator", "coach")),
    *((who, "municipality", "select") for who in (*TEAM_DOOR, "nobody", *REPORTS_DOOR)),
    *((who, table, "select") for who in REPORTS_DOOR for table in BY_REPORTS),
}
"""What everybody at a door may do with rows of others: all teams share one list of organisations and see what runs
by itself, municipalities are a public list, and reports name programmes, cohorts and sizes of employers."""

OF_THE_TEAM = (
    "assignment",
    "circumstance",
    "coaching_contact",
    "cohort",
    "confirmation_link",
    "employer_contact",
    "follow_up",
    "follow_up_request",
    "group_session",
    "language_measurement",
    "language_support",
    "message",
    "message_template",
    "motivation_interview",
    "observation",
    "outcome_edition",
    "outcome_report",
    "own_metric",
    "participant",
    "participant_profile",
    "placement",
    "programme",
    "programme_funding",
    "programme_partner",
    "rating",
    "rating_request",
    "screening_decision",
    "screening_test",
    "task",
    "trajectory",
    "trajectory_event",
    "workplace_support",
)
IN_REPORTS = (
    "coaching_contact_history",
    "cohort_history",
    "follow_up_history",
    "language_measurement",
    "observation",
    "organisation_history",
    "participant_profile_history",
    "placement_history",
    "programme_history",
    "rating",
    "screening_decision",
    "trajectory_history",
    "trajectory_move",
)
ONES_OWN = ("account", "api_token", "audit_event", "credential", "import_run", "membership", "sign_in_session")
KEPT_FOR_THE_TEAM = ("consistency_finding", "outcome_pull", "own_metric_history", "published_table")
MAY_SEE = {
    "coordinator": (*OF_THE_TEAM, *ONES_OWN, *KEPT_FOR_THE_TEAM, "municipality", "organisation", "periodic_run"),
    "coach": (*OF_THE_TEAM, "account", "audit_event", "membership", "organisation", "outcome_pull", "published_table"),
    "coordinator reading reports": IN_REPORTS,
    "employer": (
        "confirmation_link",
        "follow_up",
        "observation",
        "organisation",
        "placement",
        "rating",
        "workplace_support",
    ),
    "holder of a link": ("confirmation_link", "follow_up", "observation", "organisation", "placement", "rating"),
    "participant with a link": ("rating_request",),
    "participant with a link to the own work": ("follow_up", "placement"),
    "municipality reading reports": (*IN_REPORTS, "municipality"),
}
"""Who finds the row of here in which tables: proof that it is there to be found."""
APPEND_ONLY = {
    "audit_event",
    "outcome_edition",
    "outcome_pull",
    "published_table",
    "screening_decision",
    "trajectory_event",
}
CAN_BE_TAKEN_AWAY = {"message_template", "outcome_report", "programme_funding", "programme_partner"}


@pytest.fixture
async def world(make: Factory) -> World:
    return await make_world(make)


async def test_every_table_has_a_case(session: AsyncSession, world: World) -> None:
    tables = set(await session.scalars(text("select tablename from pg_tables where schemaname = 'public'")))
    assert tables - NO_DATA_OF_OURS.keys() == world.rows.keys()


async def test_every_table_is_under_row_security_also_for_its_owner(session: AsyncSession) -> None:
    bare = await session.scalars(
        text(
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') "
            "and not (relrowsecurity and relforcerowsecurity)"
        )
    )
    assert set(bare) <= NO_DATA_OF_OURS.keys()


async def test_a_stranger_sees_nothing_and_writes_nothing(world: World) -> None:
    assert world.elsewhere.keys() > world.here.keys()
    assert await breaches(world, *world.rows) == SHARED


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ("create policy planted on placement for select to bestendig_app using (true)", ("coach", "select")),
        ("create policy planted on placement for insert to bestendig_app with check (true)", ("nobody", "insert")),
        ("alter table placement disable row level security", ("employer", "select")),
    ],
)
async def test_a_hole_in_the_fence_is_noticed(
    session: AsyncSession, world: World, planted: str, found: tuple[str, str]
) -> None:
    await session.execute(text("set local role bestendig_owner"))
    await session.execute(text(planted))
    assert (found[0], "placement", found[1]) in await breaches(world, "placement")


async def test_whoever_it_concerns_finds_it(world: World) -> None:
    seen = {
        (who, table)
        for table, key in world.rows.items()
        for who, _ in await acts_allowed(world.here, table, key, ["select"])
    }
    assert seen >= {(who, table) for who, tables in MAY_SEE.items() for table in tables}


async def test_the_team_can_write_what_a_stranger_cannot(world: World) -> None:
    for table in OF_THE_TEAM:
        allowed = set(await acts_of(world.here["coordinator"], table, world.rows[table]))
        expected = {"select", "insert"} | (set() if table in APPEND_ONLY else {"update"})
        assert allowed == expected | ({"delete"} if table in CAN_BE_TAKEN_AWAY else set()), table


async def test_an_administrator_sees_no_participant_and_nothing_about_one(make: Factory, world: World) -> None:
    account = await make.account(Role.ADMINISTRATOR)
    administrator = Actor(at=make.at, audience=world.here["coordinator"].audience, account_id=account.id)
    seen = {table for table, key in world.rows.items() if await can(administrator, "select", table, key)}
    assert seen & set(OF_THE_TEAM) == {"programme", "programme_funding", "programme_partner", "cohort"}
    assert {"account", "membership", "audit_event", "outcome_pull"} <= seen


async def test_a_municipality_reads_its_own_organisation_and_writes_none(make: Factory, world: World) -> None:
    city = await make.organisation(roles=["municipality"], municipality_code="GM0518")
    account = await make.account(Role.MUNICIPALITY, organisation=city)
    key: Key = {"id": city.id}
    own, other = somebody(account.id), world.elsewhere["municipality"]
    assert await acts_of(own, "organisation", key) == ["select"]
    assert await acts_of(other, "organisation", key) == []


async def test_who_may_read_a_published_report_is_held_to_it_whoever_pulled_it(make: Factory, world: World) -> None:
    programme, elsewhere = await make.programme(), await make.programme()
    city = await make.organisation()
    reader, somebody_else = [
        await make.account(Role.MUNICIPALITY, programme=programme, organisation=city) for _ in range(2)
    ]
    published = await make.outcome_pull(somebody_else, programme, fingerprint=b"0")
    unseen = [
        await make.outcome_pull(somebody_else, programme, result="exact"),
        await make.outcome_pull(somebody_else, elsewhere, fingerprint=b"0"),
    ]
    for pull in (published, *unseen):
        tables = {"outcome_pull": pull, "published_table": await make.published_table(pull)}
        for table, row in tables.items():
            may_see = await can(somebody(reader.id), "select", table, {"id": row.id})
            assert may_see == (pull is published), table


async def test_an_administrator_keeps_the_list_of_organisations(make: Factory, world: World) -> None:
    key = world.rows["organisation"]
    administrator = somebody((await make.account(Role.ADMINISTRATOR)).id)
    assert await acts_of(administrator, "organisation", key) == list(ACTS[:3])


async def test_somebody_signed_in_without_a_role_finds_no_organisation(make: Factory, world: World) -> None:
    key = world.rows["organisation"]
    nobody_yet = somebody((await make.account()).id)
    assert await acts_of(nobody_yet, "organisation", key) == []


async def test_an_employer_sees_of_a_person_the_first_name_and_an_initial(world: World) -> None:
    async with session_for(world.here["employer"]) as session:
        seen = (await session.execute(text("select first_name, initial from employee"))).all()
    assert [tuple(row) for row in seen] == [("Amina", "W")]


PARTNERS_SEEN = text("select programme_id, organisation, role, task from who_does_what")


async def test_a_partner_sees_who_does_what_and_nothing_else_of_the_programme(make: Factory, world: World) -> None:
    programme = world.rows["programme"]["id"]
    for who in ("employer", "municipality"):
        assert {row.programme_id for row in await seen_by(world.elsewhere[who], PARTNERS_SEEN)}.isdisjoint({programme})
    seen = await seen_by(world.here["employer"], PARTNERS_SEEN)
    assert {row.programme_id for row in seen} == {programme}
    assert sorted(str(row.role) for row in seen) == ["None", "employer"]
    for table in ("programme", "programme_partner", "programme_funding"):
        assert not await can(world.here["employer"], "select", table, world.rows[table]), table


async def test_a_municipality_that_takes_part_sees_who_does_what(make: Factory) -> None:
    city = await make.organisation(name="Gemeente Utrecht", roles=["municipality"])
    programme = await make.programme()
    municipality = somebody((await make.account(Role.MUNICIPALITY, organisation=city)).id)
    assert await seen_by(municipality, PARTNERS_SEEN) == []
    await make.partner(programme, city, role="referral", task="Meldt deelnemers aan.")
    seen = await seen_by(municipality, PARTNERS_SEEN)
    assert ("Gemeente Utrecht", "referral", "Meldt deelnemers aan.") in [tuple(row)[1:] for row in seen]
    assert not await can(municipality, "select", "programme", {"id": programme.id})


async def test_a_coach_elsewhere_is_no_partner(make: Factory) -> None:
    programme = await make.programme()
    partner = await make.partner(programme)
    account = await make.account(Role.COACH, programme=await make.programme())
    await make.save(
        Membership(
            account_id=account.id,
            role=Role.COACH,
            organisation_id=partner.organisation_id,
            programme_id=(await make.programme()).id,
        )
    )
    assert await seen_by(somebody(account.id), PARTNERS_SEEN) == []


async def seen_by(actor: Actor, statement: TextClause) -> Sequence[Row[Any]]:
    """What an actor reads with a statement."""
    async with session_for(actor) as session:
        return (await session.execute(statement)).all()


async def test_nobody_writes_history_by_hand(world: World) -> None:
    twins = [table for table in world.rows if table.endswith("_history")]
    assert twins
    for table in twins:
        assert await acts_allowed(world.here, table, world.rows[table], ACTS[1:]) == set(), table


async def breaches(world: World, *tables: str) -> set[tuple[str, str, str]]:
    """Everything that strangers get through with: who, table, act."""
    return {
        (who, table, act)
        for table in tables
        for who, act in await acts_allowed(world.elsewhere, table, world.rows[table])
    }


async def test_a_municipality_reads_the_editions_about_its_residents_and_of_programmes_that_let_it_in(
    make: Factory,
) -> None:
    programme = await make.programme()
    city = await make.organisation(roles=["municipality"], municipality_code="GM0518")
    official, let_in = await make.account(Role.MUNICIPALITY, organisation=city), await make.account()
    await make.save(
        Membership(account_id=let_in.id, role=Role.MUNICIPALITY, organisation_id=city.id, programme_id=programme.id)
    )
    about_residents = await make.edition(await make.report(municipality_code="GM0518"))
    about_programme = await make.edition(await make.report(programme))
    for actor, edition, may in (
        (somebody(official.id), about_residents, ["select", "insert"]),
        (somebody(official.id), about_programme, []),
        (somebody(let_in.id), about_residents, []),
        (somebody(let_in.id), about_programme, ["select"]),
    ):
        key: Key = {"id": edition.id}
        assert await acts_of(actor, "outcome_edition", key) == may


async def test_nobody_changes_an_edition_not_even_the_owner_of_the_database(
    session: AsyncSession, make: Factory
) -> None:
    edition = await make.edition(await make.report(await make.programme()))
    for change in ("update outcome_edition set number = 2", "delete from outcome_edition"):
        with pytest.raises(DBAPIError, match="never changed"):
            async with session.begin_nested():
                await session.execute(text(f"{change} where id = :id"), {"id": edition.id})
