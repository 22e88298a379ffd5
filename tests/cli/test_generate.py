"""`bestendig generate`, as somebody uses it who wants to check the arithmetic."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import main
from app.exchange.read_file import read_file
from tests.factories import TODAY

Types = Callable[..., tuple[int, str, str]]


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Types:
    """Types a command; answers the exit code and what came out."""

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["bestendig", "generate", *words])
        with pytest.raises(SystemExit) as left:
            main()
        shown = capsys.readouterr()
        return int(left.value.code or 0), shown.out, shown.err

    return run


@pytest.mark.usefixtures("own_database")
def test_the_figures_of_a_result_stand_beside_what_was_published(types: Types) -> None:
    code, out, _ = types("pietra", "--people", "100")

    assert code == 0
    assert [line.split() for line in out.splitlines()[-1:]] == [
        ["in", "a", "job", "at", "the", "end", "57", "%", "57.0", "%", "(57", "of", "100", "known)"]
    ]


def test_without_a_result_they_are_listed(types: Types) -> None:
    code, out, _ = types()

    assert code == 0
    assert "parcours-hope" in out
    assert "73 % in a job at the end" in out


def test_a_result_that_is_not_there_is_refused_with_those_that_are(types: Types) -> None:
    code, _, err = types("nothing")

    assert code == 1
    assert "There is no result “nothing”. There are: parcours-hope," in err


def test_a_workbook_is_written_without_touching_a_database(types: Types, tmp_path: Path) -> None:
    file = tmp_path / "hope.xlsx"

    code, out, _ = types("parcours-hope", "--people", "20", "--workbook", str(file))

    assert (code, out) == (0, f"The people of Parcours HOPE are in {file}.\n")
    assert len(list(read_file(file.read_bytes(), TODAY).dossiers)) == 20
