"""What people on the command line may ask for by its code."""

from app.outcomes.names import metrics_named
from app.rules.metrics import METRICS


def test_a_measure_of_a_standard_is_asked_for_by_its_code() -> None:
    code = "off_social_assistance_24_months_after_start"

    assert [metric.code for metric in metrics_named([code, "ever_placed", code])] == [code, "ever_placed"]


def test_who_asks_for_nothing_in_particular_gets_our_own_metrics_only() -> None:
    assert [metric.code for metric in metrics_named(())] == list(METRICS)
