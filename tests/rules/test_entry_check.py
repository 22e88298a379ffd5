"""What a programme asks, beside what is known of somebody: the tables in `entry_spec/`, and what holds for all."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.language import Language, say
from app.rules.candidate import Candidate
from app.rules.code_lists import CheckVerdict
from app.rules.entry_check import CHECKS, check_entry
from app.rules.entry_finding import Finding, stored_check
from app.rules.entry_requirement import Asked, requirements_from
from tests.rules.entry_spec_language import Row, asks, candidate, spec_rows

ROWS = spec_rows()
SPOKEN = {True: "yes", False: "no", None: "unknown"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.table}: {row.candidate}")
def test_a_check_comes_out_as_the_table_says(row: Row) -> None:
    check = check_entry(row.asked, candidate(row.known), row.on)
    assert (check.verdict, SPOKEN[check.over_qualified]) == (row.verdict.replace(" ", "_"), row.over_qualified)
    said = [str(finding.sentence) for finding in (*check.findings, *check.leaves())]
    assert [sentence for sentence in row.sentences if sentence not in said] == []


@pytest.mark.parametrize("kind", CHECKS, ids=lambda kind: str(kind.__name__))
def test_every_kind_is_tried_in_a_table_with_each_verdict(kind: type[Asked]) -> None:
    verdicts = {
        finding.verdict
        for row in ROWS
        for finding in check_entry(row.asked, candidate(row.known), row.on).findings
        if isinstance(finding.requirement, kind)
    }
    assert verdicts == set(CheckVerdict)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.table}: {row.candidate}")
def test_a_check_is_kept_beside_a_decision_and_read_again_word_for_word(row: Row) -> None:
    check = check_entry(row.asked, candidate(row.known), row.on)
    again = stored_check(check.as_stored())
    assert (again.verdict, again.over_qualified) == (check.verdict, check.over_qualified)
    for one, other in zip(check.leaves(), again.leaves(), strict=True):
        for language in Language:
            assert say(one.sentence, language) == say(other.sentence, language)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.table}: {row.candidate}")
def test_of_somebody_of_whom_nothing_is_known_nothing_is_met(row: Row) -> None:
    check = check_entry(row.asked, Candidate(), row.on)
    assert all(finding.verdict is CheckVerdict.UNKNOWN for finding in check.leaves())
    assert all(finding.helps for finding in check.leaves())
    assert check.over_qualified is None


def test_who_asks_nothing_has_checked_nothing() -> None:
    assert check_entry((), Candidate(), date(2026, 3, 2)).verdict is None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.table}: {row.candidate}")
def test_what_is_found_out_after_the_day_does_not_count(row: Row) -> None:
    later = row.on + timedelta(days=1)
    known = candidate(row.known)
    best = candidate(
        f"every skill C2 on {later}; conversation C2 on {later}; motivation for R 5 on {later}; "
        f"everything blocking on {later}"
    )
    with_later = replace(
        known,
        measurements=(*known.measurements, *best.measurements),
        interviews=(*known.interviews, *best.interviews),
        circumstances=(*known.circumstances, *best.circumstances),
    )
    assert check_entry(row.asked, with_later, row.on) == check_entry(row.asked, known, row.on)


def test_of_alternatives_the_one_that_is_met_as_asked_makes_nobody_over_qualified() -> None:
    asked = requirements_from([{"kind": "any", "of": [asks("speaking at least A2"), asks("listening at least A2")]}])
    day = date(2026, 3, 2)
    above_both = candidate("speaking B2 on 2026-03-01; listening B2 on 2026-03-01")
    above_one = candidate("speaking B2 on 2026-03-01; listening A2 on 2026-03-01")
    assert check_entry(asked, above_both, day).over_qualified is True
    assert check_entry(asked, above_one, day).over_qualified is False


def test_the_findings_stand_in_the_order_in_which_the_programme_asks() -> None:
    row = next(row for row in ROWS if len(row.asked) > 1)
    findings: tuple[Finding, ...] = check_entry(row.asked, candidate(row.known), row.on).findings
    assert tuple(finding.requirement for finding in findings) == row.asked


def test_how_things_stood_counts_until_they_are_assessed_again() -> None:
    asked = requirements_from([asks("nothing blocking in housing")])
    known = candidate("housing blocking on 2026-03-01; housing arranged on 2026-03-20")
    blocking, arranged = known.circumstances
    known = replace(known, circumstances=(replace(blocking, until=arranged.on), arranged))
    verdicts = {day: check_entry(asked, known, date(2026, 3, day)).verdict for day in (1, 19, 20)}
    assert verdicts == {1: CheckVerdict.NOT_MET, 19: CheckVerdict.NOT_MET, 20: CheckVerdict.MET}
