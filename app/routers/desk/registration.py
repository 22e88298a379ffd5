"""Registers somebody in a programme. Who may be known already is offered first; nobody is merged by itself."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.local_format import local_language_name
from app.queries.own_programmes import read_own_programmes
from app.queries.same_person import Lookalike, read_lookalikes
from app.routers.acting import Acting, Team
from app.routers.forms import Form, kept_in
from app.routers.pages import language_of, page
from app.rules.code_lists import Benefit, Gender, ResidenceGround, Role
from app.rules.education_names import EDUCATION_NAMES
from app.rules.names import choices
from app.rules.probable_duplicates import KnownPerson, probable_duplicates
from app.rules.sentence import Sentence
from app.use_cases.register_person import PersonRegistered, register_person

router = APIRouter()

REGISTRATION = Form(
    "registration",
    {
        "programme_id": Sentence("Programme"),
        "cohort_id": Sentence("Cohort"),
        "registered_on": Sentence("Day of registration"),
        "first_name": Sentence("First name"),
        "last_name": Sentence("Last name"),
        "birth_date": Sentence("Birth date"),
        "gender": Sentence("Gender"),
        "phone": Sentence("Telephone"),
        "email": Sentence("E-mail address"),
        "contact_language": Sentence("Speaks best"),
        "municipality_name": Sentence("Municipality"),
        "residence_ground": Sentence("Ground of residence"),
        "benefit": Sentence("Benefit"),
        "education": Sentence("Highest education"),
        "known_id": Sentence("Is it one of these people?"),
    },
)
LANGUAGES = ("nl", "en", "ar", "ti", "uk", "tr", "am", "fa", "ps", "ku", "so", "ur", "fr", "es", "pt", "pl", "ru", "zh")
"""Languages that newcomers in the Netherlands often speak; the first six are those of the questions to participants."""
SOMEBODY_ELSE = "somebody_else"
NEW = "This person is new."


@router.get("/registrations/new")
async def show(request: Request, acting: Team, programme: UUID | None = None) -> Response:
    """An empty form, for today."""
    form = REGISTRATION.with_values({"registered_on": acting.actor.today, "programme_id": programme})
    return await _page(request, acting, form)


@router.post("/registrations")
async def register(request: Request, acting: Team) -> Response:
    """Register the person, or first ask whether it is somebody who is known."""
    form = await REGISTRATION.sent_in(request)
    answer = form.value("known_id")
    read = form.read(PersonRegistered, {"known_id": None if answer in ("", SOMEBODY_ELSE) else answer})
    if read is None:
        return await _page(request, acting, form)
    if not answer:
        lookalikes = await _lookalikes(acting, read)
        if lookalikes:
            form.status = 409
            form.errors["known_id"] = Sentence(
                "Somebody like this is known already. Say whether it is the same person."
            )
            return await _page(request, acting, form, lookalikes)
    async with kept_in(form, acting.session):
        trajectory = await register_person(acting.session, by=acting.actor, registered=read)
    if form.errors:
        return await _page(request, acting, form)
    return RedirectResponse(f"/trajectories/{trajectory.id}?done=registered", status_code=303)


async def _lookalikes(acting: Acting, read: PersonRegistered) -> list[Lookalike]:
    """Those who are probably this person."""
    known = await read_lookalikes(acting.session, read.programme_id, read.birth_date, read.email)
    name = f"{read.first_name} {read.last_name}"
    people = [KnownPerson(one.number, one.name, one.birth_date, one.email) for one in known]
    pairs = probable_duplicates([*people, KnownPerson(NEW, name, read.birth_date, read.email)])
    alike = {number for pair in pairs if NEW in pair for number in pair}
    return [one for one in known if one.number in alike]


async def _page(request: Request, acting: Acting, form: Form, lookalikes: Sequence[Lookalike] = ()) -> Response:
    registering = [
        one.programme_id
        for one in acting.actor.memberships
        if one.programme_id and one.role in (Role.COORDINATOR, Role.COACH)
    ]
    programmes = await read_own_programmes(acting.session, registering)
    language = language_of(request)
    return page(
        request,
        "desk/registration.html",
        status=form.status if form.errors else 200,
        form=form,
        programmes=[(one["id"], one["name"]) for one in programmes],
        cohorts=[
            (cohort["id"], cohort["name"] if len(programmes) == 1 else f"{one['name']}: {cohort['name']}")
            for one in programmes
            for cohort in one["cohorts"]
        ],
        languages=[(code, local_language_name(code, language)) for code in LANGUAGES],
        lookalikes=lookalikes,
        somebody_else=SOMEBODY_ELSE,
        genders=choices(Gender),
        grounds=choices(ResidenceGround),
        benefits=choices(Benefit),
        educations=[(str(level), name) for level, name in EDUCATION_NAMES.items()],
    )
