"""`bestendig outcomes`, as the administrator of an installation uses it."""

from __future__ import annotations

import asyncio
import csv
import json
import sys
from datetime import date
from io import StringIO

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import URL

from app import database
from app.cli import main
from app.rules.code_lists import EvidenceSource
from app.rules.metrics import METRICS
from tests.factories import Factory

IN_WORK = "retention_6_months_in_work"


async def a_cohort_of_two() -> None:
    """One person still in work after six months, and one about whom nothing is known."""
    make = Factory()
    programme = await make.programme(name="Parcours HOPE")
    cohort = await make.cohort(programme, name="1")
    await make.own_metric(programme, title="Aan het werk na 9 maanden")
    for answered in (True, False):
        trajectory = await make.trajectory(
            programme, cohort_id=cohort.id, registered_on=date(2025, 1, 6), started_on=date(2025, 2, 3)
        )
        job = await make.placement(trajectory, starts_on=date(2025, 3, 3))
        if answered:
            await make.observation(trajectory, job, observed_on=date(2025, 9, 3), source=EvidenceSource.EMPLOYER)
    await database.engine().dispose()
    database.engine.cache_clear()


@pytest.fixture
def installation(own_database: URL) -> URL:
    asyncio.run(a_cohort_of_two())
    return own_database


class Terminal:
    """Types a command; keeps what came out and the exit code."""

    def __init__(self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self.patch, self.capture = patch, capture

    def types(self, *words: str) -> tuple[int, str, str]:
        self.patch.setattr(sys, "argv", ["bestendig", "outcomes", *words])
        with pytest.raises(SystemExit) as left:
            main()
        shown = self.capture.readouterr()
        return int(left.value.code or 0), shown.out, shown.err


@pytest.fixture
def terminal(installation: URL, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(monkeypatch, capsys)


def test_the_table_comes_with_its_sentence(terminal: Terminal) -> None:
    code, out, _ = terminal.types("--metric", IN_WORK, "--as-of", "2026-03-01")

    assert code == 0
    assert "Between 50 % and 100 % still in work after 6 months; only 1 of the 2 due are known" in out
    assert "everyone" in out


def test_reading_exact_numbers_is_kept_where_administrators_see_it(terminal: Terminal, installation: URL) -> None:
    terminal.types("--metric", IN_WORK, "--as-of", "2026-03-01")

    with sa.create_engine(installation, poolclass=sa.NullPool).connect() as connection:
        pulls = connection.execute(sa.text("select origin, result, metrics from outcome_pull")).all()
    assert pulls == [("command line", "exact", [f"{IN_WORK} 1"])]


def test_json_is_a_list_with_every_metric_and_group(terminal: Terminal) -> None:
    code, out, _ = terminal.types("--as-of", "2026-03-01", "--group-by", "cohort", "--json")

    rows = json.loads(out)
    assert code == 0
    assert [row["metric"] for row in rows if row["group"] == {}] == list(METRICS)
    (grouped,) = [row for row in rows if row["metric"] == IN_WORK and row["group"]]
    assert grouped["group"] == {"programme": "Parcours HOPE", "cohort": "1"}
    assert (grouped["due"], grouped["yes"], grouped["unanswered"], grouped["rate"]) == (2, 1, 1, 1.0)


def test_a_report_about_one_programme_has_its_own_metrics_last(terminal: Terminal) -> None:
    code, out, _ = terminal.types("--programme", "Parcours HOPE", "--as-of", "2026-03-01")

    assert code == 0
    title = out.rindex(", version 1)")
    assert out[:title].splitlines()[-1].startswith("Aan het werk na 9 maanden (own_")


def test_csv_is_one_long_table(terminal: Terminal) -> None:
    _, out, _ = terminal.types("--metric", IN_WORK, "--as-of", "2026-03-01", "--csv")

    values = {line["state"]: line["value"] for line in csv.DictReader(StringIO(out))}
    assert (values["due"], values["yes"], values["lower"]) == ("2", "1", "0.5")


def test_only_the_programme_and_cohort_that_are_named(terminal: Terminal) -> None:
    _, out, _ = terminal.types(
        "--programme", "parcours hope", "--cohort", "1", "--metric", IN_WORK, "--as-of", "2026-03-01", "--json"
    )

    assert [row["cohort"] for row in json.loads(out)] == [2]


def test_only_what_was_known_by_a_moment(terminal: Terminal) -> None:
    _, out, _ = terminal.types("--metric", IN_WORK, "--known-at", "2026-03-01", "--as-of", "2026-03-01", "--json")

    assert [row["cohort"] for row in json.loads(out)] == [0]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--programme", "Hoop"), "There is no programme “Hoop”. There are: “Parcours HOPE”."),
        (("--cohort", "9"), "There is no cohort “9”. There are: “1”."),
        (("--metric", "happiness"), "There is no metric “happiness”. There are: screened, admitted, "),
    ],
)
def test_an_unknown_name_is_refused_with_what_there_is(
    words: tuple[str, ...], sentence: str, terminal: Terminal
) -> None:
    code, _, err = terminal.types(*words)

    assert code == 1
    assert sentence in err


@pytest.mark.parametrize(
    "words",
    [("--as-of", "30-6-2024"), ("--known-at", "yesterday"), ("--group-by", "shoe size"), ("--json", "--csv")],
)
def test_wrong_usage_is_exit_code_two(words: tuple[str, ...], terminal: Terminal) -> None:
    code, _, _ = terminal.types(*words)

    assert code == 2
