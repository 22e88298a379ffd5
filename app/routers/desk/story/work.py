"""Placements, and the support at work."""

from collections.abc import Mapping

from app.routers.desk.story.entry import Facts, Teller, Telling
from app.rules.code_lists import (
    Contract,
    PlacementEndReason,
    SpellKind,
    WorkplaceSupportKind,
    WorkplaceSupportState,
)
from app.rules.names import name_of
from app.rules.sentence import Sentence


def _begins(facts: Facts) -> Telling:
    details = []
    if facts["contract"]:
        details.append(name_of(Contract(facts["contract"])))
    if facts["hours"] is not None:
        details.append(Sentence("%(hours)s hours per week", hours=f"{facts['hours']:g}"))
    return Telling(Sentence("%(kind)s at %(employer)s begins", **_called(facts)), details)


def _ends(facts: Facts) -> Telling:
    why = [name_of(PlacementEndReason(facts["reason"]))] if facts["reason"] else []
    return Telling(Sentence("%(kind)s at %(employer)s: last day", **_called(facts)), why)


def _called(facts: Facts) -> Mapping[str, str]:
    return {"kind": name_of(SpellKind(facts["kind"])), "employer": facts["employer"]}


def _support(facts: Facts) -> Telling:
    return Telling(
        Sentence(
            "%(kind)s at %(employer)s: %(state)s",
            kind=name_of(WorkplaceSupportKind(facts["kind"])),
            employer=facts["employer"],
            state=name_of(WorkplaceSupportState(facts["state"])),
        )
    )


WORK: Mapping[str, Teller] = {
    "begins": _begins,
    "is_to_end": lambda facts: Telling(Sentence("The contract at %(employer)s is to end", employer=facts["employer"])),
    "ends": _ends,
    "support": _support,
}
