"""Contacts, silences, caseloads and ends of trajectories, for a workbook and for the long table."""

from __future__ import annotations

from collections.abc import Iterator

from app.outcomes.formats import told_group
from app.outcomes.further_figures import FurtherFigures, FurtherLine, rounded
from app.outcomes.guidance_report import GuidanceReport
from app.outcomes.workbook.sheet import Sheet
from app.rules.names import name_of
from app.rules.sentence import Sentence

PEOPLE = Sentence("People")
NOT_RECORDED = Sentence("Not recorded")


def guidance_figures(found: GuidanceReport) -> FurtherFigures:
    """What stands beside the metrics of guidance and exit."""
    sheets = (_overview(found), _months(found), _caseloads(found), _drop_outs(found), _exits(found))
    return FurtherFigures([sheet for sheet in sheets if sheet.lines], list(_lines(found)))


def _overview(found: GuidanceReport) -> Sheet:
    low, half, high = found.silences.quartiles or (None, None, None)
    lines = (
        (Sentence("Contacts to which people came"), found.contacts),
        (Sentence("Months of guidance of all people together"), rounded(found.months)),
        (Sentence("Contacts per person and month"), rounded(found.contacts_a_month)),
        (Sentence("People who started"), found.silences.people),
        (Sentence("Longest silence in days: of a quarter at most"), rounded(low)),
        (Sentence("Longest silence in days: of half at most"), rounded(half)),
        (Sentence("Longest silence in days: of a quarter more than"), rounded(high)),
        (Sentence("Longest silence in days: of anybody"), found.silences.longest),
    )
    return Sheet(
        name=Sentence("Guidance"), heads=(Sentence("What"), Sentence("How many")), lines=lines, widths=(52, 14)
    )


def _months(found: GuidanceReport) -> Sheet:
    return Sheet(
        name=Sentence("Contacts per month"),
        heads=(Sentence("Month"), PEOPLE, Sentence("Contacts"), Sentence("Contacts per person")),
        lines=[
            (one.month.isoformat()[:7], one.people, one.contacts, rounded(one.contacts / one.people))
            for one in found.by_month
        ],
        widths=(14, 12, 12, 14),
    )


def _caseloads(found: GuidanceReport) -> Sheet:
    coach = Sentence("Nobody with an account")
    return Sheet(
        name=Sentence("Coaches"),
        heads=(Sentence("Coach"), Sentence("Programme"), PEOPLE, Sentence("Weight"), Sentence("Norm")),
        lines=[
            (
                Sentence("Coach %(number)s", number=number) if one.has_coach else coach,
                one.programme,
                one.people,
                rounded(one.weight),
                one.norm,
            )
            for number, one in enumerate(found.caseloads, start=1)
        ],
        widths=(24, 40, 12, 12, 12),
    )


def _drop_outs(found: GuidanceReport) -> Sheet:
    return Sheet(
        name=Sentence("Dropped out"),
        heads=(Sentence("Phase"), Sentence("Reason"), PEOPLE),
        lines=[
            (one.phase or NOT_RECORDED, name_of(one.reason) if one.reason else NOT_RECORDED, one.people)
            for one in found.drop_outs
        ],
        widths=(34, 34, 12),
    )


def _exits(found: GuidanceReport) -> Sheet:
    return Sheet(
        name=Sentence("Destinations"),
        heads=(Sentence("Destination"), PEOPLE),
        lines=[(name_of(where) if where else NOT_RECORDED, people) for where, people in found.exits],
        widths=(34, 12),
    )


def _lines(found: GuidanceReport) -> Iterator[FurtherLine]:
    """Metric, group, state and value: days of silence, and the weight and norm of a caseload."""
    yield "contacts", "", "contacts", found.contacts
    yield "contacts", "", "months_of_guidance", rounded(found.months)
    yield "contacts", "", "contacts_a_month", rounded(found.contacts_a_month)
    for month in found.by_month:
        group = told_group({"month": month.month.isoformat()[:7]})
        yield "contacts", group, "people", month.people
        yield "contacts", group, "contacts", month.contacts
    yield "longest_silence", "", "people", found.silences.people
    for name, days in zip(("quarter", "half", "three_quarters"), found.silences.quartiles or (None,) * 3, strict=True):
        yield "longest_silence", "", f"days_{name}", rounded(days)
    yield "longest_silence", "", "days_longest", found.silences.longest
    for number, one in enumerate(found.caseloads, start=1):
        group = told_group({"programme": one.programme, "coach": str(number) if one.has_coach else None})
        yield "caseload", group, "people", one.people
        yield "caseload", group, "weight", rounded(one.weight)
        yield "caseload", group, "norm", one.norm
    for left in found.drop_outs:
        yield "dropped_out", told_group({"phase": left.phase, "reason": left.reason}), "people", left.people
    for where, people in found.exits:
        yield "destination", told_group({"destination": where}), "people", people
