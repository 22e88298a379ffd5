"""`bestendig programmes` at the terminal."""

from __future__ import annotations

import json

import pytest
from sqlalchemy.engine import URL
from typer.testing import CliRunner

from app.cli import program
from app.errors import NotFound


@pytest.fixture
def terminal(own_database: URL) -> CliRunner:
    """A terminal on a database of its own."""
    return CliRunner()


def test_a_programme_is_added_from_one_in_the_catalogue(terminal: CliRunner) -> None:
    words = ["programmes", "add", "Zorg in Zwolle", "--from", "voortraject-zorg", "--json"]
    done = terminal.invoke(program, words)
    assert done.exit_code == 0, done.output
    answer = json.loads(done.stdout)
    assert (answer["name"], answer["catalogueKey"]) == ("Zorg in Zwolle", "voortraject-zorg")


def test_a_key_that_is_not_in_the_catalogue_is_refused_with_those_that_are(terminal: CliRunner) -> None:
    done = terminal.invoke(program, ["programmes", "add", "Zorg", "--from", "zorg"])
    assert isinstance(done.exception, NotFound)
    assert "voortraject-zorg" in str(done.exception)
