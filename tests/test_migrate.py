"""Starting on a database that is there already."""

from alembic.script import ScriptDirectory
from sqlalchemy.engine import URL

from app.migrate import NEWEST, configuration, migrate


def test_the_newest_file_is_the_last_migration() -> None:
    assert ScriptDirectory.from_config(configuration()).get_current_head() == NEWEST


def test_a_database_that_is_up_to_date_stays_as_it_is(own_database: URL) -> None:
    assert migrate(own_database) == (NEWEST, NEWEST)
