"""Whether a confirmation link still opens the question."""

from datetime import UTC, datetime, timedelta

import pytest

from app.rules.code_lists import AskedOf
from app.rules.link_state import LinkState, link_path, link_state, may_ask_again

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("expires_at", "answered_at", "revoked_at", "state"),
    [
        (LATER, None, None, LinkState.OPEN),
        (LATER, NOW, None, LinkState.ANSWERED),
        (NOW, None, None, LinkState.EXPIRED),
        (NOW, NOW, None, LinkState.EXPIRED),
        (LATER, None, NOW, LinkState.REVOKED),
        (NOW, NOW, NOW, LinkState.REVOKED),
    ],
)
def test_the_state_of_a_link(
    expires_at: datetime, answered_at: datetime | None, revoked_at: datetime | None, state: LinkState
) -> None:
    assert link_state(NOW, expires_at=expires_at, answered_at=answered_at, revoked_at=revoked_at) is state


def test_an_employer_and_a_participant_have_pages_of_their_own() -> None:
    assert link_path(AskedOf.EMPLOYER, "abc") == "/confirm/abc"
    assert link_path(AskedOf.PARTICIPANT, "abc") == "/own-work/abc"


def test_a_new_link_can_be_asked_for_once_a_day() -> None:
    assert may_ask_again(NOW, renewed_at=None)
    assert not may_ask_again(NOW, renewed_at=NOW - timedelta(hours=23))
    assert may_ask_again(NOW, renewed_at=NOW - timedelta(hours=24))
