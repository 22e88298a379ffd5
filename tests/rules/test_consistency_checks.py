"""Every check of the night has a name on the screen."""

from app.queries.consistency.statement import ALL_CHECKS
from app.rules.consistency_checks import CHECKS


def test_every_check_is_named_and_every_name_is_of_a_check() -> None:
    assert {check.name for check in ALL_CHECKS} == set(CHECKS)
