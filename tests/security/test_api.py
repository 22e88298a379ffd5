"""The API to somebody who has no business there: 401 for nobody, 403 for the wrong role, 404 for a stranger."""

from collections.abc import Iterator, Sequence
from typing import Any

import httpx
import pytest
from fastapi.routing import iter_route_contexts
from sqlalchemy import text

from app import clock
from app.actor import Actor
from app.database import session_for
from app.routers.api import create_api
from tests.factories import MOMENT, Factory
from tests.routers.api.conftest import Dossier, Header

FOR_REPORTS = ("/outcomes", "/outcomes/explanations", "/outcomes/curves", "/metrics", "/metrics/{code}")
"""What a municipality may read as well; tests/routers/api/test_outcomes.py tells how much."""
SAVED_REPORTS = ("/outcome-reports", "/own-metrics")
"""A municipality reads those of a programme that let it in; it changes and publishes none of the team's."""
OF_ITS_OWN = ("POST", "/outcome-reports")
"""And it saves reports of its own about such a programme."""
FOR_EVERYBODY = ("/programme-catalogue", "/programme-catalogue/{key}")
"""What whoever signs in may read: it is public knowledge about programmes elsewhere."""
FOR_ADMINISTRATORS = ("/programmes", "/programme-partners", "/programme-funds", "/cohorts", "/organisations")
SHARED = ("/organisations/{organisation_id}",)
"""What every team may read: there is one list of organisations."""

