"""docs/metrics.md says what the registry and the spec tables say."""

from __future__ import annotations

from app.outcomes.manual import MANUAL, manual


def test_the_committed_manual_is_up_to_date() -> None:
    assert MANUAL.read_text(encoding="utf-8") == manual(), "run `make docs`"
