"""What the API answers when a program reads."""

from datetime import UTC, datetime

import httpx
import pytest
from pydantic import BaseModel

from app.models.base import Shape
from app.models.circumstance import CircumstancePublic
from app.models.coaching_contact import CoachingContactPublic
from app.models.cohort import CohortPublic
from app.models.employer_contact import EmployerContactPublic
from app.models.follow_up import FollowUpPublic
from app.models.language_measurement import LanguageMeasurementPublic
from app.models.language_support import LanguageSupportPublic
from app.models.motivation_interview import MotivationInterviewPublic
from app.models.observation import ObservationPublic
from app.models.organisation import OrganisationPublic
from app.models.participant import ParticipantPublic
from app.models.placement import PlacementPublic
from app.models.programme import ProgrammePublic
from app.models.programme_funding import FundingPublic
from app.models.programme_partner import PartnerPublic
from app.models.rating import RatingPublic
from app.models.screening import ScreeningDecisionPublic
from app.models.screening_test import ScreeningTestPublic
from app.models.task import TaskPublic
from app.models.trajectory import TrajectoryEventPublic, TrajectoryPublic
from app.models.trajectory_document import TrajectoryDocument
from app.models.workplace_support import WorkplaceSupportPublic
from app.rules.code_lists import Role
from tests.conftest import Statements
from tests.factories import MOMENT, TODAY, Factory
from tests.routers.api.conftest import Dossier, Header

SHAPES: dict[str, type[Shape]] = {
    "programmes": ProgrammePublic,
    "programme-partners": PartnerPublic,
    "programme-funds": FundingPublic,
    "cohorts": CohortPublic,
    "organisations": OrganisationPublic,
    "participants": ParticipantPublic,
    "trajectories": TrajectoryPublic,
    "language-measurements": LanguageMeasurementPublic,
    "language-supports": LanguageSupportPublic,
    "coaching-contacts": CoachingContactPublic,
    "placements": PlacementPublic,
    "employer-contacts": EmployerContactPublic,
    "observations": ObservationPublic,
    "follow-ups": FollowUpPublic,
    "screening-tests": ScreeningTestPublic,
    "motivation-interviews": MotivationInterviewPublic,
    "circumstances": CircumstancePublic,
    "screening-decisions": ScreeningDecisionPublic,
    "tasks": TaskPublic,
    "workplace-supports": WorkplaceSupportPublic,
    "ratings": RatingPublic,
}


def is_exactly(shape: type[BaseModel], answer: object) -> None:
    """The answer has every field of its shape, no other, and every value fits."""
    read = shape.model_validate(answer)
    assert isinstance(answer, dict)
    assert set(answer) == {field.alias for field in shape.model_fields.values()}
    for name, field in shape.model_fields.items():
        value = getattr(read, name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, BaseModel):
                inner = answer[field.alias or name]
                is_exactly(type(each), inner[0] if isinstance(inner, list) else inner)


@pytest.mark.parametrize("collection", SHAPES)
async def test_a_page_of_things_is_what_the_description_promises(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, collection: str
) -> None:
    answer = await client.get(f"/v1/{collection}", headers=coordinator)
    assert answer.status_code == 200
    assert list(answer.json()) == ["results"]
    assert answer.json()["results"]
    for thing in answer.json()["results"]:
        is_exactly(SHAPES[collection], thing)


@pytest.mark.parametrize("collection", sorted(SHAPES.keys() - {"organisations"}))
async def test_one_thing_is_what_the_description_promises_and_has_a_version(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, collection: str
) -> None:
    thing = dossier.paths()[collection]
    answer = await client.get(f"/v1/{collection}/{thing}", headers=coordinator)
    assert answer.status_code == 200
    is_exactly(TrajectoryDocument if collection == "trajectories" else SHAPES[collection], answer.json())
    assert answer.json()["id"] == str(thing)
    assert answer.headers["etag"] == f'"{answer.json().get("version", 1)}"'


