"""Small versions of the trials of `make reliability`: no question is lost, and none is asked twice without need."""

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy.engine import URL

from app.settings import settings
from tests.reliability.crashes import (
    Trial,
    database_away,
    killed_while_sending,
    line_cut,
    server_away,
)
from tests.reliability.trials import live, prepare


@pytest.fixture
def address(own_database: URL, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty database of its own; what the trial chooses as settings is forgotten afterwards."""
    before = settings().model_copy()
    yield own_database.set(drivername="postgresql").render_as_string(hide_password=False)
    for name in type(before).model_fields:
        setattr(settings(), name, getattr(before, name))


def holds(trial: Trial) -> bool:
    verdict = trial.verdict()
    return verdict.holds and verdict.repeated <= trial.faults


def test_the_mails_of_some_months_are_exactly_those_that_the_rule_book_asks_for(address: str) -> None:
    done = live(address, people=12, employers=3, days=75, months=[[1, 2], [1]])
    assert done.sent > 0


def test_a_worker_that_is_killed_while_sending_loses_nothing_and_repeats_at_most_what_it_had_handed_over(
    address: str,
) -> None:
    prepare(address, 40)
    done = killed_while_sending(address, 8)
    assert (done.faults, holds(done)) == (8, True)


def test_a_line_that_is_cut_at_any_moment_loses_nothing(address: str) -> None:
    prepare(address, 20)
    done = line_cut(address, 14)
    assert (done.faults, holds(done)) == (14, True)


def test_several_workers_send_everything_once_when_a_mail_server_that_was_down_is_back(address: str) -> None:
    prepare(address, 20)
    verdict = server_away(address, workers=3, seconds=0.5).verdict()
    assert (verdict.holds, verdict.repeated) == (True, 0)


def test_a_database_that_goes_away_in_the_middle_of_sending_loses_nothing(address: str) -> None:
    def take_away() -> None:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                "where datname = current_database() and pid <> pg_backend_pid()"
            )

    prepare(address, 20)
    done = database_away(address, 2, take_away)
    assert (done.faults, holds(done)) == (2, True)