DAY = "2026-03-01"
BODIES: dict[tuple[str, str], dict[str, Any]] = {
    ("PATCH", "/programmes/{programme_id}"): {"contactNormDays": 14},
    ("PATCH", "/participants/{participant_id}"): {"phone": "030 1234567"},
    ("POST", "/participants/{participant_id}/erasure"): {"reason": "asked"},
    ("POST", "/trajectories/{trajectory_id}/steps"): {"step": "pause", "onDate": DAY, "reason": "Holiday"},
    ("PATCH", "/placements/{placement_id}"): {"hours": 20},
    ("PUT", "/placements/{placement_id}/end"): {"endsOn": DAY},
    ("POST", "/observations/{observation_id}/corrections"): {
        "observedOn": DAY,
        "inPaidWork": False,
        "source": "coach",
    },
    ("PUT", "/follow-ups/{follow_up_id}/closure"): {"state": "refused"},
    ("PUT", "/follow-ups/{follow_up_id}/day"): {"dueOn": "2026-03-10", "reason": "Holiday"},
    ("PUT", "/follow-ups/{follow_up_id}/acknowledgement"): {"reason": "Nobody knows"},
    ("DELETE", "/follow-ups/{follow_up_id}/acknowledgement"): {},
    ("POST", "/follow-ups/{follow_up_id}/reopenings"): {"reason": "Reached after all"},
    ("POST", "/follow-ups/{follow_up_id}/answers"): {
        "answer": "still_here",
        "toldBy": "The manager",
        "toldOn": "2026-03-02",
    },
    ("POST", "/employer-contacts"): {
        "programmeId": "{programme_id}",
        "organisationId": "{organisation_id}",
        "email": "hr@example.org",
    },
    ("PATCH", "/employer-contacts/{employer_contact_id}"): {"phone": "030 1234567"},
    ("PUT", "/workplace-supports/{workplace_support_id}"): {"state": "planned"},
    ("POST", "/workplace-supports"): {"placementId": "{placement_id}", "kind": "adapted_tasks", "state": "given"},
    ("POST", "/ratings"): {"placementId": "{placement_id}", "ratedOn": DAY, "dimension": "job", "score": 4},
    ("POST", "/programmes"): {"name": "Another"},
    ("POST", "/programme-partners"): {
        "programmeId": "{programme_id}",
        "organisationId": "{organisation_id}",
        "role": "employer",
    },
    ("PATCH", "/programme-partners/{partner_id}"): {"task": "Lessons"},
    ("DELETE", "/programme-partners/{partner_id}"): {},
    ("POST", "/programme-funds"): {"programmeId": "{programme_id}", "source": "ESF+"},
    ("PATCH", "/programme-funds/{funding_id}"): {"amount": 1000},
    ("DELETE", "/programme-funds/{funding_id}"): {},
    ("POST", "/cohorts"): {"programmeId": "{programme_id}", "name": "Another"},
    ("POST", "/organisations"): {"name": "Another"},
    ("POST", "/own-metrics"): {"programmeId": "{programme_id}", "title": "At work after nine months"},
    ("PATCH", "/own-metrics/{metric_id}"): {"horizonMonths": 10},
    ("POST", "/own-metric-previews"): {"programmeId": "{programme_id}", "title": "At work after nine months"},
    ("POST", "/outcome-reports"): {"programmeId": "{programme_id}", "title": "For the council"},
    ("PATCH", "/outcome-reports/{report_id}"): {"title": "For the alderman"},
    ("DELETE", "/outcome-reports/{report_id}"): {},
    ("POST", "/outcome-reports/{report_id}/editions"): {},
    ("POST", "/participants"): {
        "programmeId": "{programme_id}",
        "number": "D77",
        "firstName": "A",
        "lastName": "B",
    },
    ("POST", "/participants/_search"): {"name": "warsame"},
    ("POST", "/participants/{participant_id}/merges"): {"participantId": "{same_person_id}", "version": 2},
    ("POST", "/trajectories"): {
        "programmeId": "{programme_id}",
        "participantId": "{participant_id}",
        "number": "T77",
        "registeredOn": DAY,
    },
    ("POST", "/language-measurements"): {
        "trajectoryId": "{trajectory_id}",
        "measuredOn": DAY,
        "skill": "reading",
        "level": "A2",
    },
    ("POST", "/language-supports"): {"trajectoryId": "{trajectory_id}", "kind": "buddy", "startsOn": DAY},
    ("PATCH", "/language-supports/{support_id}"): {"endsOn": DAY},
    ("POST", "/screening-tests"): {
        "trajectoryId": "{trajectory_id}",
        "instrument": "Learnability test",
        "score": 3,
        "outOf": 4,
        "takenOn": DAY,
    },
    ("POST", "/motivation-interviews"): {"trajectoryId": "{trajectory_id}", "sector": "R", "score": 4, "heldOn": DAY},
    ("POST", "/circumstances"): {
        "trajectoryId": "{trajectory_id}",
        "domain": "debts",
        "state": "fine",
        "assessedOn": DAY,
    },
    ("POST", "/tasks"): {"trajectoryId": "{trajectory_id}", "title": "Call", "dueOn": "2199-01-01"},
    ("PATCH", "/tasks/{task_id}"): {"doneOn": DAY},
    ("PATCH", "/coaching-contacts/{contact_id}"): {"minutes": 20},
    ("PUT", "/trajectories/{trajectory_id}/phase"): {"phase": "Orientation", "phaseSince": DAY},
    ("POST", "/coaching-contacts"): {"trajectoryId": "{trajectory_id}", "contactedOn": DAY},
    ("POST", "/placements"): {
        "trajectoryId": "{trajectory_id}",
        "organisationId": "{organisation_id}",
        "kind": "regular_job",
        "startsOn": DAY,
    },
    ("POST", "/observations"): {
        "trajectoryId": "{trajectory_id}",
        "observedOn": DAY,
        "inPaidWork": True,
        "source": "coach",
    },
}
FOLLOW_UP = "/follow-ups/{follow_up_id}"
ONE_AFTER_THE_OTHER = (
    ("PUT", f"{FOLLOW_UP}/day"),
    ("PUT", f"{FOLLOW_UP}/acknowledgement"),
    ("DELETE", f"{FOLLOW_UP}/acknowledgement"),
    ("PUT", f"{FOLLOW_UP}/closure"),
    ("POST", f"{FOLLOW_UP}/reopenings"),
    ("POST", f"{FOLLOW_UP}/answers"),
)
"""What can be done to a follow-up depends on what was done before."""
LAST = ("POST", "/participants/{participant_id}/erasure")
"""After which nothing can be filled in about somebody."""
ADDS_SOMETHING_OF_ONES_OWN = {("POST", "/organisations")}


