"""What the page of the people behind a number shows: why everyone counts as they do, and who they are."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from uuid import UUID

from app.language import Language, say
from app.outcomes.formats import harmless
from app.outcomes.people import Counted
from app.queries.people_of_report import Named
from app.rules.metric_definition import Metric
from app.rules.outcome_state import OutcomeState
from app.rules.sentence import Sentence
from app.rules.state_evidence import evidence
from app.rules.state_reason import REASONS, Reason

STATES: Mapping[OutcomeState, Sentence] = {
    OutcomeState.YES: Sentence("Yes"),
    OutcomeState.NO: Sentence("No"),
    OutcomeState.UNANSWERED: Sentence("Not answered"),
    OutcomeState.UNREACHABLE: Sentence("Unreachable"),
    OutcomeState.REFUSED: Sentence("Refused"),
    OutcomeState.NOT_YET_DUE: Sentence("Not yet due"),
    OutcomeState.EXCLUDED: Sentence("Left out"),
}
OUTSIDE_RATE = Sentence("Not in the rate; in the bounds as no and as yes")
PLACES: Mapping[OutcomeState, Sentence] = {
    OutcomeState.YES: Sentence("In the numerator and in the denominator"),
    OutcomeState.NO: Sentence("In the denominator only"),
    OutcomeState.UNANSWERED: OUTSIDE_RATE,
    OutcomeState.UNREACHABLE: OUTSIDE_RATE,
    OutcomeState.REFUSED: OUTSIDE_RATE,
    OutcomeState.NOT_YET_DUE: Sentence("In neither, until the day has come"),
    OutcomeState.EXCLUDED: Sentence("In neither"),
}
HEADS = (
    "trajectory",
    "name",
    "metric",
    "version",
    "state",
    "reason",
    "explanation",
    "day_that_counts",
    "employer",
    "job_from",
    "job_to",
    "proven_until",
    "evidence",
)


@dataclass(frozen=True)
class ReasonLine:
    """How many people are in one state for one reason."""

    state: OutcomeState
    reason: Reason
    count: int


@dataclass(frozen=True)
class PersonLine:
    """One person, with the days that decide; `named` is None for somebody who was removed since."""

    counted: Counted
    named: Named | None
    evidence: Sequence[Sentence]


def reason_lines(people: Sequence[Counted]) -> list[ReasonLine]:
    """The reasons in the order of the states; their counts add up to everyone."""
    counted = Counter((person.state, person.reason) for person in people)
    order = list(STATES)
    return [
        ReasonLine(state, reason, counted[state, reason])
        for state, reason in sorted(counted, key=lambda line: (order.index(line[0]), -counted[line], line[1]))
    ]


def person_lines(metric: Metric, people: Sequence[Counted], names: Mapping[UUID, Named]) -> list[PersonLine]:
    """A line for each person, in the given order."""
    return [PersonLine(person, names.get(person.trajectory), evidence(metric, person.facts)) for person in people]


def people_csv(metric: Metric, lines: Sequence[PersonLine], language: Language) -> str:
    """One line per person; codes in English, explanations in the reader's language, days as in ISO 8601."""
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(HEADS)
    for line in lines:
        person, named, facts = line.counted, line.named, line.counted.facts
        cells = (
            named.number if named else "",
            named.name if named else "",
            metric.code,
            metric.version,
            person.state.value,
            person.reason.value,
            say(REASONS[person.reason], language),
            facts.target_day or "",
            (named and named.employer) or "",
            facts.job_from or "",
            facts.job_to or "",
            facts.proven_until or "",
            "; ".join(say(told, language) for told in line.evidence),
        )
        writer.writerow(harmless(str(cell)) for cell in cells)
    return table.getvalue()
