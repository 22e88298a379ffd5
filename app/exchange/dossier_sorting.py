"""Sorting the rows of the file into dossiers, by the numbers with which they refer to each other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from app.exchange.dossiers import Dossier, Dossiers
from app.exchange.problems import Problem
from app.exchange.sheet_reading import ReadRow
from app.exchange.workbook_parts import Content
from app.exchange.workbook_reading import ReadWorkbook
from app.rules.sentence import Sentence

Owners = dict[str, Dossier]

NO_PARTICIPANT = Sentence("the participant is not in the file")
NO_TRAJECTORY = Sentence("the trajectory is not in the file")
NO_PLACEMENT = Sentence("the placement is not in the file")


def sort_into_dossiers(workbook: ReadWorkbook) -> Dossiers:
    """Every row of the workbook in one place: in a dossier, or among the orphans, repeats or ownerless."""
    sorting = _Sorting()
    sorting.open_dossiers(workbook)
    people = sorting.dossiers.by_number
    trajectories: Owners = {}
    placements: Owners = {}
    sorting.place(
        workbook.trajectories.rows,
        _Belonging("participant", people, NO_PARTICIPANT, numbered=trajectories),
        lambda dossier: dossier.trajectories,
    )
    of_trajectory = _Belonging("trajectory", trajectories, NO_TRAJECTORY, placements=placements)
    sorting.place(
        workbook.placements.rows,
        _Belonging("trajectory", trajectories, NO_TRAJECTORY, numbered=placements),
        lambda dossier: dossier.placements,
    )
    sorting.place(
        workbook.language_measurements.rows,
        of_trajectory,
        lambda dossier: dossier.language_measurements,
        same=lambda row: (row.trajectory, row.measured_on, row.skill, row.instrument),
    )
    sorting.place(workbook.contacts.rows, of_trajectory, lambda dossier: dossier.contacts)
    sorting.place(
        workbook.observations.rows,
        of_trajectory,
        lambda dossier: dossier.observations,
        same=lambda row: (row.trajectory, row.placement, row.observed_on, row.source),
    )
    sorting.place(
        workbook.follow_ups.rows,
        _Belonging("placement", placements, NO_PLACEMENT),
        lambda dossier: dossier.follow_ups,
        same=lambda row: (row.placement, row.month),
    )
    sorting.place(
        workbook.ratings.rows,
        of_trajectory,
        lambda dossier: dossier.ratings,
        same=lambda row: (row.trajectory, row.placement, row.rated_on, row.rated_by, row.dimension),
    )
    return sorting.dossiers


@dataclass(frozen=True, slots=True)
class _Belonging:
    """How a row finds its dossier: the field that refers, the owners of the numbers, what to say without one.

    ``numbered`` takes up the row's own number; ``placements`` checks a placement that is named as well.
    """

    by: str
    owners: Owners
    missing: Sentence
    numbered: Owners | None = None
    placements: Owners | None = None


@dataclass(slots=True)
class _Sorting:
    dossiers: Dossiers = field(default_factory=Dossiers)

    def open_dossiers(self, workbook: ReadWorkbook) -> None:
        """One dossier per participant; a row without a number gets one of its own, named after the row."""
        seen: dict[object, int] = {}
        for row in workbook.participants.rows:
            if self._repeats(row, seen):
                continue
            number = row.key("number") or f"(row {row.raw.number})"
            first = self.dossiers.by_number.get(number)
            if first is None:
                self.dossiers.by_number[number] = Dossier(number, row, problems=list(row.problems))
            else:
                first.repeated.append(row)
                first.problems.append(_number_twice(row, first.participant))

    def place(
        self,
        rows: Iterable[ReadRow[Content]],
        belonging: _Belonging,
        pick: Callable[[Dossier], list[ReadRow[Content]]],
        same: Callable[[Content], Hashable] | None = None,
    ) -> None:
        """Put each row in the list that ``pick`` gives; ``same`` tells which rows speak of one fact."""
        seen: dict[object, int] = {}
        facts: dict[Hashable, ReadRow[Content]] = {}
        numbers: dict[str, ReadRow[Content]] = {}
        for row in rows:
            dossier = self._owner(row, belonging)
            if dossier is None or self._repeats(row, seen):
                continue
            pick(dossier).append(row)
            dossier.problems += row.problems
            if same is not None and row.content is not None:
                earlier = facts.setdefault(same(row.content), row)
                if earlier is not row:
                    dossier.problems.append(_contradiction(row, earlier))
            if belonging.numbered is not None:
                _take_number(row, dossier, belonging.numbered, numbers)

    def _owner(self, row: ReadRow[object], belonging: _Belonging) -> Dossier | None:
        number = row.key(belonging.by)
        if number is None:
            self.dossiers.ownerless.append(row)
            return None
        dossier = belonging.owners.get(number)
        placement = row.key("placement")
        if dossier is None:
            self.dossiers.orphans.append((row, belonging.missing))
        elif belonging.placements is not None and placement and placement not in belonging.placements:
            self.dossiers.orphans.append((row, NO_PLACEMENT))
            return None
        return dossier

    def _repeats(self, row: ReadRow[object], seen: dict[object, int]) -> bool:
        """Whether the row says exactly what an earlier one said; then it is skipped."""
        if row.content is None:
            return False
        earlier = seen.setdefault(row.content, row.raw.number)
        if earlier == row.raw.number:
            return False
        self.dossiers.repeats.append((row, Sentence("the same as row %(row)s", row=str(earlier))))
        return True


def _take_number(row: ReadRow[Content], dossier: Dossier, numbered: Owners, rows: dict[str, ReadRow[Content]]) -> None:
    number = row.key("number")
    if number is None:
        return
    earlier = rows.setdefault(number, row)
    if earlier is row:
        numbered[number] = dossier
        return
    problem = _number_twice(row, earlier)
    for owner in (dossier, numbered[number]):
        if problem not in owner.problems:
            owner.problems.append(problem)


def _number_twice(row: ReadRow[object], earlier: ReadRow[object]) -> Problem:
    return row.problem(
        "number",
        Sentence("number stands in two rows that differ"),
        Sentence("one row per number"),
        _rows_of(earlier, row),
    )


def _contradiction(row: ReadRow[Content], earlier: ReadRow[Content]) -> Problem:
    """Two rows about one fact that do not say the same: the first field that differs, with both values."""
    column = next(
        column for column in row.sheet.columns if row.fields.get(column.field) != earlier.fields.get(column.field)
    )
    return row.problem(
        column.field,
        Sentence("%(what)s differs from an earlier row about the same", what=column.called),
        Sentence("one row per fact, or the same value in both"),
        (
            f"{earlier.shown(column.field)} ({earlier.raw.number})",
            f"{row.shown(column.field)} ({row.raw.number})",
        ),
    )


def _rows_of(*rows: ReadRow[object]) -> tuple[str, ...]:
    return tuple(f"{row.sheet.name} {row.raw.number}" for row in rows)
