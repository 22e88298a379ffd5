"""Deciding against the check: which decisions need a written reason for it."""

import pytest

from app.rules.against_the_check import why_a_reason_is_asked
from app.rules.code_lists import CheckVerdict, Decision

AGAINST = {
    (Decision.ADMITTED, CheckVerdict.NOT_MET): "Not every entry requirement is met",
    (Decision.ADMITTED_WITH_CONDITIONS, CheckVerdict.NOT_MET): "Not every entry requirement is met",
    (Decision.DECLINED, CheckVerdict.MET): "Every entry requirement is met",
}


@pytest.mark.parametrize("verdict", [*CheckVerdict, None])
@pytest.mark.parametrize("decision", Decision)
def test_only_admitting_against_a_no_and_declining_against_a_yes_go_against_the_check(
    decision: Decision, verdict: CheckVerdict | None
) -> None:
    asked = why_a_reason_is_asked(decision, verdict)
    if verdict is not None and (decision, verdict) in AGAINST:
        assert asked is not None
        assert AGAINST[decision, verdict] in asked
    else:
        assert asked is None
