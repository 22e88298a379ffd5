"""Every row gets a verdict; a participant goes in whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from app.exchange.consistency import inconsistencies
from app.exchange.dossier_sorting import sort_into_dossiers
from app.exchange.verdicts import Verdict, VerdictKind, place_of, verdicts_on
from app.exchange.workbook_file import open_workbook
from app.exchange.workbook_reading import read_workbook
from tests.exchange.made_workbooks import (
    Row,
    completed,
    contact,
    language,
    made_xlsx,
    observation,
    participant,
    placement,
    rating,
    trajectory,
)

TODAY = dt.date(2026, 11, 21)


def verdicts(**rows: Sequence[Row]) -> list[Verdict]:
    """The verdicts on a file, as if nothing of it had been imported before."""
    dossiers = sort_into_dossiers(read_workbook(open_workbook(made_xlsx(**rows)), TODAY))
    for dossier in dossiers:
        dossier.problems += inconsistencies(dossier, TODAY)
    created = {place_of(row): VerdictKind.CREATE for dossier in dossiers for row in dossier.rows()}
    given = verdicts_on(dossiers, created, {})
    assert len(given) == sum(len(sheet) for sheet in rows.values()), "every row read has one verdict"
    return given


def told(given: list[Verdict]) -> list[tuple[str, int, str, str | None]]:
    return [
        (verdict.sheet.value, verdict.row, verdict.kind.value, verdict.reason and str(verdict.reason))
        for verdict in given
        if verdict.kind is not VerdictKind.CREATE
    ]


def reason_for(**rows: Sequence[Row]) -> str:
    """The reason of the only row in trouble."""
    (verdict,) = [verdict for verdict in verdicts(**rows) if verdict.problems]
    return str(verdict.reason)


def test_a_sound_file_is_created_row_by_row() -> None:
    given = verdicts(
        Deelnemers=[participant()],
        Trajecten=[completed()],
        Taalmetingen=[language()],
        Contacten=[contact()],
        Plaatsingen=[placement()],
        Waarnemingen=[observation(Plaatsing="P1")],
        Opvolgingen=[{"Plaatsing": "P1", "Maand": 12, "Uitkomst": "onbereikbaar"}],
        Beoordelingen=[rating()],
    )
    assert {verdict.kind for verdict in given} == {VerdictKind.CREATE}


def test_one_error_leaves_out_the_participant_and_everything_below() -> None:
    given = verdicts(
        Deelnemers=[participant("D1"), participant("D2")],
        Trajecten=[completed("T1", "D1"), completed("T2", "D2")],
        Contacten=[contact("T1"), contact("T2")],
        Taalmetingen=[language("T1", Niveau="B3")],
    )
    left_out = "left out with the whole participant: language level that does not exist"
    assert told(given) == [
        ("Deelnemers", 2, "skip", left_out),
        ("Trajecten", 2, "skip", left_out),
        ("Taalmetingen", 2, "error", "language level that does not exist"),
        ("Contacten", 2, "skip", left_out),
    ]


def test_an_error_says_where_what_and_what_would_be_right() -> None:
    given = verdicts(Deelnemers=[participant()], Trajecten=[completed()], Beoordelingen=[rating(Score=9)])
    (problem,) = given[-1].problems
    assert (problem.sheet, problem.row, problem.column, problem.value) == ("Beoordelingen", 2, "Score", "9")
    assert str(problem.reason) == "score out of range"
    assert str(problem.right) == "a whole number from 1 to 5"


def test_a_day_that_does_not_exist_is_a_conflict() -> None:
    given = verdicts(Deelnemers=[participant(Geboortedatum="31-02-1990")], Trajecten=[completed()])
    assert given[0].kind is VerdictKind.CONFLICT
    assert str(given[0].reason) == "birth date does not exist"


def test_a_row_about_something_that_is_not_in_the_file_is_skipped() -> None:
    given = verdicts(
        Deelnemers=[participant()],
        Trajecten=[completed(), completed("T2", "D2")],
        Contacten=[contact("T9999"), contact("T2")],
        Waarnemingen=[observation(Plaatsing="P9")],
    )
    assert told(given) == [
        ("Trajecten", 3, "skip", "the participant is not in the file"),
        ("Contacten", 2, "skip", "the trajectory is not in the file"),
        ("Contacten", 3, "skip", "the trajectory is not in the file"),
        ("Waarnemingen", 2, "skip", "the placement is not in the file"),
    ]


def test_a_row_that_does_not_say_whose_it_is_is_an_error_and_harms_nobody() -> None:
    given = verdicts(Deelnemers=[participant()], Trajecten=[completed()], Contacten=[contact("")])
    assert told(given) == [("Contacten", 2, "error", "trajectory is missing")]


def test_the_same_row_twice_counts_once() -> None:
    given = verdicts(
        Deelnemers=[participant(), participant()],
        Trajecten=[completed(), completed()],
        Contacten=[contact(), contact()],
    )
    assert told(given) == [
        ("Deelnemers", 3, "skip", "the same as row 2"),
        ("Trajecten", 3, "skip", "the same as row 2"),
        ("Contacten", 3, "skip", "the same as row 2"),
    ]


def test_one_number_in_two_rows_that_differ_is_a_conflict_with_both_places() -> None:
    given = verdicts(Deelnemers=[participant(), participant(Voornaam="Iemand anders")], Trajecten=[completed()])
    (verdict,) = [verdict for verdict in given if verdict.problems]
    assert verdict.kind is VerdictKind.CONFLICT
    assert verdict.problems[0].readings == ("Deelnemers 2", "Deelnemers 3")
    assert {verdict.kind for verdict in given} == {VerdictKind.CONFLICT, VerdictKind.SKIP}


def test_a_trajectory_number_of_two_people_leaves_both_out() -> None:
    given = verdicts(
        Deelnemers=[participant("D1"), participant("D2")],
        Trajecten=[completed("T1", "D1"), completed("T1", "D2")],
    )
    assert VerdictKind.CREATE not in {verdict.kind for verdict in given}


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        ({"Beoordelingen": [rating(Score=4), rating(Score=2)]}, ("4 (2)", "2 (3)")),
        ({"Waarnemingen": [observation(), observation(**{"Betaald werk": "nee"})]}, ("ja (2)", "nee (3)")),
        ({"Taalmetingen": [language(), language(Niveau="B1")]}, ("A2 (2)", "B1 (3)")),
    ],
)
def test_two_rows_that_contradict_each_other_are_a_conflict_with_both_values(
    rows: dict[str, list[Row]], values: tuple[str, str]
) -> None:
    given = verdicts(Deelnemers=[participant()], Trajecten=[completed()], **rows)
    (verdict,) = [verdict for verdict in given if verdict.problems]
    assert verdict.kind is VerdictKind.CONFLICT
    assert verdict.problems[0].readings == values


def test_two_contacts_on_one_day_are_two_contacts() -> None:
    given = verdicts(Deelnemers=[participant()], Trajecten=[completed()], Contacten=[contact(), contact(Minuten=10)])
    assert told(given) == []


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"Beëindigd op": "01-12-2022"}, "trajectory ends before it starts"),
        ({"Gestart op": "01-01-2023", "Gescreend op": None}, "trajectory starts before the registration"),
        ({"Gescreend op": "01-01-2023"}, "screening before the registration"),
        ({"Gescreend op": "01-04-2023"}, "trajectory starts before the screening"),
        ({"Besluit": "afgewezen"}, "trajectory has started against the decision"),
        ({"Gestart op": None}, "trajectory ends but has no start"),
        ({"Afloop": None}, "trajectory ends without an outcome"),
        ({"Beëindigd op": None}, "trajectory has an outcome but no end"),
        ({"Beëindigd op": "22-11-2026"}, "end date lies in the future"),
    ],
)
def test_a_trajectory_that_contradicts_itself_is_left_out(cells: Row, reason: str) -> None:
    assert reason_for(Deelnemers=[participant()], Trajecten=[completed(**cells)]) == reason


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"Einde": "31-07-2023"}, "placement ends before it starts"),
        ({"Verwacht einde": "31-07-2023"}, "placement is expected to end before it starts"),
        ({"Reden einde": "andere baan"}, "placement has a reason of the end but no end"),
    ],
)
def test_a_placement_that_contradicts_itself_leaves_out_its_participant(cells: Row, reason: str) -> None:
    rows = {"Deelnemers": [participant()], "Trajecten": [completed()]}
    assert reason_for(**rows, Plaatsingen=[placement(**cells)]) == reason


def test_a_placement_may_be_agreed_on_for_a_later_day() -> None:
    given = verdicts(Deelnemers=[participant()], Trajecten=[completed()], Plaatsingen=[placement(Start="01-01-2027")])
    assert told(given) == []


def test_a_placement_does_not_start_before_its_trajectory() -> None:
    assert (
        reason_for(
            Deelnemers=[participant()],
            Trajecten=[completed(**{"Gestart op": dt.date(2023, 3, 1)})],
            Plaatsingen=[placement(Start=dt.date(2023, 2, 28))],
        )
        == "placement starts before the trajectory"
    )


def test_an_observation_about_a_placement_of_another_trajectory_is_an_error() -> None:
    reason = reason_for(
        Deelnemers=[participant()],
        Trajecten=[completed("T1"), trajectory("T2")],
        Plaatsingen=[placement("P1", "T1")],
        Waarnemingen=[observation("T2", Plaatsing="P1")],
    )
    assert reason == "placement is of another trajectory"


def test_an_observation_in_the_future_is_an_error() -> None:
    rows = {"Deelnemers": [participant()], "Trajecten": [completed()]}
    assert reason_for(**rows, Waarnemingen=[observation(Datum="22-11-2026")]) == "date lies in the future"
