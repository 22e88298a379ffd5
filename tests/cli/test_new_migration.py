"""`make migration` starts the next migration under the next number."""

from pathlib import Path

import pytest
from alembic.config import Config

from app.cli import new_migration
from app.migrate import MIGRATIONS, configuration


def test_the_next_migration_follows_the_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = tmp_path / "versions"
    versions.mkdir()
    for name in ("env.py", "script.py.mako"):
        (tmp_path / name).write_text((MIGRATIONS / name).read_text())
    (versions / "0041_before.py").write_text('revision = "0041_before"\ndown_revision = None\n')
    monkeypatch.setattr(new_migration, "MIGRATIONS", tmp_path)

    def elsewhere() -> Config:
        config = configuration()
        config.set_main_option("script_location", str(tmp_path))
        return config

    monkeypatch.setattr(new_migration, "configuration", elsewhere)
    new_migration.main("Add a table of buddies")
    written = (versions / "0042_add_a_table_of_buddies.py").read_text()
    assert 'revision = "0042_add_a_table_of_buddies"\ndown_revision = "0041_before"\n' in written
