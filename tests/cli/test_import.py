"""`bestendig import` at the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy.engine import URL
from typer.testing import CliRunner

from app.cli import program
from tests.exchange.made_workbooks import completed, made_xlsx, participant


@pytest.fixture
def terminal(own_database: URL) -> CliRunner:
    """A terminal on a database of its own."""
    return CliRunner()


def saved(folder: Path, content: bytes) -> str:
    file = folder / "werkmap.xlsx"
    file.write_bytes(content)
    return str(file)


def test_all_in_is_exit_code_0_and_the_answer_is_json(terminal: CliRunner, tmp_path: Path) -> None:
    file = saved(tmp_path, made_xlsx(Deelnemers=[participant()], Trajecten=[completed()]))
    done = terminal.invoke(program, ["import", file, "--create-programmes", "--json"])
    assert done.exit_code == 0, done.output
    answer = json.loads(done.stdout)
    assert answer["rows"]["Deelnemers"]["create"] == 1
    assert answer["participants_in"] == 1
    again = json.loads(terminal.invoke(program, ["import", file, "--json"]).stdout)
    assert again["verdicts"] == {
        "create": 0,
        "update": 0,
        "unchanged": 2,
        "skip": 0,
        "conflict": 0,
        "error": 0,
    }


def test_rows_left_out_are_exit_code_1_with_the_others_in(terminal: CliRunner, tmp_path: Path) -> None:
    people = [participant("D1"), participant("D2", Geboortedatum="31-02-1990")]
    file = saved(tmp_path, made_xlsx(Deelnemers=people, Trajecten=[completed("T1", "D1"), completed("T2", "D2")]))
    done = terminal.invoke(program, ["import", file, "--create-programmes"])
    assert done.exit_code == 1
    assert "1 of 2 participants are in." in done.stdout
    assert "left out D2: birth date does not exist" in done.stdout
    assert "Deelnemers row 3, Geboortedatum “31-02-1990”" in done.stdout
    assert "Writing:" in done.stderr


def test_a_dry_run_writes_nothing(terminal: CliRunner, tmp_path: Path) -> None:
    file = saved(tmp_path, made_xlsx(Deelnemers=[participant()], Trajecten=[completed()]))
    for _ in range(2):
        done = terminal.invoke(program, ["import", file, "--create-programmes", "--dry-run"])
        assert "1 of 1 participants would go in." in done.stdout


def test_a_refused_file_is_exit_code_1_with_one_sentence(terminal: CliRunner, tmp_path: Path) -> None:
    done = terminal.invoke(program, ["import", saved(tmp_path, b"no workbook"), "--json"])
    assert done.exit_code == 1
    assert json.loads(done.stdout) == {"refused": "The file is no Excel workbook (.xlsx) and no zip with .csv files."}


def test_a_file_that_is_not_there_is_wrong_usage(terminal: CliRunner) -> None:
    assert terminal.invoke(program, ["import", "niet-hier.xlsx"]).exit_code == 2