def operations() -> Iterator[tuple[str, str]]:
    """Every method and path of the API but its description."""
    for context in iter_route_contexts(create_api().routes):
        for method in context.methods or ():
            if context.path != "/openapi.json":
                yield method, str(context.path)


EVERY_OPERATION = sorted(operations())
OF_OUR_OWN = [one for one in EVERY_OPERATION if one[1] not in FOR_EVERYBODY]
OF_ONE_THING = [one for one in OF_OUR_OWN if "{" in one[1]]
OF_A_TEAM = [one for one in OF_OUR_OWN if one[1] not in FOR_REPORTS]


@pytest.fixture
async def ids(make: Factory, dossier: Dossier) -> dict[str, str]:
    """What stands in addresses and bodies: the things of the dossier."""
    return {
        "programme_id": str(dossier.programme.id),
        "partner_id": str(dossier.partner.id),
        "funding_id": str(dossier.funding.id),
        "cohort_id": str(dossier.cohort.id),
        "organisation_id": str(dossier.employer.id),
        "participant_id": str(dossier.participant.id),
        "same_person_id": str((await make.participant(dossier.programme)).id),
        "trajectory_id": str(dossier.trajectory.id),
        "measurement_id": str(dossier.measurement.id),
        "support_id": str(dossier.support.id),
        "contact_id": str(dossier.contact.id),
        "group_session_id": str(dossier.group_session.id),
        "assignment_id": str(dossier.assignment.id),
        "placement_id": str(dossier.placement.id),
        "observation_id": str(dossier.observation.id),
        "follow_up_id": str(dossier.follow_up.id),
        "employer_contact_id": str(dossier.employer_contact.id),
        "test_id": str(dossier.test.id),
        "interview_id": str(dossier.interview.id),
        "circumstance_id": str(dossier.circumstance.id),
        "decision_id": str(dossier.decision.id),
        "task_id": str(dossier.task.id),
        "workplace_support_id": str(dossier.workplace_support.id),
        "rating_id": str(dossier.rating.id),
        "report_id": str(dossier.report.id),
        "metric_id": str((await make.own_metric(dossier.programme)).id),
        "number": "1",
        "code": "admitted",
        "key": "pietra",
    }


async def call(
    client: httpx.AsyncClient, operation: tuple[str, str], ids: dict[str, str], header: Header
) -> httpx.Response:
    """One call that would be right if the right one made it."""
    method, path = operation
    body = BODIES[operation] if method != "GET" else None
    filled = {name: value.format(**ids) if isinstance(value, str) else value for name, value in (body or {}).items()}
    return await client.request(
        method,
        "/v1" + path.format(**ids),
        json=filled if body is not None else None,
        headers={"If-Match": '"1"', **header},
    )


def test_every_operation_has_a_case() -> None:
    assert len(EVERY_OPERATION) > 30
    changes = {one for one in EVERY_OPERATION if one[0] != "GET"}
    assert BODIES.keys() == changes


async def test_nobody_gets_anything(client: httpx.AsyncClient, ids: dict[str, str]) -> None:
    answered = {one: (await call(client, one, ids, {})).status_code for one in EVERY_OPERATION}
    assert set(answered.values()) == {401}, answered


async def test_an_employer_gets_nothing(client: httpx.AsyncClient, ids: dict[str, str], employer: Header) -> None:
    answered = {one: (await call(client, one, ids, employer)).status_code for one in OF_OUR_OWN}
    assert set(answered.values()) == {403}, answered


