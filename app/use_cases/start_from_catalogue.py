"""Starts a programme of one's own from one in the catalogue."""

from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.catalogue.entry import CatalogueProgramme
from app.catalogue.parts import CataloguePhase, CatalogueResult
from app.models.base import Shape
from app.models.programme import Phase, Programme, ProgrammeCreate
from app.models.programme_design import ElementAtWork, Evaluation, ReferenceFigure
from app.rules.metrics import METRICS
from app.use_cases.add_programme import add_programme


class ProgrammeStart(Shape):
    """What is one's own in a programme that is started from the catalogue."""

    name: str = Field(min_length=1, max_length=200)
    lead_organisation_id: UUID | None = None


async def start_from_catalogue(
    session: AsyncSession, *, by: Actor, entry: CatalogueProgramme, start: ProgrammeStart, language: str
) -> Programme:
    """Add a programme with the requirements, phases and norms of one in the catalogue, in a language of the screens.

    What the catalogue does not know stays unknown, or becomes the usual norm. Raises Conflict when there is a
    programme of that name.
    """
    return await add_programme(session, by=by, programme=programme_like(entry, start, language))


def programme_like(entry: CatalogueProgramme, start: ProgrammeStart, language: str) -> ProgrammeCreate:
    """A new programme that is like one in the catalogue; its results become figures to hold one's own against."""
    known: dict[str, object] = {}
    if entry.follow_up_months:
        known["follow_up_months"] = list(entry.follow_up_months)
    if norms := [phase.contact_norm_days for phase in entry.phases if phase.contact_norm_days]:
        known["contact_norm_days"] = min(norms)
    return ProgrammeCreate.model_validate(
        {
            **known,
            "name": start.name,
            "lead_organisation_id": start.lead_organisation_id,
            "catalogue_key": entry.key,
            "kind": entry.kind,
            "intervention_type": entry.intervention_type,
            "target_groups": [group.said_in(language) for group in entry.target_groups],
            "sectors": list(entry.sectors),
            "job_guarantee": entry.job_guarantee,
            "caseload_norm": entry.caseload_norm,
            "entry_requirements": [one.asks.model_dump(mode="json", by_alias=True) for one in entry.entry_requirements],
            "phases": [_phase(phase, language) for phase in entry.phases],
            "effective_elements": [
                ElementAtWork(element=one.element, sentence=one.sentence.said_in(language), source=one.source)
                for one in entry.elements
            ],
            "evaluation": _evaluation(entry, language),
        }
    )


def _phase(phase: CataloguePhase, language: str) -> Phase:
    """A planned phase; where the source gives a range, planned is its longest."""
    return Phase(
        name=phase.name.said_in(language),
        planned_weeks=phase.weeks_at_most or None,
        contact_norm_days=phase.contact_norm_days,
    )


def _evaluation(entry: CatalogueProgramme, language: str) -> Evaluation | None:
    """What was found elsewhere, as figures to hold one's own against.

    The level of evidence is not copied: it is about the study of that programme, and a new one was not studied yet.
    """
    figures = [_figure(entry, result, result.value, language) for result in entry.results if result.value is not None]
    return Evaluation(reference_figures=figures) if figures else None


def _figure(entry: CatalogueProgramme, result: CatalogueResult, value: float, language: str) -> ReferenceFigure:
    of_group = f" ({result.group.said_in(language)})" if result.group else ""
    return ReferenceFigure(
        what=f"{entry.name}: {result.what.said_in(language)}{of_group}",
        value=value,
        source=result.source,
        metric=result.metric if result.metric in METRICS else None,
    )
