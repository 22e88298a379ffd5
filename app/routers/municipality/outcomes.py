"""The report that a municipality pulls: its residents, or its programmes; always disclosure-controlled."""

from dataclasses import replace
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.outcomes.overlap import told_twice
from app.outcomes.pull import published_report
from app.queries.report_scopes import read_municipality_names, read_programme_names
from app.routers.acting import Acting, Municipality
from app.routers.earlier_report import notice
from app.routers.report_answers import report_as_csv, report_as_workbook, report_page
from app.routers.report_request import Asked, Scope, asked_for
from app.rules.code_lists import Role
from app.rules.metrics import PUBLISHED
from app.rules.sentence import Sentence

router = APIRouter(prefix="/outcomes")


@router.get("")
async def show(request: Request, acting: Municipality) -> Response:
    """The report as a page."""
    return await _answer(request, acting)


@router.get("/table")
async def download(request: Request, acting: Municipality) -> Response:
    """The same report as one long table; when it cannot be given, the page that says why."""
    return await _answer(request, acting, form_of_it="table")


@router.get("/workbook")
async def download_workbook(request: Request, acting: Municipality) -> Response:
    """The same report as a workbook with its definitions; when it cannot be given, the page that says why."""
    return await _answer(request, acting, form_of_it="workbook")


async def _answer(
    request: Request, acting: Acting, *, form_of_it: Literal["page", "table", "workbook"] = "page"
) -> Response:
    form, asked = asked_for(request.query_params, scopes := await _scopes(acting), acting.actor, PUBLISHED)
    if asked and (refused := _told_twice(acting, asked)):
        asked = None
        form.errors |= refused
    if asked is None:
        return await report_page(request, acting, form=form, scopes=scopes, asked=None, rows=[])
    report = await published_report(acting.session, by=acting.actor, asked=asked.request)
    told = notice(report, asked, router.prefix)
    if report.is_refused:
        return await report_page(request, acting, form=form, scopes=scopes, asked=None, rows=[], notice=told)
    given = replace(asked, request=report.asked)
    if form_of_it == "table":
        return report_as_csv(given, report.rows, durations=report.durations, levels=report.levels)
    if form_of_it == "workbook":
        return await report_as_workbook(
            request, acting, given, report.rows, durations=report.durations, levels=report.levels
        )
    return await report_page(
        request,
        acting,
        form=form,
        scopes=scopes,
        asked=given,
        rows=report.rows,
        durations=report.durations,
        levels=report.levels,
        notice=told,
    )


def _told_twice(acting: Acting, asked: Asked) -> dict[str, Sentence]:
    """The field that asks for what is told twice, with the reason."""
    split_by = asked.request.group_by
    for field, group_by in (("group", split_by[:1]), ("and_by", split_by)):
        if reason := told_twice(acting.actor, about_programme=bool(asked.request.programmes), group_by=group_by):
            return {field: reason}
    return {}


async def _scopes(acting: Acting) -> list[Scope]:
    """What this municipality may ask about: the residents first, then each programme that it is in."""
    residents = await read_municipality_names(acting.session, acting.actor.municipalities())
    programmes = await read_programme_names(acting.session, acting.actor.programmes(Role.MUNICIPALITY))
    return [
        *(
            Scope(code, Sentence("Residents of %(municipality)s", municipality=name), municipalities=frozenset({code}))
            for code, name in residents.items()
        ),
        *(Scope(str(key), Sentence("%(name)s", name=name), frozenset({key})) for key, name in programmes.items()),
    ]
