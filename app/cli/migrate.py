"""`bestendig migrate`."""

from app.cli.operator import Json, answer
from app.migrate import migrate


def run(as_json: Json = False) -> None:
    """Bring the database up to date with this version of the program. Doing it twice changes nothing."""
    before, after = migrate()
    sentence = f"The database is at {after}." if before == after else f"The database went from {before} to {after}."
    answer({"before": before, "after": after}, as_json=as_json, sentence=sentence)
