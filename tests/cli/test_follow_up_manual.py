"""docs/follow-ups.md says what the table of the life of a follow-up says."""

from app.cli.follow_up_manual import MANUAL, manual


def test_the_committed_manual_is_up_to_date() -> None:
    assert MANUAL.read_text(encoding="utf-8") == manual(), "run `make docs`"
