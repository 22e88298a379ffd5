"""The check of the entry requirements beside every decision, made by the rules from what was known that day."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from app.demo.book import Book, Row
from app.demo.case import TO_BE_CHECKED, Case
from app.rules.candidate import Candidate, Circumstance, Interview
from app.rules.code_lists import CheckVerdict, Decision, LanguageLevel
from app.rules.entry_check import check_entry
from app.rules.entry_requirement import requirements_from
from app.rules.language_levels import RANK
from app.rules.language_progress import Measurement
from app.rules.selection_outcomes import ADMITTING
from app.rules.trajectory_states import Step

ALL_THE_SAME = "Leert snel en is erg gemotiveerd; krijgt extra taalles."
"""Why people are admitted who do not meet everything."""
LOWEST_ADMITTED = LanguageLevel.A1


def speaking_at_screening(case: Case, drawn: int) -> int:
    """The place of the level in the list: most who come in speak enough, and who is sent away for it does not."""
    enough = RANK[LOWEST_ADMITTED] - 1
    declined = next((taken for taken in case.way.steps if taken.step is Step.DECLINE), None)
    if declined and declined.reason and declined.reason.startswith("Taalniveau"):
        return min(drawn, enough - 1)
    if case.way.day_of(Step.ADMIT) and not case.way.conditions:
        return max(drawn, enough)
    return drawn


def add_entry_checks(book: Book) -> None:
    """Check every candidate on the day of every decision, and give a reason where a decision goes against it."""
    facts = _facts(book)
    for row in book.first["screening_decision"].values():
        if row["check_result"] is TO_BE_CHECKED:
            _add_check(book, row, facts)


def _add_check(book: Book, row: Row, facts: dict[object, dict[str, list[Any]]]) -> None:
    decided: dict[str, Any] = row
    asked = requirements_from(book.first["programme"][row["programme_id"]]["entry_requirements"])
    check = check_entry(asked, _candidate(book, row, facts), decided["decided_on"])
    row |= {"check_verdict": check.verdict, "check_result": check.as_stored()}
    if check.verdict is CheckVerdict.NOT_MET and Decision(decided["decision"]) in ADMITTING and not row["reason"]:
        row["reason"] = ALL_THE_SAME
        trajectory = book.later["trajectory"][row["trajectory_id"]]
        if trajectory["decision"] in ADMITTING:
            trajectory["decision_reason"] = ALL_THE_SAME


def _candidate(book: Book, row: Row, facts: dict[object, dict[str, list[Any]]]) -> Candidate:
    profile: dict[str, Any] = book.first["participant_profile"][row["participant_id"]]
    asked = (
        "birth_date",
        "education",
        "residence_ground",
        "benefit",
        "under_civic_integration_duty",
        "civic_integration_route",
    )
    known = facts[row["trajectory_id"]]
    return Candidate(
        **{name: profile[name] for name in asked},
        measurements=tuple(known["language_measurement"]),
        interviews=tuple(known["motivation_interview"]),
        circumstances=tuple(known["circumstance"]),
    )


def _facts(book: Book) -> dict[object, dict[str, list[Any]]]:
    """Trajectory → table → what was found out."""
    facts: dict[object, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for one in _rows(book, "language_measurement"):
        facts[one["trajectory_id"]]["language_measurement"].append(
            Measurement(
                skill=one["skill"],
                level=one["level"],
                on=one["measured_on"],
                official=one["official"],
                instrument=one["instrument"],
                recorded_at=one["recorded_at"],
            )
        )
    for one in _rows(book, "motivation_interview"):
        interview = Interview(sector=one["sector"], score=one["score"], on=one["held_on"])
        facts[one["trajectory_id"]]["motivation_interview"].append(interview)
    for one in book.now("circumstance"):
        circumstance = _circumstance(one)
        facts[one["trajectory_id"]]["circumstance"].append(circumstance)
    return facts


def _circumstance(row: dict[str, Any]) -> Circumstance:
    superseded_at: datetime | None = row.get("superseded_at")
    until = superseded_at.date() if superseded_at else None
    return Circumstance(domain=row["domain"], state=row["state"], on=row["assessed_on"], until=until)


def _rows(book: Book, table: str) -> Iterator[dict[str, Any]]:
    return (row for row in book.now(table) if row.get("superseded_at") is None)
