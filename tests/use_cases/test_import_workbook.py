"""A coordinator loads last year's Excel."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col

from app.actor import Actor, Audience
from app.actor import Membership as Role_in
from app.database import session_for
from app.errors import Conflict, Forbidden
from app.exchange.read_file import read_file
from app.exchange.report_data import report_data
from app.exchange.verdicts import ImportReport, VerdictKind
from app.models import (
    AuditEvent,
    CoachingContact,
    FollowUp,
    LanguageMeasurement,
    Municipality,
    Observation,
    Organisation,
    Participant,
    ParticipantProfile,
    Placement,
    Programme,
    Rating,
    ScreeningDecision,
    Trajectory,
    TrajectoryEvent,
)
from app.rules.code_lists import EvidenceSource, Role
from app.use_cases.import_workbook import import_workbook
from tests.exchange.made_workbooks import (
    PROGRAMME,
    Row,
    completed,
    contact,
    language,
    made_xlsx,
    observation,
    participant,
    placement,
    rating,
    trajectory,
)
from tests.factories import Factory

Rows = Sequence[Row]
TABLES: tuple[type[SQLModel], ...] = (
    Organisation,
    Participant,
    ParticipantProfile,
    Trajectory,
    TrajectoryEvent,
    ScreeningDecision,
    LanguageMeasurement,
    CoachingContact,
    Placement,
    Observation,
    FollowUp,
    Rating,
)


class Desk:
    """Imports files into the programme of the tests, one after the other, each at a later moment."""

    def __init__(self, session: AsyncSession, by: Actor) -> None:
        self.session, self.by = session, by

    async def load(
        self, content: bytes, *, dry_run: bool = False, create_programmes: bool = False, by: Actor | None = None
    ) -> ImportReport:
        actor = by or self.by
        return await import_workbook(
            self.session,
            by=actor,
            file=read_file(content, actor.today),
            dry_run=dry_run,
            create_programmes=create_programmes,
        )

    async def rows(self, **rows: Rows) -> ImportReport:
        """Import rows; a participant and a completed trajectory are there unless mentioned."""
        return await self.load(made_xlsx(**{"Deelnemers": [participant()], "Trajecten": [completed()], **rows}))

    async def one(self, table: type[SQLModel], **only: object) -> SQLModel:
        return (await self.session.scalars(select(table).filter_by(**only))).one()

    async def state(self) -> dict[str, tuple[int, int, int]]:
        """Per table: rows, the sum of their versions, and the versions remembered."""
        state = {}
        for table in TABLES:
            name = str(table.__tablename__)
            versioned = "version" in table.model_fields
            versions = "sum(version)" if versioned else "0"
            remembered = (
                await self.session.execute(text(f"select to_regclass('{name}_history') is not null"))
            ).scalar_one()
            twin = f"(select count(*) from {name}_history)" if remembered else "0"
            counted = await self.session.execute(text(f"select count(*), coalesce({versions}, 0), {twin} from {name}"))
            state[name] = tuple(counted.one())
        return state


@pytest.fixture
async def desk(session: AsyncSession, operator: Actor, make: Factory) -> Desk:
    await make.programme(name=PROGRAMME)
    return Desk(session, operator)


def kinds(report: ImportReport) -> dict[str, list[str]]:
    """The verdicts by sheet, in the order of the file."""
    by_sheet: dict[str, list[str]] = {}
    for verdict in report.verdicts:
        by_sheet.setdefault(verdict.sheet.value, []).append(verdict.kind.value)
    return by_sheet


EVERYTHING: dict[str, Rows] = {
    "Deelnemers": [
        participant(
            Geboortedatum="03-02-1988",
            Geslacht="v",
            Gemeente="Utrecht",
            Verblijfsgrond="statushouder",
            Uitkering="Participatiewet",
            Opleiding=3,
            **{"Eerder beroep": "7412", "Gewenste sector": "Q;I", "Gewenste uren": "32,5", "E-mail": "A@example.org"},
        )
    ],
    "Taalmetingen": [language(), language(Vaardigheid="spreken", Niveau="A1", Officieel="nee")],
    "Contacten": [contact(), contact(), contact(Minuten=10, Onderwerpen="taal;werk")],
    "Plaatsingen": [placement(Uren=32, Uurloon="14,75", Functie="medewerker", ISCO=9112)],
    "Waarnemingen": [observation(Plaatsing="P1"), observation(Datum="01-12-2024", **{"Betaald werk": "nee"})],
    "Opvolgingen": [{"Plaatsing": "P1", "Maand": 12, "Uitkomst": "onbereikbaar"}],
    "Beoordelingen": [rating(), rating(Plaatsing="P1", Over="werk", Score=5)],
}


async def test_everything_the_file_says_is_there_afterwards(desk: Desk) -> None:
    report = await desk.rows(**EVERYTHING)
    assert report.complete
    assert (report.participants_read, report.participants_in) == (1, 1)
    person = await desk.one(Participant)
    assert isinstance(person, Participant)
    assert (person.number, person.email, person.search_name) == ("D1", "a@example.org", "voornaamd1 achternaamd1")
    profile = await desk.one(ParticipantProfile)
    assert isinstance(profile, ParticipantProfile)
    assert (profile.birth_date, profile.gender, profile.education) == (date(1988, 2, 3), "female", 3)
    assert (profile.wished_sectors, profile.wished_hours) == (["Q", "I"], 32.5)
    job = await desk.one(Placement)
    assert isinstance(job, Placement)
    assert (job.kind, job.hours, job.hourly_wage, job.occupation) == ("regular_job", 32.0, 14.75, "9112")
    counts = {name: count for name, (count, *_) in (await desk.state()).items()}
    assert counts["language_measurement"] == 2
    assert counts["coaching_contact"] == 2, "the same row twice is one contact"
    assert counts["observation"] == 2
    assert counts["rating"] == 2


async def test_a_dry_run_says_the_same_and_writes_nothing(desk: Desk) -> None:
    before = await desk.state()
    content = made_xlsx(**{"Trajecten": [completed()], **EVERYTHING})
    dry = await desk.load(content, dry_run=True)
    await desk.session.flush()
    assert await desk.state() == before
    assert not dry.written
    assert kinds(await desk.load(content)) == kinds(dry)


async def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    await desk.rows(**EVERYTHING)
    before = await desk.state()
    events = await desk.session.scalar(select(func.count()).select_from(AuditEvent))
    again = await desk.rows(**EVERYTHING)
    assert await desk.state() == before
    assert await desk.session.scalar(select(func.count()).select_from(AuditEvent)) == events
    assert {verdict.kind for verdict in again.verdicts if verdict.reason is None} == {VerdictKind.UNCHANGED}


async def test_a_trajectory_gets_its_chain_of_events_with_their_own_days(desk: Desk) -> None:
    await desk.rows()
    events = await desk.session.scalars(select(TrajectoryEvent))
    told = {(event.to_state.value, event.on_date) for event in events}
    assert told == {
        ("registered", date(2023, 1, 25)),
        ("screening", date(2023, 2, 14)),
        ("admitted", date(2023, 2, 14)),
        ("active", date(2023, 3, 6)),
        ("completed", date(2023, 12, 15)),
    }
    decision = await desk.one(ScreeningDecision)
    assert isinstance(decision, ScreeningDecision)
    assert (decision.decision, decision.decided_on) == ("admitted", date(2023, 2, 14))


async def test_somebody_declined_without_a_reason_still_goes_in(desk: Desk) -> None:
    report = await desk.rows(Trajecten=[trajectory(Besluit="afgewezen", **{"Gescreend op": "14-02-2023"})])
    assert report.complete
    found = await desk.one(Trajectory)
    assert isinstance(found, Trajectory)
    assert found.state == "declined"


async def test_an_end_added_later_is_an_update_with_one_more_version(desk: Desk) -> None:
    await desk.rows(Plaatsingen=[placement()])
    report = await desk.rows(Plaatsingen=[placement(Einde="31-01-2024", **{"Reden einde": "kon niet wennen"})])
    assert kinds(report) == {"Deelnemers": ["unchanged"], "Trajecten": ["unchanged"], "Plaatsingen": ["update"]}
    job = await desk.one(Placement)
    assert isinstance(job, Placement)
    assert (job.version, job.ends_on, job.end_source) == (2, date(2024, 1, 31), EvidenceSource.COACH)
    assert (job.end_reason, job.end_note) == ("other", "kon niet wennen")
    event = await desk.one(AuditEvent, action="change by import")
    assert isinstance(event, AuditEvent)
    assert event.changes["ends_on"] == [None, "2024-01-31"]
    assert event.changes["end_note"] == ["not shown", "not shown"]


async def test_a_change_may_name_an_employer_and_a_cohort_that_are_new(desk: Desk) -> None:
    await desk.rows(Plaatsingen=[placement()])
    report = await desk.rows(
        Trajecten=[completed(Lichting="2")], Plaatsingen=[placement(Werkgever="Postex Logistiek", KvK="05432198")]
    )
    assert kinds(report) == {"Deelnemers": ["unchanged"], "Trajecten": ["update"], "Plaatsingen": ["update"]}


async def test_an_empty_cell_erases_nothing(desk: Desk) -> None:
    await desk.rows(Deelnemers=[participant(Geboortedatum="03-02-1988", Telefoon="0612345678")])
    report = await desk.rows(Deelnemers=[participant()])
    assert kinds(report)["Deelnemers"] == ["unchanged"]
    profile = await desk.one(ParticipantProfile)
    assert isinstance(profile, ParticipantProfile)
    assert profile.birth_date == date(1988, 2, 3)


async def test_rows_that_the_file_no_longer_has_are_left_alone(desk: Desk) -> None:
    await desk.rows(**EVERYTHING)
    before = await desk.state()
    await desk.rows(Deelnemers=EVERYTHING["Deelnemers"])
    assert await desk.state() == before


async def test_a_running_trajectory_that_ends_in_a_later_file_takes_one_more_step(desk: Desk) -> None:
    await desk.rows(Trajecten=[completed(**{"Beëindigd op": None, "Afloop": None})])
    report = await desk.rows()
    assert kinds(report)["Trajecten"] == ["update"]
    found = await desk.one(Trajectory)
    assert isinstance(found, Trajectory)
    assert (found.state, found.version) == ("completed", 2)
    steps = list(await desk.session.scalars(select(col(TrajectoryEvent.step))))
    assert sorted(steps) == ["admit", "complete", "register", "screen", "start"]


async def test_a_file_that_contradicts_the_recorded_state_is_a_conflict_with_both(desk: Desk) -> None:
    await desk.rows()
    report = await desk.rows(Trajecten=[completed(Afloop="uitgevallen")])
    (problem,) = report.problems()
    assert problem.kind == "conflict"
    assert problem.readings == ("Completed", "uitgevallen")
    assert report.participants_in == 0


async def test_a_corrected_observation_supersedes_the_first(desk: Desk) -> None:
    await desk.rows(Plaatsingen=[placement()], Waarnemingen=[observation(Plaatsing="P1")])
    corrected = observation(Plaatsing="P1", **{"Betaald werk": "nee"})
    report = await desk.rows(Plaatsingen=[placement()], Waarnemingen=[corrected])
    assert kinds(report)["Waarnemingen"] == ["update"]
    first = await desk.one(Observation, in_paid_work=True)
    second = await desk.one(Observation, in_paid_work=False)
    assert isinstance(first, Observation)
    assert isinstance(second, Observation)
    assert first.superseded_at is not None
    assert second.supersedes_id == first.id
    half_year = await desk.one(FollowUp, month=6)
    assert isinstance(half_year, FollowUp)
    assert half_year.answered_by == second.id


async def test_follow_ups_are_planned_answered_and_closed(desk: Desk) -> None:
    await desk.rows(**EVERYTHING)
    follow_ups = {one.month: one for one in await desk.session.scalars(select(FollowUp))}
    assert {month: one.due_on for month, one in follow_ups.items()} == {
        3: date(2023, 11, 1),
        6: date(2024, 2, 1),
        12: date(2024, 8, 1),
        24: date(2025, 8, 1),
    }
    assert {month: one.state.value for month, one in follow_ups.items()} == {
        3: "answered",
        6: "answered",
        12: "unreachable",
        24: "unanswered",
    }
    assert follow_ups[12].closed_on == follow_ups[12].due_on
    assert follow_ups[6].closed_on == date(2024, 2, 20)


@pytest.mark.parametrize(
    ("closing", "reason"),
    [
        ({"Plaatsing": "P1", "Maand": 7}, "there is no follow-up at this month"),
        ({"Plaatsing": "P2", "Maand": 6}, "there is no follow-up of this placement"),
    ],
)
async def test_a_follow_up_that_is_not_there_cannot_be_closed(desk: Desk, closing: Row, reason: str) -> None:
    later = placement("P2", Start="01-03-2024")
    report = await desk.rows(Plaatsingen=[placement(), later], Opvolgingen=[{**closing, "Uitkomst": "geweigerd"}])
    assert report.left_out == {"D1": reason}


async def test_a_closing_that_comes_after_the_answer_is_skipped(desk: Desk) -> None:
    answered: dict[str, Rows] = {"Plaatsingen": [placement()], "Waarnemingen": [observation(Plaatsing="P1")]}
    await desk.rows(**answered)
    report = await desk.rows(**answered, Opvolgingen=[{"Plaatsing": "P1", "Maand": 6, "Uitkomst": "geweigerd"}])
    assert kinds(report)["Opvolgingen"] == ["skip"]
    assert report.participants_in == 1


async def test_one_error_leaves_out_one_participant_and_the_others_go_in(desk: Desk) -> None:
    report = await desk.rows(
        Deelnemers=[participant("D1"), participant("D2")],
        Trajecten=[completed("T1", "D1"), completed("T2", "D2", Programma="Programma dat niet bestaat")],
    )
    assert report.left_out == {"D2": "unknown programme"}
    assert not report.complete
    numbers = list(await desk.session.scalars(select(col(Participant.number))))
    assert numbers == ["D1"]


async def test_employers_are_recognised_by_their_kvk_number_and_without_one_by_name(desk: Desk) -> None:
    await desk.rows(
        Plaatsingen=[
            placement("P1"),
            placement("P2", Werkgever="Schoonmaak HELDER b.v.", Start="01-09-2023"),
            placement("P3", Werkgever="schoonmaak helder", KvK=None, Start="01-10-2023"),
        ]
    )
    employers = await desk.session.scalars(select(Organisation).where(col(Organisation.kvk_number).is_not(None)))
    assert [one.name for one in employers] == ["Schoonmaak Helder"]
    jobs = await desk.session.scalars(select(col(Placement.organisation_id)))
    assert len(set(jobs)) == 1


async def test_a_municipality_gets_its_code_when_the_installation_knows_it(desk: Desk) -> None:
    first = await desk.rows(Deelnemers=[participant(Gemeente="UTRECHT ")])
    assert first.notices.unknown_municipalities == ("Utrecht",)
    desk.session.add(Municipality(code="GM0344", name="Utrecht", search_name="utrecht"))
    await desk.session.flush()
    await desk.rows(Deelnemers=[participant(Gemeente="UTRECHT ")])
    profile = await desk.one(ParticipantProfile)
    found = await desk.one(Trajectory)
    assert isinstance(profile, ParticipantProfile)
    assert isinstance(found, Trajectory)
    assert profile.municipality_code == found.municipality_code == "GM0344"


async def test_names_of_the_team_become_accounts(desk: Desk, make: Factory) -> None:
    programme = (await desk.session.scalars(select(Programme))).one()
    coach = await make.account(Role.COACH, programme=programme, display_name="J. Coach")
    await desk.rows(Trajecten=[completed(Coach="j. coach", Coördinator="Iemand anders")])
    found = await desk.one(Trajectory)
    assert isinstance(found, Trajectory)
    assert (found.coach_id, found.coach_name) == (coach.id, "j. coach")
    assert (found.coordinator_id, found.coordinator_name) == (None, "Iemand anders")


async def test_an_end_that_the_employer_gave_is_not_overwritten(desk: Desk) -> None:
    await desk.rows(Plaatsingen=[placement(Einde="31-01-2024")])
    job = await desk.one(Placement)
    assert isinstance(job, Placement)
    job.end_source = EvidenceSource.EMPLOYER
    await desk.session.flush()
    report = await desk.rows(Plaatsingen=[placement(Einde="29-02-2024")])
    assert report.problems()[0].readings == ("31-01-2024", "29-02-2024")
    assert job.ends_on == date(2024, 1, 31)


async def test_a_number_of_another_participant_is_an_error(desk: Desk) -> None:
    await desk.rows(Plaatsingen=[placement("P1", "T1")])
    report = await desk.rows(
        Deelnemers=[participant("D2"), participant("D3")],
        Trajecten=[completed("T1", "D2"), completed("T3", "D3")],
        Plaatsingen=[placement("P1", "T3")],
    )
    assert report.left_out == {"D2": "trajectory is of another participant", "D3": "placement is of another trajectory"}


async def test_somebody_who_is_known_under_another_number_is_offered(desk: Desk) -> None:
    cells = {"Voornaam": "Khaled", "Achternaam": "Abraha", "Geboortedatum": "13-01-1974"}
    await desk.rows(Deelnemers=[participant("D1", **cells)])
    report = await desk.rows(Deelnemers=[participant("D7", **cells)], Trajecten=[completed("T7", "D7")])
    assert report.notices.probable_duplicates == (("D1", "D7"),)
    assert report.participants_in == 1


async def test_missing_programmes_are_made_only_when_asked_and_share_one_lead_organisation(
    session: AsyncSession, operator: Actor
) -> None:
    desk = Desk(session, operator)
    content = made_xlsx(
        Deelnemers=[participant("D1")],
        Trajecten=[completed("T1", Programma="Eerste"), completed("T2", Programma="Tweede")],
    )
    assert (await desk.load(content)).left_out == {"D1": "unknown programme"}
    dry = await desk.load(content, create_programmes=True, dry_run=True)
    assert dry.notices.programmes_created == ("Eerste", "Tweede")
    report = await desk.load(content, create_programmes=True)
    assert report.complete
    programmes = (await session.scalars(select(Programme))).all()
    assert len({one.lead_organisation_id for one in programmes}) == 1
    assert (await desk.load(content)).complete


async def test_a_coordinator_imports_into_their_own_programmes_only(desk: Desk, make: Factory) -> None:
    theirs = await make.programme(name="Van een ander")
    coordinator = await make.account(Role.COORDINATOR, programme=theirs)
    by = Actor(
        at=desk.by.at,
        audience=Audience.TEAM,
        account_id=coordinator.id,
        memberships=(Role_in(Role.COORDINATOR, None, theirs.id),),
    )
    content = made_xlsx(Deelnemers=[participant()], Trajecten=[completed()])
    assert (await desk.load(content, by=by, dry_run=True)).left_out == {"D1": "unknown programme"}
    with pytest.raises(Forbidden):
        await desk.load(content, by=by, create_programmes=True)


async def test_a_coach_does_not_import(desk: Desk) -> None:
    coach = Actor(at=desk.by.at, audience=Audience.TEAM, memberships=())
    with pytest.raises(Forbidden):
        await desk.load(made_xlsx(Deelnemers=[participant()], Trajecten=[completed()]), by=coach)


async def test_a_number_in_a_programme_that_cannot_be_seen_is_refused_without_telling_whose(
    desk: Desk, make: Factory
) -> None:
    await desk.rows()
    hidden = await desk.one(Programme, name=PROGRAMME)
    assert isinstance(hidden, Programme)
    theirs = await make.programme(name="Van een ander", lead_organisation_id=hidden.lead_organisation_id)
    account = await make.account(Role.COORDINATOR, programme=theirs)
    by = Actor(
        at=desk.by.at,
        audience=Audience.TEAM,
        account_id=account.id,
        memberships=(Role_in(Role.COORDINATOR, None, theirs.id),),
    )
    file = read_file(made_xlsx(Deelnemers=[participant()], Trajecten=[completed(Programma=theirs.name)]), by.today)
    with pytest.raises(Conflict, match="perhaps in a programme that you cannot see"):
        async with session_for(by) as session:
            await import_workbook(session, by=by, file=file, dry_run=False)


async def test_what_the_database_forbids_is_refused_whole(desk: Desk) -> None:
    """The known start and the new expected end each look right; together they do not."""
    await desk.rows(Plaatsingen=[placement(**{"Verwacht einde": "01-09-2023"})])
    with pytest.raises(Conflict, match="Nothing has been imported"):
        await desk.rows(Plaatsingen=[placement(Start="01-10-2023")])


async def test_the_number_of_statements_does_not_grow_with_the_file(desk: Desk, statements: list[str]) -> None:
    def people(count: int) -> bytes:
        return made_xlsx(
            Deelnemers=[participant(f"D{n}") for n in range(count)],
            Trajecten=[completed(f"T{n}", f"D{n}") for n in range(count)],
            Plaatsingen=[placement(f"P{n}", f"T{n}") for n in range(count)],
        )

    await desk.load(people(2))
    statements.clear()
    await desk.load(people(2))
    few = len(statements)
    await desk.load(people(60))
    statements.clear()
    await desk.load(people(60))
    assert len(statements) == few


UNANSWERED_THOUGH_SEEN_LATER = """
    select count(*) from follow_up
    join placement on placement.id = follow_up.placement_id
    join observation on observation.placement_id = placement.id and observation.in_paid_work
        and observation.superseded_at is null and observation.observed_on >= follow_up.due_on
    where follow_up.state = 'unanswered' and coalesce(placement.ends_on, 'infinity') >= follow_up.due_on