async def test_a_municipality_gets_only_numbers(
    client: httpx.AsyncClient, ids: dict[str, str], municipality: Header
) -> None:
    numbers = [one for one in OF_A_TEAM if one[0] == "GET" and one[1].startswith(SAVED_REPORTS)]
    others = [one for one in OF_A_TEAM if one not in (*numbers, OF_ITS_OWN)]
    answered = {one: (await call(client, one, ids, municipality)).status_code for one in others}
    assert set(answered.values()) == {403}, answered


async def test_an_administrator_gets_nothing_about_people(
    client: httpx.AsyncClient, ids: dict[str, str], administrator: Header
) -> None:
    about_people = [one for one in OF_OUR_OWN if not one[1].startswith(FOR_ADMINISTRATORS)]
    answered = {one: (await call(client, one, ids, administrator)).status_code for one in about_people}
    assert set(answered.values()) == {403}, answered


async def test_a_stranger_finds_nothing_of_another_programme(
    client: httpx.AsyncClient, ids: dict[str, str], stranger: Header
) -> None:
    before = await everything()
    for operation in OF_ONE_THING:
        if operation[1] in (*SHARED, *FOR_REPORTS):
            continue
        answer = await call(client, operation, ids, stranger)
        if operation[1].endswith("/steps") and operation[0] == "GET":
            assert answer.json() == {"results": []}
        else:
            assert answer.status_code == 404, operation
    assert await everything() == before


async def test_a_stranger_finds_nothing_in_a_list(
    client: httpx.AsyncClient, ids: dict[str, str], stranger: Header
) -> None:
    programme = ids["programme_id"]
    for method, path in OF_A_TEAM:
        if "{" in path or path == "/organisations" or (method == "POST" and path != "/participants/_search"):
            continue
        answer = await call(client, (method, path), ids, stranger)
        assert answer.status_code == 200
        assert programme not in answer.text, path


async def test_a_stranger_writes_nothing_into_another_programme(
    client: httpx.AsyncClient, ids: dict[str, str], stranger: Header
) -> None:
    before = await everything()
    for operation in EVERY_OPERATION:
        if operation[0] == "POST" and "{" not in operation[1] and operation not in ADDS_SOMETHING_OF_ONES_OWN:
            answer = await call(client, operation, ids, stranger)
            assert answer.status_code in (400, 403, 404) or operation[1].endswith("_search"), operation
    assert await everything() == before


async def test_the_coordinator_can_do_all_of_this(
    client: httpx.AsyncClient, ids: dict[str, str], coordinator: Header
) -> None:
    others = [one for one in OF_A_TEAM if one not in ONE_AFTER_THE_OTHER]
    with clock.moved_to(MOMENT):
        for operation in (*ONE_AFTER_THE_OTHER, *sorted(others, key=lambda one: (one == LAST, one[0] == "DELETE"))):
            header = dict(coordinator)
            if operation[0] in ("PATCH", "PUT", "DELETE") or operation[1].endswith(
                ("/steps", "/reopenings", "/erasure", "/merges")
            ):
                thing = "/v1/" + "/".join(operation[1].format(**ids).split("/")[1:3])
                header["If-Match"] = (await client.get(thing, headers=coordinator)).headers["etag"]
            answer = await call(client, operation, ids, header)
            expected = {"POST": 201, "DELETE": 204}.get(operation[0], 200)
            if operation == ("POST", "/programmes"):
                expected = 403
            if operation == ("DELETE", "/outcome-reports/{report_id}"):
                expected = 409
            if operation[1].endswith("_search"):
                expected = 200
            assert answer.status_code == expected, answer.text


async def everything() -> Sequence[object]:
    """How many rows each table has, and whether one of them changed."""
    async with session_for(Actor.operator(MOMENT)) as session:
        tables = await session.scalars(text("select tablename from pg_tables where schemaname = 'public' order by 1"))
        counted = []
        for table in set(tables.all()) - {"alembic_version", "sign_in_session"}:
            digest = f"select count(*), md5(string_agg(t::text, ',' order by t::text)) from {table} t"
            counted.append((table, *(await session.execute(text(digest))).one()))
        return sorted(counted)
