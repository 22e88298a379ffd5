"""What is told of a report that would give something away beside another one: always the truth, and a way on."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from app.outcomes.pull import PublishedReport
from app.outcomes.remember import EarlierReport
from app.outcomes.report import ReportRequest
from app.routers.earlier_report import notice
from app.routers.report_request import Asked, Scope
from app.rules.sentence import Sentence

MARCH, MAY = datetime(2026, 3, 31, tzinfo=UTC), datetime(2026, 5, 31, tzinfo=UTC)
IN_MARCH = EarlierReport(
    id=uuid4(), as_of=MARCH.date(), known_at=MARCH, fingerprint=b"", own_fingerprints={}, is_same_scope=True
)


@pytest.fixture
def asked() -> Asked:
    request = ReportRequest(metrics=(), as_of=MAY.date(), known_at=MAY, municipalities=frozenset({"GM0344"}))
    return Asked(request, Scope("GM0344", Sentence("Residents"), municipalities=frozenset({"GM0344"})))


def report(asked: Asked, **fields: Any) -> PublishedReport:
    return PublishedReport(asked=asked.request, rows=(), **fields)


def test_groups_that_are_withheld_for_a_day_can_be_read_of_another(asked: Asked) -> None:
    told = notice(report(asked, split_at=(MARCH.date(), MARCH)), asked, "/outcomes")
    assert told
    assert told.title == "The groups are withheld for this day"
    assert told.address
    assert "day=2026-03-31" in told.address


def test_who_named_a_day_reads_that_its_totals_give_something_away(asked: Asked) -> None:
    told = notice(report(asked, too_like=IN_MARCH, gives_away=True), asked, "/outcomes")
    assert told
    assert "even its totals" in told.text
    assert "Fewer than" not in told.text


def test_nothing_is_told_of_a_report_that_is_given_whole(asked: Asked) -> None:
    assert notice(report(asked), asked, "/outcomes") is None
