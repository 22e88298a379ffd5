"""Every number answers why: who is in it, who is not, and what another rule for the unknown would give."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.language import Language, say
from app.outcomes.explanation import explanation
from app.rules.disclosure import publish
from app.rules.metrics import METRICS
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row


def row(code: str, **counts: int) -> OutcomeRow:
    return outcome_row(
        metric=code,
        version=1,
        group={},
        counts=StateCounts(**counts),
        as_of=date(2024, 6, 30),
        known_at=datetime(2024, 7, 1, tzinfo=UTC),
    )


def test_a_rate_is_worked_out_step_by_step() -> None:
    code = "retention_6_months_in_work"
    told = explanation(row(code, yes=60, no=30, unanswered=10, not_yet_due=7, excluded=1), METRICS[code])
    assert told == [
        "This number is about: Everyone who started and got paid work in the trajectory. Together: 108.",
        "Left out, because they died on the day that counts or before: 1.",
        "Not yet due: 7. The start of the first paid job, with 6 months added, is after the reference date or is "
        "not known yet. They count neither as yes nor as no.",
        "Due: 100. Yes: 60. No: 30.",
        "The rate is yes out of yes and no: 60 out of 90 is 67 %.",
        "Of the others nothing is known. If all of them counted as no, it would be 60 %; if all of them counted as "
        "yes, 70 %.",
    ]


def test_counts_that_were_rounded_need_not_add_up_and_it_says_so() -> None:
    (published,) = publish([row("placed_within_12_months", yes=43, no=18)])
    told = explanation(published, METRICS["placed_within_12_months"])
    assert told[1:3] == [
        "Due: 60. Yes: 45. No: 20.",
        "Each of these counts is rounded to five by itself, so that they need not add up.",
    ]


def test_it_is_told_in_dutch_as_well() -> None:
    code = "retention_6_months_in_work"
    told = [say(sentence, Language.DUTCH) for sentence in explanation(row(code, yes=1, unanswered=1), METRICS[code])]
    assert told[0] == ("Dit cijfer gaat over: Iedereen die is gestart en in het traject betaald werk kreeg. Samen: 2.")
    assert told[-1].startswith("Van de anderen is niets bekend. Telden zij allemaal als nee, dan was het 50 %;")


def test_what_was_not_registered_counts_as_no_and_is_said_to() -> None:
    told = explanation(row("placed_within_12_months", yes=6, no=4), METRICS["placed_within_12_months"])
    assert told[-2:] == [
        "Nobody is unknown here: what the programme did not register in time counts as no.",
        "If what is not registered stayed unknown instead, it could be anything from 60 % to 100 %.",
    ]


def test_it_is_told_what_it_would_be_if_those_who_wait_counted_as_no() -> None:
    told = explanation(row("admitted", yes=6, no=2, not_yet_due=4), METRICS["admitted"])
    assert told[-1] == "If those who wait counted as no, it would be 6 out of 12: 50 %."


def test_when_all_is_known_another_rule_changes_nothing() -> None:
    told = explanation(row("match_level", yes=6, no=4), METRICS["match_level"])
    assert told[-1] == "Of everybody due it is known, so another rule for the unknown changes nothing."


def test_a_withheld_count_is_not_told_by_its_explanation() -> None:
    (shown,) = publish([row("match_level", yes=3, no=20, unanswered=17)])
    told = " ".join(explanation(shown, METRICS["match_level"]))
    assert "Yes: withheld." in told
    assert "The rate is" not in told


def test_nobody_to_count_is_said_in_one_sentence() -> None:
    assert explanation(row("match_level"), METRICS["match_level"]) == [
        "This number is about: Everyone who started and got paid work in the trajectory. There is nobody yet."
    ]