async def test_a_trajectory_comes_with_everything_that_belongs_to_it(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    answer = (await client.get(f"/v1/trajectories/{dossier.trajectory.id}", headers=coordinator)).json()
    assert answer["participant"]["lastName"] == "Warsame"
    assert [step["step"] for step in answer["steps"]] == ["register"]
    assert [placement["organisationName"] for placement in answer["placements"]] == [dossier.employer.name]
    assert [contact["note"] for contact in answer["coachingContacts"]] == ["Told about home"]
    assert [follow_up["month"] for follow_up in answer["followUps"]] == [6]
    assert [rating["score"] for rating in answer["ratings"]] == [4]
    assert len(answer["languageMeasurements"]) == len(answer["observations"]) == 1


async def test_a_trajectory_without_facts_has_empty_lists(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    bare = await make.trajectory(dossier.programme)
    answer = (await client.get(f"/v1/trajectories/{bare.id}", headers=coordinator)).json()
    assert (answer["cohortName"], answer["steps"], answer["placements"]) == (None, [], [])


@pytest.mark.parametrize("path", ["/v1/trajectories", "/v1/trajectories/{trajectory}", "/v1/participants"])
async def test_a_read_is_one_statement(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, statements: Statements, path: str
) -> None:
    statements.clear()
    await client.get(path.format(trajectory=dossier.trajectory.id), headers=coordinator)
    assert len(statements) == 1


async def test_moments_are_in_utc(client: httpx.AsyncClient, dossier: Dossier, coordinator: Header) -> None:
    answer = (await client.get(f"/v1/placements/{dossier.placement.id}", headers=coordinator)).json()
    assert answer["recordedAt"] == "2026-03-02T09:00:00.000000Z"
    assert datetime.fromisoformat(answer["recordedAt"]).astimezone(UTC) == MOMENT


async def test_a_list_can_be_narrowed(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    await make.trajectory(dossier.programme, state="closed")
    for query in (f"cohort={dossier.cohort.id}", f"participant={dossier.participant.id}", "state=active"):
        answer = await client.get(f"/v1/trajectories?programme={dossier.programme.id}&{query}", headers=coordinator)
        assert [one["id"] for one in answer.json()["results"]] == [str(dossier.trajectory.id)]


async def test_follow_ups_can_be_asked_for_by_target_date(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    due = await client.get("/v1/follow-ups?dueFrom=2026-03-02&dueUntil=2026-03-02&state=due", headers=coordinator)
    assert len(due.json()["results"]) == 1
    later = await client.get("/v1/follow-ups?dueFrom=2026-03-03", headers=coordinator)
    assert later.json()["results"] == []


async def test_tasks_can_be_asked_for_by_who_does_them_and_whether_they_are_done(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    coach = await make.account(Role.COACH, programme=dossier.programme)
    done = await make.task(dossier.trajectory, done_on=TODAY, assigned_to=coach.id)
    for query, found in (("open=true", dossier.task), ("open=false", done), (f"assignedTo={coach.id}", done)):
        answer = await client.get(f"/v1/tasks?{query}", headers=coordinator)
        assert [one["id"] for one in answer.json()["results"]] == [str(found.id)]


async def test_steps_are_listed_under_their_trajectory(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    answer = await client.get(f"/v1/trajectories/{dossier.trajectory.id}/steps", headers=coordinator)
    (step,) = answer.json()["results"]
    is_exactly(TrajectoryEventPublic, step)
    assert step["toState"] == "registered"


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ({"name": "WÁRS"}, 1),
        ({"name": "amina warsame"}, 1),
        ({"name": "100%"}, 0),
        ({"name": "warsame", "number": "nobody"}, 0),
    ],
)
async def test_people_are_looked_for_without_a_name_in_the_address(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, search: dict[str, str], found: int
) -> None:
    answer = await client.post("/v1/participants/_search", json=search, headers=coordinator)
    assert (answer.status_code, len(answer.json()["results"])) == (200, found)


async def test_the_cookie_of_a_page_works_too(client: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme()
    client.cookies.update(await make.signed_in(await make.account(Role.COORDINATOR, programme=programme)))
    answer = await client.get("/v1/programmes")
    assert [one["id"] for one in answer.json()["results"]] == [str(programme.id)]
