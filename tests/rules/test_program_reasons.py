"""Reasons that the program wrote are read in the reader's language; what people wrote stays as it is."""

from app.language import say
from app.rules.program_reasons import reason_to_read
from app.rules.work_answer import NOT_AN_EMPLOYEE


def test_what_the_program_wrote_is_translated_and_what_somebody_wrote_is_not() -> None:
    kept = str(NOT_AN_EMPLOYEE)
    assert say(reason_to_read(kept), "nl") == "De werkgever zegt dat deze persoon daar nooit heeft gewerkt."
    assert say(reason_to_read("Nam niet op"), "nl") == "Nam niet op"
