"""Imports a coordinator's workbook: first what it would do, then the same for real."""

from __future__ import annotations

import asyncio
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import Forbidden
from app.exchange.read_file import ReadFile
from app.exchange.verdicts import ImportReport
from app.models import Programme
from app.models.programme import ProgrammeCreate
from app.queries.known_to_import import Wanted, load_known, programmes_to_import_into
from app.rules.code_lists import Role
from app.rules.folded_text import folded
from app.rules.sentence import Sentence
from app.use_cases.add_programme import add_programme
from app.use_cases.importing.carrying_out import Progress, carry_out
from app.use_cases.importing.contradictions import Programmes, contradictions, programme_problems
from app.use_cases.importing.dossier_plan import plan_dossier
from app.use_cases.importing.plan import Plan
from app.use_cases.importing.report import report_on


async def import_workbook(
    session: AsyncSession,
    *,
    by: Actor,
    file: ReadFile,
    dry_run: bool,
    create_programmes: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Import a file, or with ``dry_run`` only say what would become of every row.

    A participant goes in whole or not at all. Coordinators import into their own programmes; the operator into
    every one, and may have missing programmes made. Raises Forbidden for everybody else, and Conflict with
    nothing written when the database forbids what the file asks.
    """
    programmes, created = await _programmes(session, by, file, create=create_programmes, dry_run=dry_run)
    for dossier in file.dossiers:
        dossier.problems += programme_problems(dossier, programmes)
    known = await load_known(session, _mentioned(file, programmes), _wanted(file))
    plan = Plan(by, known)
    evidence = []
    for dossier in file.dossiers:
        if not dossier.problems:
            dossier.problems += contradictions(dossier, known, programmes)
        if not dossier.problems:
            evidence += plan_dossier(plan, dossier, programmes)
        await asyncio.sleep(0)  # planning takes the processor only: let other requests have their turn
    if not dry_run:
        await carry_out(session, plan, evidence, progress)
    return report_on(file, plan, created, written=not dry_run)


async def _programmes(
    session: AsyncSession, by: Actor, file: ReadFile, *, create: bool, dry_run: bool
) -> tuple[dict[str, Programme], list[str]]:
    """The programmes that may be imported into, and the names of those that are made for this file."""
    allowed = None if by.is_operator else by.programmes(Role.COORDINATOR)
    if allowed is not None and (create or not allowed):
        raise Forbidden(Sentence("Only a coordinator imports, into programmes that are there."))
    programmes = await programmes_to_import_into(session, allowed)
    if not create:
        return programmes, []
    missing = _missing_programmes(file, programmes)
    lead = _only_lead(file, programmes)
    for name in missing:
        asked = ProgrammeCreate(name=name, lead_organisation_id=lead)
        programme = (
            Programme(id=uuid4(), name=name, lead_organisation_id=lead or uuid4())
            if dry_run
            else await add_programme(session, by=by, programme=asked)
        )
        lead = lead or programme.lead_organisation_id
        programmes[folded(name)] = programme
    return programmes, missing


def _names(file: ReadFile) -> dict[str, str]:
    """The programmes that the file mentions, as first written, by folded name."""
    names: dict[str, str] = {}
    for row in file.workbook.trajectories.rows:
        name = row.key("programme")
        if name is not None:
            names.setdefault(folded(name), name)
    return names


def _missing_programmes(file: ReadFile, programmes: Programmes) -> list[str]:
    return [name for key, name in _names(file).items() if key not in programmes]


def _only_lead(file: ReadFile, programmes: Programmes) -> UUID | None:
    """The lead organisation of the file's programmes: one file is numbered by one organisation."""
    leads = {one.lead_organisation_id for one in _mentioned(file, programmes)}
    return leads.pop() if len(leads) == 1 else None


def _mentioned(file: ReadFile, programmes: Programmes) -> list[Programme]:
    return [programmes[name] for name in _names(file) if name in programmes]


def _wanted(file: ReadFile) -> Wanted:
    """Everything that has to be looked up for the file."""
    workbook = file.workbook
    people = [row.content for row in workbook.participants.rows if row.content]
    placements = [row.content for row in workbook.placements.rows if row.content]
    return Wanted(
        participants={one.number for one in people},
        trajectories={row.content.number for row in workbook.trajectories.rows if row.content},
        placements={one.number for one in placements},
        kvk_numbers={one.kvk_number for one in placements if one.kvk_number},
        employers={one.employer for one in placements},
        birth_dates={one.birth_date for one in people if one.birth_date},
        emails={one.email for one in people if one.email},
    )
