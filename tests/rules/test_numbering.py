"""Numbers for people and trajectories that nobody numbered."""

from app.rules.numbering import next_number, numbers_to_try


def test_a_series_goes_on_after_its_highest_number() -> None:
    assert next_number("T", []) == "T0001"
    assert next_number("T", ["T0009", "T0022", "X0100", "T22-b"]) == "T0023"
    assert next_number("T", ["T9999"]) == "T10000"


def test_later_numbers_come_in_ever_larger_steps() -> None:
    tried = list(numbers_to_try("D", ["D0001"]))
    assert tried[:4] == ["D0002", "D0003", "D0005", "D0009"]
    assert len(set(tried)) == len(tried)
