"""What becomes of every row of the file, and what can be said about the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.exchange.dossiers import Dossier, Dossiers
from app.exchange.problems import Problem, ProblemKind
from app.exchange.sheet_reading import ReadRow
from app.exchange.workbook_parts import SheetName
from app.rules.sentence import Sentence


class VerdictKind(StrEnum):
    """What becomes of a row. The kinds are counted; together they are all rows read."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    SKIP = "skip"
    CONFLICT = "conflict"
    ERROR = "error"


VERDICT_NAMES: Mapping[VerdictKind, Sentence] = {
    VerdictKind.CREATE: Sentence("new"),
    VerdictKind.UPDATE: Sentence("changed"),
    VerdictKind.UNCHANGED: Sentence("the same"),
    VerdictKind.SKIP: Sentence("skipped"),
    VerdictKind.CONFLICT: Sentence("two values"),
    VerdictKind.ERROR: Sentence("wrong"),
}
KEPT_OUT = frozenset({VerdictKind.SKIP, VerdictKind.CONFLICT, VerdictKind.ERROR})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one row, with the reason when it is not written."""

    sheet: SheetName
    row: int
    kind: VerdictKind
    reason: Sentence | None = None
    problems: tuple[Problem, ...] = ()


RowPlace = tuple[SheetName, int]
"""Where a row stands: its sheet and its number."""


def place_of(row: ReadRow[object]) -> RowPlace:
    """Where a row stands in the file."""
    return row.sheet.name, row.raw.number


def verdicts_on(
    dossiers: Dossiers, changes: Mapping[RowPlace, VerdictKind], skipped: Mapping[RowPlace, Sentence]
) -> list[Verdict]:
    """A verdict for every row, in the order of the file.

    ``changes`` says for each row of a dossier without problems what becomes of it, ``skipped`` why it is skipped.
    """
    verdicts = [verdict for dossier in dossiers for verdict in _on_dossier(dossier, changes, skipped)]
    verdicts += [_on_ownerless(row) for row in dossiers.ownerless]
    verdicts += [_skip(row, reason) for row, reason in (*dossiers.orphans, *dossiers.repeats)]
    order = list(SheetName)
    return sorted(verdicts, key=lambda verdict: (order.index(verdict.sheet), verdict.row))


def _on_dossier(
    dossier: Dossier, changes: Mapping[RowPlace, VerdictKind], skipped: Mapping[RowPlace, Sentence]
) -> Iterable[Verdict]:
    if not dossier.problems:
        for row in dossier.rows():
            yield Verdict(*place_of(row), changes[place_of(row)], skipped.get(place_of(row)))
        return
    whole = Sentence("left out with the whole participant: %(reason)s", reason=dossier.problems[0].reason)
    for row in dossier.rows():
        own = tuple(problem for problem in dossier.problems if (problem.sheet, problem.row) == place_of(row))
        yield _in_trouble(row, own) if own else _skip(row, whole)


def _on_ownerless(row: ReadRow[object]) -> Verdict:
    return _in_trouble(row, row.problems)


def _in_trouble(row: ReadRow[object], problems: tuple[Problem, ...]) -> Verdict:
    error = any(problem.kind is ProblemKind.ERROR for problem in problems)
    kind = VerdictKind.ERROR if error else VerdictKind.CONFLICT
    return Verdict(*place_of(row), kind, problems[0].reason, problems)


def _skip(row: ReadRow[object], reason: Sentence) -> Verdict:
    return Verdict(*place_of(row), VerdictKind.SKIP, reason)


@dataclass(frozen=True, slots=True)
class Notices:
    """What was mended or noticed without keeping anybody out. Counts are cells or rows."""

    mended: Mapping[str, int]
    """How often a cell was mended, by kind of mending: ``kvk_padded`` counts cells, not companies."""
    probable_duplicates: tuple[tuple[str, str], ...] = ()
    orphan_rows: Mapping[str, int] = field(default_factory=dict)
    repeated_rows: Mapping[str, int] = field(default_factory=dict)
    unknown_columns: Mapping[str, list[str]] = field(default_factory=dict)
    unknown_sheets: tuple[str, ...] = ()
    unknown_municipalities: tuple[str, ...] = ()
    programmes_created: tuple[str, ...] = ()
    contacts_out_of_reach: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The verdicts on a file. ``left_out`` gives per participant number the reason in words."""

    verdicts: tuple[Verdict, ...]
    participants_read: int
    participants_in: int
    left_out: Mapping[str, Sentence]
    notices: Notices
    written: bool = False

    @property
    def complete(self) -> bool:
        """Whether everything the rows say went in. A row that says what another said is no loss."""
        kept_out = sum(verdict.kind in KEPT_OUT for verdict in self.verdicts)
        return kept_out == sum(self.notices.repeated_rows.values())

    def totals(self) -> dict[SheetName, Counter[VerdictKind]]:
        """How many rows of each sheet got which verdict."""
        totals: dict[SheetName, Counter[VerdictKind]] = {sheet: Counter() for sheet in SheetName}
        for verdict in self.verdicts:
            totals[verdict.sheet][verdict.kind] += 1
        return totals

    def problems(self) -> list[Problem]:
        """Everything that is wrong, in the order of the file."""
        return [problem for verdict in self.verdicts for problem in verdict.problems]
