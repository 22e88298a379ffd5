"""Makes the people of a published result, and asks the outcome engine for its figures."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.catalogue import catalogue
from app.demo.published.all_results import RESULTS
from app.demo.published.load import load
from app.demo.published.result import Contrast, Figure, PublishedResult
from app.demo.published.sheets import sheets_of
from app.demo.setting import PROGRAMME
from app.errors import Conflict
from app.language import Language
from app.models.programme import Programme, ProgrammeCreate
from app.outcomes.report import ReportRequest, outcome_report
from app.rules.comparison import Comparison, comparisons
from app.rules.outcome_numbers import OutcomeRow
from app.use_cases.add_programme import add_programme
from app.use_cases.audit import audit
from app.use_cases.start_from_catalogue import ProgrammeStart, start_from_catalogue


@dataclass(frozen=True)
class Reproduced:
    """A published figure and the row of the report that must say the same; of a series, the rows of all months."""

    figure: Figure
    rows: tuple[OutcomeRow, ...]

    @property
    def row(self) -> OutcomeRow:
        """The row, or that of the first month."""
        return self.rows[0]


@dataclass(frozen=True)
class ReproducedContrast:
    """A published difference and the comparison of the product that must say the same."""

    contrast: Contrast
    compared: Comparison


async def make_up_result(session: AsyncSession, *, by: Actor, result: PublishedResult, size: int | None = None) -> bool:
    """Write the people of a result; answers False when they are there already.

    Raises Conflict when the database holds programmes that are not made up.
    """
    names = set(await session.scalars(select(Programme.name)))
    if result.programme in names:
        return False
    if names - {PROGRAMME, *(one.programme for one in RESULTS.values())}:
        raise Conflict("This database holds other programmes. Made-up people do not belong between real ones.")
    programme = await _programme(session, by, result)
    await load(session, by=by, programme=programme, sheets=sheets_of(result, size))
    await audit(session, by=by, action="fill", object_type="programme", object_id=programme.id)
    return True


async def _programme(session: AsyncSession, by: Actor, result: PublishedResult) -> Programme:
    if not result.in_catalogue:
        return await add_programme(session, by=by, programme=ProgrammeCreate(name=result.programme))
    entry, start = catalogue()[result.key], ProgrammeStart(name=result.programme)
    return await start_from_catalogue(session, by=by, entry=entry, start=start, language=Language.DUTCH)


async def figures_of(session: AsyncSession, *, by: Actor, result: PublishedResult) -> list[Reproduced]:
    """What the engine says about each published figure."""
    programmes = frozenset(await session.scalars(select(Programme.id).where(Programme.name == result.programme)))
    asked = ReportRequest(
        metrics=result.metrics,
        as_of=result.as_of,
        known_at=by.at,
        programmes=programmes,
        group_by=result.group_by,
    )
    rows = await outcome_report(session, by=by, asked=asked)
    found = {(row.metric, tuple(row.group.items())): row for row in rows}
    return [
        Reproduced(figure, tuple(found[metric.code, _group(figure)] for metric in figure.metrics))
        for figure in result.figures
    ]


def _group(figure: Figure) -> tuple[tuple[str, str], ...]:
    return tuple((dimension.value, value) for dimension, value in figure.group.items())


def contrasts_of(result: PublishedResult, reproduced: list[Reproduced]) -> list[ReproducedContrast]:
    """The published differences, as the product compares two groups; of a series in its first month."""
    rows = {id(one.figure): one.row for one in reproduced}
    return [
        ReproducedContrast(one, compared)
        for one in result.contrasts
        for compared in comparisons((rows[id(one.here)], rows[id(one.there)]))
    ]
