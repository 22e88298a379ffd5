"""What changed since an edition, for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.models import OutcomeEdition
from app.outcomes.formats import NUMBERS, plain
from app.outcomes.moment_format import in_utc
from app.outcomes.since_then import SinceThen
from app.rules.edition_changes import MetricChange


def changes_object(edition: OutcomeEdition, since: SinceThen, known_now: datetime) -> dict[str, object]:
    """As JSON. Numbers of a curve or of language levels have the name that they have in the table of a report."""
    return {
        "asOf": edition.as_of.isoformat(),
        "knownThen": in_utc(edition.known_at),
        "knownNow": in_utc(known_now),
        "changes": _changes(since.changes),
        "durations": _changes(since.durations),
        "languageLevels": _changes(since.levels),
        "reasons": [{"fact": one.fact, "people": plain(one.people)} for one in since.reasons],
    }


def _changes(changed: Sequence[MetricChange]) -> list[dict[str, object]]:
    return [
        {
            "metric": one.metric,
            "versionThen": one.version_then,
            "versionNow": one.version_now,
            "numbers": [
                {
                    "group": dict(number.group),
                    "number": NUMBERS.get(number.number, number.number),
                    "then": plain(number.then),
                    "now": plain(number.now),
                }
                for number in one.numbers
            ],
            "withheld": one.withheld,
        }
        for one in changed
    ]
