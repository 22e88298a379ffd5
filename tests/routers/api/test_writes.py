"""What programs record through the API: the same deeds as on the pages, with versions."""

from datetime import date
from typing import Any

import httpx
import pytest

from app.rules.code_lists import Role, TrajectoryState
from tests.factories import Factory
from tests.routers.api.conftest import Dossier, Header, changed


async def post(client: httpx.AsyncClient, header: Header, path: str, **body: Any) -> httpx.Response:
    """Add something; it must be there afterwards, at the address that the answer gives."""
    answer = await client.post(f"/v1/{path}", json=body, headers=header)
    assert answer.status_code == 201, answer.text
    there = await client.get(answer.headers["location"], headers=header)
    assert there.status_code == 200
    assert there.json() == answer.json()
    return answer


async def test_somebody_is_entered_registered_screened_and_admitted(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    programme = str(dossier.programme.id)
    person = await post(
        client,
        coordinator,
        "participants",
        programmeId=programme,
        number="D900",
        firstName="Şelam",
        lastName="Haddad",
        municipalityCode="GM0344",
        skills=[{"name": "Sewing", "kind": "informal"}],
    )
    trajectory = await post(
        client,
        coordinator,
        "trajectories",
        programmeId=programme,
        participantId=person.json()["id"],
        cohortId=str(dossier.cohort.id),
        number="T900",
        registeredOn="2026-01-10",
    )
    assert trajectory.json()["state"] == "registered"
    assert trajectory.json()["municipalityCode"] == "GM0344"
    assert [step["step"] for step in trajectory.json()["steps"]] == ["register"]
    steps = f"/v1/trajectories/{trajectory.json()['id']}/steps"
    for step, state in (("screen", "screening"), ("admit", "admitted"), ("start", "active")):
        trajectory = await client.post(
            steps, json={"step": step, "onDate": "2026-01-12"}, headers=coordinator | changed(trajectory)
        )
        assert (trajectory.status_code, trajectory.json()["state"]) == (201, state)


async def test_a_first_paid_placement_plans_its_follow_ups_and_an_observation_answers_one(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coach: Header
) -> None:
    day = date(2025, 11, 1)
    trajectory = str((await make.trajectory(dossier.programme, registered_on=day, started_on=day)).id)
    placement = await post(
        client,
        coach,
        "placements",
        trajectoryId=trajectory,
        organisationId=str(dossier.employer.id),
        kind="regular_job",
        startsOn="2025-11-15",
        hours=24.5,
    )
    assert placement.json()["hours"] == 24.5
    follow_ups = await client.get(f"/v1/follow-ups?trajectory={trajectory}", headers=coach)
    assert sorted(one["month"] for one in follow_ups.json()["results"]) == [3, 6, 12, 24]
    observation = await post(
        client,
        coach,
        "observations",
        trajectoryId=trajectory,
        placementId=placement.json()["id"],
        observedOn="2026-02-15",
        inPaidWork=True,
        source="employer",
    )
    answered = await client.get(f"/v1/follow-ups?trajectory={trajectory}&state=answered", headers=coach)
    (answer,) = answered.json()["results"]
    assert (answer["month"], answer["answeredBy"]) == (3, observation.json()["id"])


async def test_a_correction_keeps_the_earlier_observation(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    corrected = await post(
        client,
        coordinator,
        f"observations/{dossier.observation.id}/corrections",
        observedOn="2026-03-01",
        inPaidWork=False,
        source="employer",
    )
    assert corrected.json()["supersedesId"] == str(dossier.observation.id)
    earlier = await client.get(f"/v1/observations/{dossier.observation.id}", headers=coordinator)
    assert earlier.json()["supersededAt"].endswith("Z")
    assert earlier.headers["etag"] == '"2"'


async def test_language_and_contacts_are_recorded(client: httpx.AsyncClient, dossier: Dossier, coach: Header) -> None:
    trajectory = str(dossier.trajectory.id)
    measured = await post(
        client,
        coach,
        "language-measurements",
        trajectoryId=trajectory,
        measuredOn="2026-03-01",
        skill="reading",
        level="A1-",
    )
    assert measured.json()["official"] is None
    contact = await post(
        client,
        coach,
        "coaching-contacts",
        trajectoryId=trajectory,
        contactedOn="2026-03-01",
        topics=["transport"],
        note="Line 1\nLine 2",
    )
    assert contact.json()["note"] == "Line 1\nLine 2"


async def test_a_placement_is_changed_and_ended_on_the_version_that_was_read(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    path = f"/v1/placements/{dossier.placement.id}"
    read = await client.get(path, headers=coordinator)
    changed_hours = await client.patch(path, json={"hours": 32}, headers=coordinator | changed(read))
    assert (changed_hours.status_code, changed_hours.json()["hours"]) == (200, 32.0)
    ended = await client.put(
        f"{path}/end",
        json={"endsOn": "2026-03-01", "endReason": "other_job", "endSource": "employer"},
        headers=coordinator | changed(changed_hours),
    )
    assert (ended.status_code, ended.json()["endsOn"]) == (200, "2026-03-01")
    assert ended.headers["etag"] == f'"{ended.json()["version"]}"'
    assert ended.json()["version"] > changed_hours.json()["version"] > read.json()["version"]


@pytest.mark.parametrize(
    ("path", "method", "body"),
    [
        ("programmes/{programme}", "PATCH", {"contactNormDays": 14}),
        ("participants/{participant}", "PATCH", {"phone": "030 1234567"}),
        ("placements/{placement}", "PATCH", {"hours": 20}),
        ("placements/{placement}/end", "PUT", {"endsOn": "2026-03-01"}),
        ("follow-ups/{follow_up}/closure", "PUT", {"state": "unreachable"}),
        ("workplace-supports/{support}", "PUT", {"state": "not_given"}),
        ("trajectories/{trajectory}/steps", "POST", {"step": "pause", "onDate": "2026-03-01", "reason": "Ill child"}),
    ],
)
async def test_a_change_names_the_version_it_is_based_on(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, path: str, method: str, body: dict[str, Any]
) -> None:
    address = "/v1/" + path.format(
        programme=dossier.programme.id,
        participant=dossier.participant.id,
        placement=dossier.placement.id,
        follow_up=dossier.follow_up.id,
        support=dossier.workplace_support.id,
        trajectory=dossier.trajectory.id,
    )
    read = await client.get(
        address.removesuffix("/end").removesuffix("/closure").removesuffix("/steps"), headers=coordinator
    )
    for wrong, status in (
        ({}, 428),
        ({"If-Match": "*"}, 428),
        ({"If-Match": '"99"'}, 412),
        ({"If-Match": "99"}, 412),
        ({"If-Match": f"W/{read.headers['etag']}"}, 412),
    ):
        refused = await client.request(method, address, json=body, headers=coordinator | wrong)
        assert (refused.status_code, refused.headers["content-type"]) == (status, "application/problem+json")
    done = await client.request(method, address, json=body, headers=coordinator | changed(read))
    assert done.status_code in (200, 201), done.text
    again = await client.request(method, address, json=body, headers=coordinator | changed(read))
    assert again.status_code == 412


async def test_of_a_programme_only_what_is_sent_changes(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    path = f"/v1/programmes/{dossier.programme.id}"
    read = await client.get(path, headers=coordinator)
    requirements = [{"kind": "language_level", "level": "A2"}, {"kind": "age", "from": 18}]
    answer = await client.patch(
        path,
        json={"entryRequirements": requirements, "sectors": ["C", "H"]},
        headers=coordinator | changed(read) | {"Content-Type": "application/merge-patch+json"},
    )
    assert answer.status_code == 200
    assert answer.json()["entryRequirements"] == [
        {"kind": "language_level", "level": "A2", "skill": None},
        {"kind": "age", "from": 18, "to": None},
    ]
    unchanged = {"entryRequirements", "sectors", "version", "changedAt"}
    assert {k: v for k, v in answer.json().items() if k not in unchanged} == {
        k: v for k, v in read.json().items() if k not in unchanged
    }


async def test_a_participant_is_found_under_the_new_name(
    client: httpx.AsyncClient, dossier: Dossier, coach: Header
) -> None:
    path = f"/v1/participants/{dossier.participant.id}"
    read = await client.get(path, headers=coach)
    body = {"lastName": "Ünal", "education": 4, "email": None}
    answer = await client.patch(path, json=body, headers=coach | changed(read))
    assert (answer.json()["lastName"], answer.json()["education"]) == ("Ünal", 4)
    found = await client.post("/v1/participants/_search", json={"name": "unal"}, headers=coach)
    assert [one["id"] for one in found.json()["results"]] == [str(dossier.participant.id)]


async def test_a_change_of_the_profile_alone_is_a_new_version_of_the_participant(
    client: httpx.AsyncClient, dossier: Dossier, coach: Header
) -> None:
    path = f"/v1/participants/{dossier.participant.id}"
    read = await client.get(path, headers=coach)
    answer = await client.patch(path, json={"education": 3}, headers=coach | changed(read))
    assert answer.headers["etag"] != read.headers["etag"]


async def test_an_administrator_adds_a_programme_and_its_coordinator_a_cohort(
    client: httpx.AsyncClient, dossier: Dossier, administrator: Header, coordinator: Header
) -> None:
    added = await post(
        client, administrator, "programmes", name="Groene Groei", phases=[{"name": "Language", "plannedWeeks": 12}]
    )
    assert added.json()["followUpMonths"] == [3, 6, 12, 24]
    assert added.json()["phases"] == [
        {"name": "Language", "plannedWeeks": 12, "contactNormDays": None, "caseloadWeight": 1}
    ]
    cohort = await post(
        client,
        coordinator,
        "cohorts",
        programmeId=str(dossier.programme.id),
        name="2026-2",
        startsOn="2026-09-01",
    )
    assert cohort.json()["endsOn"] is None


async def test_an_organisation_is_added_once(client: httpx.AsyncClient, coordinator: Header) -> None:
    body = {"name": "Bakkerij De Korst", "roles": ["employer"], "kvkNumber": "12345678"}
    await post(client, coordinator, "organisations", **body)
    again = await client.post("/v1/organisations", json=body, headers=coordinator)
    assert (again.status_code, again.json()["code"]) == (409, "conflict")
    found = await client.get("/v1/organisations?kvkNumber=12345678&role=employer", headers=coordinator)
    assert len(found.json()["results"]) == 1


async def test_a_number_that_is_taken_is_a_conflict(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    body = {
        "programmeId": str(dossier.programme.id),
        "number": dossier.participant.number,
        "firstName": "A",
        "lastName": "B",
    }
    answer = await client.post("/v1/participants", json=body, headers=coordinator)
    assert answer.status_code == 409
    assert dossier.participant.number not in answer.text


async def test_a_step_that_is_not_possible_is_refused_with_a_sentence(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    path = f"/v1/trajectories/{dossier.trajectory.id}"
    read = await client.get(path, headers=coordinator)
    assert read.json()["state"] == TrajectoryState.ACTIVE
    body = {"step": "admit", "onDate": "2026-03-01"}
    answer = await client.post(f"{path}/steps", json=body, headers=coordinator | changed(read))
    assert answer.status_code == 400
    assert [(one["name"], one["code"]) for one in answer.json()["invalidParams"]] == [("step", "not-allowed")]


async def test_what_a_registration_refers_to_must_be_there_and_yours(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    elsewhere = await make.programme()
    body = {
        "programmeId": str(elsewhere.id),
        "participantId": str(dossier.participant.id),
        "number": "T1",
        "registeredOn": "2026-01-01",
    }
    answer = await client.post("/v1/trajectories", json=body, headers=coordinator)
    assert (answer.status_code, answer.json()["invalidParams"][0]["name"]) == (400, "programmeId")
    other_cohort = await make.cohort(elsewhere)
    body |= {"programmeId": str(dossier.programme.id), "cohortId": str(other_cohort.id), "registeredOn": "2099-01-01"}
    answer = await client.post("/v1/trajectories", json=body, headers=coordinator)
    assert {one["name"] for one in answer.json()["invalidParams"]} == {"cohortId", "registeredOn"}


async def test_a_participant_of_one_organisation_is_not_handed_to_another(
    client: httpx.AsyncClient, make: Factory
) -> None:
    here, elsewhere = await make.programme(), await make.programme()
    account = await make.account(Role.COORDINATOR, programme=here)
    await make.membership(account, Role.COORDINATOR, programme=elsewhere)
    participant = await make.participant(here)
    body = {
        "programmeId": str(elsewhere.id),
        "participantId": str(participant.id),
        "number": "T1",
        "registeredOn": "2026-01-01",
    }
    answer = await client.post("/v1/trajectories", json=body, headers=await make.token(account))
    assert [one["code"] for one in answer.json()["invalidParams"]] == ["of-another-organisation"]


async def test_only_a_coordinator_decides_and_changes_the_programme(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coach: Header
) -> None:
    candidate = await make.trajectory(dossier.programme, state="screening", started_on=None)
    read = await client.get(f"/v1/trajectories/{candidate.id}", headers=coach)
    body = {"step": "admit", "onDate": "2026-03-01"}
    answer = await client.post(f"/v1/trajectories/{candidate.id}/steps", json=body, headers=coach | changed(read))
    assert answer.status_code == 403
    path = f"/v1/programmes/{dossier.programme.id}"
    read = await client.get(path, headers=coach)
    answer = await client.patch(path, json={"contactNormDays": 1}, headers=coach | changed(read))
    assert answer.status_code == 403
    body = {"programmeId": str(dossier.programme.id), "name": "Other"}
    assert (await client.post("/v1/cohorts", json=body, headers=coach)).status_code == 403
    assert (await client.post("/v1/programmes", json={"name": "Other"}, headers=coach)).status_code == 403


@pytest.mark.parametrize(
    ("requirement", "field", "code"),
    [
        ({"kind": "nationality"}, "entryRequirements.0", "not-in-list"),
        ({"level": "A2"}, "entryRequirements.0", "missing"),
        ({"kind": "language_level", "level": "B7"}, "entryRequirements.0.languageLevel.level", "not-in-list"),
        ({"kind": "age", "from": 27, "to": 18}, "entryRequirements.0.age", "not-allowed"),
    ],
)
async def test_a_requirement_that_cannot_be_checked_is_refused_at_its_place(
    client: httpx.AsyncClient,
    dossier: Dossier,
    coordinator: Header,
    requirement: dict[str, object],
    field: str,
    code: str,
) -> None:
    path = f"/v1/programmes/{dossier.programme.id}"
    read = await client.get(path, headers=coordinator)
    body = {"entryRequirements": [requirement]}
    answer = await client.patch(path, json=body, headers=coordinator | changed(read))
    assert answer.status_code == 400
    assert [(one["name"], one["code"]) for one in answer.json()["invalidParams"]] == [(field, code)]


async def test_an_admission_with_conditions_makes_tasks_that_are_read_and_done(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    candidate = await make.trajectory(dossier.programme, state="screening", started_on=None)
    admitted = await client.post(
        f"/v1/trajectories/{candidate.id}/steps",
        json={
            "step": "admit",
            "onDate": "2026-03-02",
            "conditions": ["Childcare on Wednesday"],
            "conditionsDueOn": "2199-01-01",
        },
        headers=coordinator | {"If-Match": '"1"'},
    )
    assert (admitted.status_code, admitted.json()["decision"]) == (201, "admitted_with_conditions")
    decisions = await client.get(f"/v1/screening-decisions?trajectory={candidate.id}", headers=coordinator)
    (decision,) = decisions.json()["results"]
    assert (decision["conditions"], decision["checkVerdict"]) == (["Childcare on Wednesday"], None)
    (task,) = (await client.get(f"/v1/tasks?trajectory={candidate.id}", headers=coordinator)).json()["results"]
    assert (task["title"], task["screeningDecisionId"]) == ("Childcare on Wednesday", decision["id"])
    done = await client.patch(
        f"/v1/tasks/{task['id']}", json={"doneOn": "2026-03-02"}, headers=coordinator | {"If-Match": '"1"'}
    )
    assert (done.status_code, done.json()["doneOn"]) == (200, "2026-03-02")


async def test_an_admission_against_the_check_is_refused_by_the_field_of_the_reason(
    client: httpx.AsyncClient, make: Factory, coordinator: Header, dossier: Dossier
) -> None:
    programme = await make.programme(entry_requirements=[{"kind": "benefit", "oneOf": ["ww"]}])
    leader = await make.token(await make.account(Role.COORDINATOR, programme=programme))
    person = await make.participant(programme, {"benefit": "none"})
    candidate = await make.trajectory(programme, person, state="screening", started_on=None)
    answer = await client.post(
        f"/v1/trajectories/{candidate.id}/steps",
        json={"step": "admit", "onDate": "2026-03-02"},
        headers=leader | {"If-Match": '"1"'},
    )
    (fault,) = answer.json()["invalidParams"]
    assert (answer.status_code, fault["name"], fault["code"]) == (400, "reason", "against-the-check")


async def test_a_coach_records_what_the_screening_brings_to_light_and_does_not_decide(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coach: Header
) -> None:
    candidate = await make.trajectory(dossier.programme, state="screening", started_on=None)
    about = {"trajectoryId": str(candidate.id)}
    for path, said in (
        ("screening-tests", {"instrument": "Learnability test", "score": 3, "outOf": 4, "takenOn": "2026-03-02"}),
        ("motivation-interviews", {"sector": "R", "score": 4, "heldOn": "2026-03-02"}),
        ("circumstances", {"domain": "debts", "state": "blocking", "assessedOn": "2026-03-02"}),
        ("tasks", {"title": "Call the school", "dueOn": "2199-01-01"}),
    ):
        assert (await client.post(f"/v1/{path}", json=about | said, headers=coach)).status_code == 201
    step = {"step": "admit", "onDate": "2026-03-02"}
    refused = await client.post(
        f"/v1/trajectories/{candidate.id}/steps", json=step, headers=coach | {"If-Match": '"1"'}
    )
    assert refused.status_code == 403


async def test_language_support_is_recorded_changed_and_ended(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    support = await post(
        client,
        coordinator,
        "language-supports",
        trajectoryId=str(dossier.trajectory.id),
        kind="job_language",
        hoursPerWeek=4.5,
        organisationId=str(dossier.employer.id),
        startsOn="2026-01-05",
    )
    here = f"/v1/language-supports/{support.json()['id']}"
    ended = await client.patch(here, json={"endsOn": "2026-02-27"}, headers=coordinator | changed(support))
    assert (ended.status_code, ended.json()["endsOn"], ended.json()["hoursPerWeek"]) == (200, "2026-02-27", 4.5)
    late = await client.patch(here, json={"endsOn": None}, headers=coordinator | changed(support))
    assert late.status_code == 412


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"endsOn": "2026-01-04"}, "endsOn"),
        ({"provider": "De Brug", "organisationId": "00000000-0000-0000-0000-000000000000"}, "provider"),
        ({"organisationId": "00000000-0000-0000-0000-000000000000"}, "organisationId"),
        ({"hoursPerWeek": 0}, "hoursPerWeek"),
    ],
)
async def test_language_support_that_cannot_be_right_is_refused_with_the_field(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, wrong: dict[str, Any], field: str
) -> None:
    body = {"trajectoryId": str(dossier.trajectory.id), "kind": "class", "startsOn": "2026-01-05", **wrong}
    answer = await client.post("/v1/language-supports", json=body, headers=coordinator)
    assert answer.status_code == 400
    assert [one["name"] for one in answer.json()["invalidParams"]] == [field]


async def test_support_at_work_and_a_score_are_recorded_and_found_again(
    client: httpx.AsyncClient, dossier: Dossier, coach: Header
) -> None:
    body = {"placementId": str(dossier.placement.id), "kind": "team_training", "state": "planned", "note": "In mei"}
    added = await client.post("/v1/workplace-supports", json=body, headers=coach)
    assert (added.status_code, added.json()["source"]) == (201, "coach")
    again = await client.post("/v1/workplace-supports", json=body, headers=coach)
    assert (again.status_code, again.json()["code"]) == (409, "conflict")
    score = {"placementId": str(dossier.placement.id), "ratedOn": "2026-03-02", "dimension": "programme", "score": 2}
    rated = await client.post("/v1/ratings", json=score, headers=coach)
    assert (rated.status_code, rated.json()["ratedBy"]) == (201, "employer")
    found = await client.get(f"/v1/ratings?placement={dossier.placement.id}", headers=coach)
    assert rated.json() in found.json()["results"]
