"""Puts an own metric together, tries it, keeps it, changes it into a next version, and retires it."""

import asyncio
from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.errors import NotFound
from app.language import Language
from app.models import OwnMetric, Programme
from app.models.own_metric import MetricParts, OwnMetricCreate, OwnMetricFields, OwnMetricUpdate
from app.outcomes.definition import definition
from app.outcomes.durations import DurationRow
from app.outcomes.explanation import explanation
from app.outcomes.metric_preview import preview
from app.outcomes.own_series import ToldSeries
from app.outcomes.own_told import Told, in_a_sentence
from app.queries.own_metrics import metric_in, read_versions
from app.routers.acting import Acting, Coordinator
from app.routers.desk.own_metrics.words import LISTS, METRIC
from app.routers.duration_view import DurationBlock, duration_blocks
from app.routers.forms import Form, kept_in
from app.routers.own_series_view import own_series_blocks
from app.routers.pages import language_of, page
from app.routers.series_view import SeriesBlock
from app.routers.typed_values import version_in
from app.rules.metric_definition import Metric
from app.rules.outcome_numbers import OutcomeRow
from app.rules.permissions import Act
from app.use_cases.keep_own_metric import add_own_metric, change_own_metric, fields_of
from app.use_cases.load import load
from app.use_cases.membership_roles import require

router = APIRouter(prefix="/programmes/{programme_id}/metrics")


@dataclass(frozen=True)
class Tried:
    """What came out when a metric was tried on the people of the programme."""

    metric: Metric
    told: Told

    @property
    def row(self) -> OutcomeRow | None:
        """The number, where it is shown as one."""
        return self.told if isinstance(self.told, OutcomeRow) else None


@router.get("/new")
async def show_new(request: Request, programme_id: UUID, acting: Coordinator) -> Response:
    """The form, filled in with what most metrics have."""
    usual = {**MetricParts().model_dump(), "team_only": False}
    return await _page(request, acting, programme_id, METRIC.with_values(usual))


@router.post("")
async def add(request: Request, programme_id: UUID, acting: Coordinator) -> Response:
    """Keep a metric, or only try it."""
    form = await METRIC.sent_in(request)
    read = form.read(OwnMetricFields)
    tried = None
    if read:
        async with kept_in(form, acting.session):
            metric = OwnMetricCreate(programme_id=programme_id, **read.model_dump())
            if form.value("try"):
                tried = Tried(*await preview(acting.session, by=acting.actor, metric=metric))
            else:
                await add_own_metric(acting.session, by=acting.actor, metric=metric)
    if form.errors or tried:
        return await _page(request, acting, programme_id, form, tried=tried)
    return _back(programme_id, "added")


@router.get("/{metric_id}")
async def show(request: Request, programme_id: UUID, metric_id: UUID, acting: Coordinator) -> Response:
    """A metric as it is now, to change it, and its earlier versions."""
    own = await _load(acting, programme_id, metric_id)
    return await _page(request, acting, programme_id, METRIC.with_values(fields_of(own).model_dump()), own)


@router.post("/{metric_id}/changes")
async def change(request: Request, programme_id: UUID, metric_id: UUID, acting: Coordinator) -> Response:
    """Keep the next version, or only try it."""
    form = await METRIC.sent_in(request)
    own = await _load(acting, programme_id, metric_id)
    read = form.read(OwnMetricFields)
    tried = None
    if read:
        async with kept_in(form, acting.session):
            if form.value("try"):
                metric = OwnMetricCreate(programme_id=programme_id, **read.model_dump())
                tried = Tried(*await preview(acting.session, by=acting.actor, metric=metric))
            else:
                await _change(acting, metric_id, form, OwnMetricUpdate(**read.model_dump()))
    if form.errors or tried:
        return await _page(request, acting, programme_id, form, own, tried)
    return _back(programme_id, "changed")


@router.post("/{metric_id}/retirement")
async def retire(request: Request, programme_id: UUID, metric_id: UUID, acting: Coordinator) -> Response:
    """Take a metric out of new reports, or take it up again."""
    form = await METRIC.sent_in(request)
    own = await _load(acting, programme_id, metric_id)
    retired = own.retired_on is None
    async with kept_in(form, acting.session):
        await _change(acting, metric_id, form, OwnMetricUpdate(retired=retired))
    if form.errors:
        shown = METRIC.with_values(fields_of(own).model_dump())
        shown.errors, shown.status = form.errors, form.status
        return await _page(request, acting, programme_id, shown, own)
    return _back(programme_id, "retired" if retired else "taken-up")


async def _change(acting: Acting, metric_id: UUID, form: Form, change: OwnMetricUpdate) -> None:
    await change_own_metric(
        acting.session, by=acting.actor, metric_id=metric_id, version=version_in(form), change=change
    )


async def _load(acting: Acting, programme_id: UUID, metric_id: UUID) -> OwnMetric:
    own = await load(acting.session, OwnMetric, metric_id)
    if own.programme_id != programme_id:
        raise NotFound
    return own


def _back(programme_id: UUID, done: str) -> Response:
    return RedirectResponse(f"/programmes/{programme_id}/metrics?done={done}", status_code=303)


async def _page(
    request: Request,
    acting: Acting,
    programme_id: UUID,
    form: Form,
    own: OwnMetric | None = None,
    tried: Tried | None = None,
) -> Response:
    programme = await load(acting.session, Programme, programme_id)
    require(acting.actor, Act.KEEP_METRICS, programme_id)
    language = language_of(request)
    versions = await read_versions(acting.session, own.id) if own else []
    return page(
        request,
        "desk/own_metrics/form.html",
        status=form.status if form.errors else 200,
        programme=programme,
        own=own,
        form=form,
        lists=LISTS,
        tried=tried,
        tried_words=in_a_sentence(tried.told, tried.metric, language) if tried else None,
        question=tried.metric.question_text.said_in(language) if tried else None,
        definition=definition(tried.metric) if tried else (),
        why=explanation(tried.row, tried.metric) if tried and tried.row else (),
        curve=await asyncio.to_thread(_curve, tried, language) if tried else None,
        months=await asyncio.to_thread(_months, tried, language) if tried else None,
        versions=[(row, metric_in(row)) for row in versions],
    )


def _curve(tried: Tried, language: Language) -> DurationBlock | None:
    return next(duration_blocks([tried.told], language)) if isinstance(tried.told, DurationRow) else None


def _months(tried: Tried, language: Language) -> SeriesBlock | None:
    if not isinstance(tried.told, ToldSeries):
        return None
    return next(own_series_blocks([tried.told], language)).everyone
