"""The catalogue: the list with its filters in the address, and one programme with all that is known of it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, BeforeValidator, Field

from app.catalogue import catalogue
from app.catalogue.choice import CatalogueChoice
from app.catalogue.documents import DOCUMENTS
from app.catalogue.entry import CatalogueProgramme
from app.catalogue.words import BESIDE_NAMES, FAMILY_NAMES
from app.errors import NotFound
from app.local_format import local_country
from app.routers.acting import Somebody
from app.routers.forms import Form
from app.routers.pages import language_of, page
from app.rules.code_lists import InterventionType, ProgrammeKind
from app.rules.entry_requirement_words import words_of
from app.rules.maryland_scale import MARYLAND_SCALE
from app.rules.measures import MEASURE_TITLES
from app.rules.names import choices
from app.rules.permissions import Act, why_not
from app.rules.sector_names import SECTOR_NAMES
from app.rules.sentence import Sentence

router = APIRouter(prefix="/programme-catalogue")


def _nothing_when_empty(value: object) -> object:
    return None if value == "" else value


Choice = BeforeValidator(_nothing_when_empty)


class Filters(BaseModel):
    """What stands in the address. An empty field, as a form sends it, asks nothing."""

    kind: Annotated[ProgrammeKind | None, Choice] = None
    intervention_type: Annotated[InterventionType | None, Choice] = None
    country: Annotated[str | None, Choice] = Field(default=None, max_length=2)
    sector: Annotated[str | None, Choice] = Field(default=None, max_length=1)
    evidence: Annotated[int | None, Choice] = Field(default=None, ge=1, le=5)


@router.get("")
async def show_all(request: Request, acting: Somebody, filters: Annotated[Filters, Query()]) -> Response:
    """The programmes that fit the filters."""
    everything = catalogue().values()
    return page(
        request,
        "knowledge/catalogue.html",
        entries=CatalogueChoice(**filters.model_dump()).of(everything),
        total=len(everything),
        chosen=Form("filters").with_values(filters.model_dump()),
        kinds=choices(ProgrammeKind),
        intervention_types=choices(InterventionType),
        countries=[
            (code, local_country(code, language_of(request)))
            for code in sorted({entry.country for entry in everything})
        ],
        sectors=[
            (letter, SECTOR_NAMES[letter]) for letter in sorted({s for entry in everything for s in entry.sectors})
        ],
        levels=[
            (str(one.level), Sentence("%(level)s: %(name)s", level=one.level, name=one.name))
            for one in MARYLAND_SCALE.values()
        ],
        scale=MARYLAND_SCALE,
    )


@router.get("/{key}")
async def show_one(request: Request, acting: Somebody, key: str) -> Response:
    """All that the sources say of one programme, and what they do not say."""
    entry = entry_of(key)
    return page(
        request,
        "knowledge/catalogue_programme.html",
        entry=entry,
        asked=[(words_of(one.asks), one.source) for one in entry.entry_requirements],
        sectors=[SECTOR_NAMES[letter] for letter in entry.sectors],
        scale=MARYLAND_SCALE,
        families=FAMILY_NAMES,
        beside=BESIDE_NAMES,
        measures=MEASURE_TITLES,
        documents=[(short, DOCUMENTS[short]) for short in entry.documents],
        may_start=why_not(Act.ADD_PROGRAMME, acting.actor.roles) is None,
    )


def entry_of(key: str) -> CatalogueProgramme:
    """One programme of the catalogue. Raises NotFound."""
    entry = catalogue().get(key)
    if entry is None:
        raise NotFound(Sentence("There is no such programme in the catalogue."))
    return entry
