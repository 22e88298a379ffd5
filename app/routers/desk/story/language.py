"""Measurements and support."""

from collections.abc import Mapping

from app.routers.desk.story.entry import Facts, Teller, Telling
from app.rules.code_lists import LanguageSkill, LanguageSupportKind
from app.rules.names import name_of
from app.rules.sentence import Sentence


def _measured(facts: Facts) -> Telling:
    return Telling(
        Sentence("Language measured officially") if facts["official"] else Sentence("Language measured"),
        [
            Sentence("%(what)s: %(state)s", what=name_of(LanguageSkill(one["skill"])), state=one["level"])
            for one in facts["levels"]
        ],
    )


def _begins(facts: Facts) -> Telling:
    kind = name_of(LanguageSupportKind(facts["kind"]))
    if facts["hours"] is None:
        return Telling(Sentence("%(kind)s begins", kind=kind))
    hours = f"{facts['hours']:g}"
    return Telling(Sentence("%(kind)s begins, %(hours)s hours per week", kind=kind, hours=hours))


def _ends(facts: Facts) -> Telling:
    return Telling(Sentence("%(kind)s ends", kind=name_of(LanguageSupportKind(facts["kind"]))))


LANGUAGE: Mapping[str, Teller] = {"measured": _measured, "support_begins": _begins, "support_ends": _ends}
