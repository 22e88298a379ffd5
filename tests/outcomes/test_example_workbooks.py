"""From a coordinator's workbook to the numbers that must come out of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import URL

from app.cli import main

Run = Callable[..., str]


@pytest.fixture
def bestendig(own_database: URL, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in an installation of its own, and gives back what it printed."""

    def run(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["bestendig", *words])
        with pytest.raises(SystemExit):
            main()
        return capsys.readouterr().out

    return run


def total(bestendig: Run, metric: str, as_of: str) -> dict[str, Any]:
    (row,) = json.loads(bestendig("outcomes", "--metric", metric, "--as-of", as_of, "--json"))
    return dict(row)


@pytest.fixture
def hope(bestendig: Run, example_workbooks: Path) -> Run:
    bestendig("import", str(example_workbooks / "hope.xlsx"), "--create-programmes", "--json")
    return bestendig


@pytest.fixture
def messy(bestendig: Run, example_workbooks: Path) -> Run:
    bestendig("programmes", "add", "Leren en werken in Utrecht")
    bestendig("import", str(example_workbooks / "messy.xlsx"), "--json")
    return bestendig


def test_parcours_hope_gives_its_published_shares_back(hope: Run) -> None:
    at_end = total(hope, "in_paid_work_at_end", "2024-06-30")
    after = total(hope, "in_paid_work_6_months_after_end", "2024-06-30")

    assert (at_end["due"], at_end["yes"], at_end["no"], at_end["rate"]) == (200, 146, 54, 0.73)
    assert (after["due"], after["yes"], after["no"], after["rate"]) == (200, 112, 88, 0.56)


def test_half_a_year_too_early_nobody_is_due_and_there_is_no_rate(hope: Run) -> None:
    early = total(hope, "in_paid_work_6_months_after_end", "2023-12-31")

    assert (early["due"], early["notYetDue"], early["rate"], early["lower"]) == (0, 200, None, None)


def test_unanswered_follow_ups_stay_unanswered_and_widen_the_bounds(messy: Run) -> None:
    row = total(messy, "retention_6_months_in_work", "2024-06-30")

    assert (row["due"], row["yes"], row["no"], row["unanswered"]) == (10, 5, 0, 5)
    assert (row["rate"], row["lower"], row["upper"]) == (1.0, 0.5, 1.0)
