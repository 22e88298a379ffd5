"""What the screening found, and what was decided."""

from collections.abc import Mapping

from app.routers.desk.story.entry import Facts, Teller, Telling
from app.rules.code_lists import CheckVerdict, CircumstanceState, Decision, SupportDomain
from app.rules.names import name_of
from app.rules.sentence import Sentence


def _test(facts: Facts) -> Telling:
    return Telling(
        Sentence(
            "Test %(instrument)s: %(score)s of %(out_of)s",
            instrument=facts["instrument"],
            score=f"{facts['score']:g}",
            out_of=f"{facts['outOf']:g}",
        )
    )


def _motivation(facts: Facts) -> Telling:
    return Telling(
        Sentence(
            "Talk about motivation for sector %(sector)s: %(score)s of 5", sector=facts["sector"], score=facts["score"]
        )
    )


def _circumstances(facts: Facts) -> Telling:
    return Telling(
        Sentence("Circumstances"),
        [
            Sentence(
                "%(what)s: %(state)s",
                what=name_of(SupportDomain(one["domain"])),
                state=name_of(CircumstanceState(one["state"])),
            )
            for one in facts["domains"]
        ],
    )


def _decision(facts: Facts) -> Telling:
    details = []
    if facts["verdict"]:
        details.append(
            Sentence(
                "%(what)s: %(state)s",
                what=Sentence("Entry requirements"),
                state=name_of(CheckVerdict(facts["verdict"])),
            )
        )
    if facts["conditions"]:
        details.append(Sentence("Number of conditions: %(many)s", many=facts["conditions"]))
    decision = name_of(Decision(facts["decision"]))
    return Telling(Sentence("Decision: %(decision)s", decision=decision), details)


SCREENING: Mapping[str, Teller] = {
    "test": _test,
    "motivation": _motivation,
    "circumstances": _circumstances,
    "decision": _decision,
}
