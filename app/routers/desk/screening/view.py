"""What the page of one screening shows, worked out from its story and the day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.queries.candidates import candidate_from
from app.rules.code_lists import CheckVerdict, Decision, TrajectoryState
from app.rules.entry_check import check_entry
from app.rules.entry_finding import EntryCheck, stored_check
from app.rules.entry_requirement import requirements_from
from app.rules.imported_steps import STEP_OF_DECISION
from app.rules.names import name_of
from app.rules.sentence import Sentence
from app.rules.trajectory_states import STEPS

Story = Mapping[str, Any]


@dataclass(frozen=True)
class DecisionLine:
    """A decision that was taken, with the check that stood beside it."""

    taken: Story
    check: EntryCheck


@dataclass(frozen=True)
class ScreeningView:
    """What is worked out. `open_decisions` are those that are possible now."""

    check: EntryCheck
    unknown: Sequence[Sentence]
    open_decisions: Sequence[tuple[str, Sentence]]
    decisions: Sequence[DecisionLine]
    days_waiting: int | None


def view_of(story: Story, today: date) -> ScreeningView:
    """Work out the page of a screening on a day."""
    check = check_entry(requirements_from(story["asked"]), candidate_from(story["facts"]), today)
    state = TrajectoryState(story["state"])
    waits = state in (TrajectoryState.REGISTERED, TrajectoryState.SCREENING, TrajectoryState.WAITING)
    return ScreeningView(
        check=check,
        unknown=[one.sentence for one in check.leaves() if one.verdict is CheckVerdict.UNKNOWN],
        open_decisions=[
            (decision.value, name_of(decision)) for decision in Decision if state in STEPS[STEP_OF_DECISION[decision]]
        ],
        decisions=[DecisionLine(one, stored_check(one["checkResult"])) for one in story["decisions"]],
        days_waiting=(today - date.fromisoformat(story["registeredOn"])).days if waits else None,
    )