"""


async def test_hope_gives_200_participants_and_146_placements(
    session: AsyncSession, operator: Actor, example_workbooks: Path
) -> None:
    desk = Desk(session, operator)
    content = (example_workbooks / "hope.xlsx").read_bytes()
    report = await desk.load(content, create_programmes=True)
    assert report.complete
    assert report.participants_in == 200
    assert await session.scalar(select(func.count()).select_from(Placement)) == 146
    assert await session.scalar(text(UNANSWERED_THOUGH_SEEN_LATER)) == 0
    before = await desk.state()
    again = await desk.load(content, by=Actor.operator(operator.at + timedelta(days=1)))
    assert {verdict.kind for verdict in again.verdicts} == {VerdictKind.UNCHANGED}
    assert await desk.state() == before


async def test_messy_gives_exactly_the_verdicts_expected(
    session: AsyncSession, operator: Actor, make: Factory, example_workbooks: Path
) -> None:
    await make.programme(name="Leren en werken in Utrecht")
    desk = Desk(session, operator)
    content = (example_workbooks / "messy.xlsx").read_bytes()
    report = await desk.load(content)
    expected = json.loads((example_workbooks / "messy.expected.json").read_text())
    data = report_data(report)
    for part in ("participants_read", "participants_in", "left_out"):
        assert data[part] == expected[part]
    notices = data["notices"]
    assert isinstance(notices, dict)
    assert {notice: notices[notice] for notice in expected["notices"]} == expected["notices"]
    paid = await session.scalar(select(func.count()).select_from(Placement))
    assert paid == expected["paid_placements_in"]
    before = await desk.state()
    assert report_data(await desk.load(content))["left_out"] == expected["left_out"]
    assert await desk.state() == before


async def test_an_observation_says_of_social_assistance_what_the_file_says_and_nothing_when_it_is_empty(
    desk: Desk,
) -> None:
    said = [observation(Datum=f"0{day}-12-2024", Bijstand=word) for day, word in enumerate(("nee", "ja", ""), start=1)]
    await desk.rows(Waarnemingen=said)

    kept = (await desk.session.scalars(select(Observation).order_by(col(Observation.observed_on)))).all()
    assert [one.on_social_assistance for one in kept] == [False, True, None]
