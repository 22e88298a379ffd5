"""What is known of somebody whose two numbers become one."""

from app.rules.merged_person import gaps_filled


def test_what_only_the_other_one_says_is_taken_over() -> None:
    assert gaps_filled({"education": None, "wished_sectors": []}, {"education": 3, "wished_sectors": ["Q"]}) == {
        "education": 3,
        "wished_sectors": ["Q"],
    }


def test_where_both_say_something_that_of_the_kept_one_stands() -> None:
    assert (
        gaps_filled({"gender": "woman", "diploma_recognised": False}, {"gender": "man", "diploma_recognised": True})
        == {}
    )


def test_what_the_other_one_does_not_say_either_stays_unknown() -> None:
    assert gaps_filled({"education": None}, {"education": None}) == {}


def test_the_code_of_one_municipality_never_gets_the_name_of_another() -> None:
    kept = {"municipality_code": None, "municipality_name": "Zeist"}
    assert gaps_filled(kept, {"municipality_code": "GM0344", "municipality_name": "Utrecht"}) == {}
