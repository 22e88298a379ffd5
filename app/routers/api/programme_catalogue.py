"""/v1/programme-catalogue"""

from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import BaseModel, Field

from app.catalogue import catalogue
from app.catalogue.choice import CatalogueChoice
from app.catalogue.entry import CatalogueProgramme
from app.errors import NotFound
from app.routers.acting import Caller
from app.routers.api.answers import JSON, answer_told
from app.rules.code_lists import InterventionType, ProgrammeKind
from app.rules.sentence import Sentence

router = APIRouter(prefix="/programme-catalogue", tags=["programme catalogue"])


class CatalogueProgrammePage(BaseModel):
    """The programmes of the catalogue that fit; they fit on one page."""

    results: list[CatalogueProgramme] = Field(default_factory=list)


@router.get("", response_model=CatalogueProgrammePage)
async def list_programme_catalogue(
    acting: Caller,
    kind: ProgrammeKind | None = None,
    intervention_type: Annotated[InterventionType | None, Query(alias="interventionType")] = None,
    country: Annotated[str | None, Query(pattern=r"^[A-Z]{2}$")] = None,
    sector: Annotated[str | None, Query(pattern=r"^[A-V]$")] = None,
    evidence: Annotated[int | None, Query(ge=1, le=5, description="A level on the Maryland scale.")] = None,
) -> Response:
    """List the programmes that the sources describe, with their results and sources."""
    choice = CatalogueChoice(
        kind=kind, intervention_type=intervention_type, country=country, sector=sector, evidence=evidence
    )
    found = CatalogueProgrammePage(results=list(choice.of(catalogue().values())))
    return answer_told(found)


@router.get("/{key}", response_model=CatalogueProgramme)
async def get_catalogue_programme(acting: Caller, key: str) -> Response:
    """Read all that is known of one programme. What the sources do not say is null or an empty list."""
    entry = catalogue().get(key)
    if entry is None:
        raise NotFound(Sentence("There is no such programme in the catalogue."))
    body = entry.model_dump_json(by_alias=True)
    return Response(body, headers={"ETag": f'"{sha256(body.encode()).hexdigest()[:16]}"'}, media_type=JSON)
