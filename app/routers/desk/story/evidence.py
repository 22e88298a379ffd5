"""What was said about work, and the questions about it."""

from collections.abc import Mapping

from app.routers.desk.story.entry import Facts, Teller, Telling
from app.rules.code_lists import EvidenceSource, FollowUpState
from app.rules.names import name_of
from app.rules.sentence import Sentence


def _observed(facts: Facts) -> Telling:
    source = name_of(EvidenceSource(facts["source"]))
    if facts["inPaidWork"]:
        return Telling(Sentence("%(source)s: in paid work", source=source))
    return Telling(Sentence("%(source)s: not in paid work", source=source))


def _to_be_asked(facts: Facts) -> Telling:
    return Telling(
        Sentence(
            "Follow-up at month %(month)s after the start at %(employer)s",
            month=facts["month"],
            employer=facts["employer"],
        )
    )


def _given_up(facts: Facts) -> Telling:
    return Telling(
        Sentence(
            "Follow-up at month %(month)s after the start at %(employer)s: %(state)s",
            month=facts["month"],
            employer=facts["employer"],
            state=name_of(FollowUpState(facts["state"])),
        )
    )


EVIDENCE: Mapping[str, Teller] = {"observed": _observed, "to_be_asked": _to_be_asked, "given_up": _given_up}
