"""A report of an import as plain data: for other programs, and to be kept between preview and result."""

from __future__ import annotations

from collections.abc import Callable

from app.exchange.code_cells import MENDINGS
from app.exchange.problems import Problem
from app.exchange.verdicts import ImportReport, Notices, VerdictKind
from app.rules.sentence import Sentence


def report_data(report: ImportReport, put: Callable[[Sentence], object] = str) -> dict[str, object]:
    """The report as it goes out in JSON; ``put`` says how a sentence is put, in English by itself."""
    totals = report.totals()
    return {
        "written": report.written,
        "complete": report.complete,
        "participants_read": report.participants_read,
        "participants_in": report.participants_in,
        "left_out": {number: put(reason) for number, reason in report.left_out.items()},
        "rows_read": len(report.verdicts),
        "rows": {
            sheet.value: {kind.value: counted[kind] for kind in VerdictKind}
            for sheet, counted in totals.items()
            if counted
        },
        "verdicts": {kind.value: sum(counted[kind] for counted in totals.values()) for kind in VerdictKind},
        "problems": [_problem(problem, put) for problem in report.problems()],
        "notices": _notices(report.notices),
    }


def _problem(problem: Problem, put: Callable[[Sentence], object]) -> dict[str, object]:
    return {
        "sheet": problem.sheet.value,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "verdict": problem.kind.value,
        "reason": put(problem.reason),
        "right": put(problem.right),
        "readings": [put(one) if isinstance(one, Sentence) else one for one in problem.readings],
    }


def _notices(notices: Notices) -> dict[str, object]:
    return {
        **{kind: notices.mended.get(kind, 0) for kind in MENDINGS},
        "probable_duplicates": [list(pair) for pair in notices.probable_duplicates],
        "orphan_rows": dict(notices.orphan_rows),
        "repeated_rows": dict(notices.repeated_rows),
        "unknown_columns": dict(notices.unknown_columns),
        "unknown_sheets": list(notices.unknown_sheets),
        "unknown_municipalities": list(notices.unknown_municipalities),
        "programmes_created": list(notices.programmes_created),
        "contacts_out_of_reach": notices.contacts_out_of_reach,
    }
