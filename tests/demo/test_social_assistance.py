"""What the made-up programme knows of social assistance."""

from __future__ import annotations

from app.demo.make_up import make_up_programme
from app.demo.size import Size
from app.rules.code_lists import EvidenceSource
from tests.factories import MOMENT, TODAY


def test_only_who_can_know_says_whether_somebody_has_social_assistance() -> None:
    book = make_up_programme(Size(people=40), 1, MOMENT, TODAY)

    said = [row for row in book.first["observation"].values() if row.get("on_social_assistance") is not None]
    assert {row["on_social_assistance"] for row in said} == {True, False}
    assert {row["source"] for row in said} <= {
        EvidenceSource.PARTICIPANT,
        EvidenceSource.COACH,
        EvidenceSource.REGISTER,
    }
