"""Why the same people give another figure under a standard of others: from the actual counts, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.rules.bilingual_text import Bilingual
from app.rules.outcome_numbers import OutcomeRow
from app.rules.standard_outcomes import OF_A_STAY
from app.rules.standards.changes import Change
from app.rules.standards.definition import StandardMeasure

CAME_BACK = Bilingual(
    nl="zij kwamen terug in het programma, en de standaard telt dat als één verblijf, tot het laatste vertrek.",
    en="they came back to the programme, and the standard counts that as one stay, up to the last exit.",
)
OTHERWISE = Bilingual(
    nl="de standaard kijkt naar een andere dag of naar andere feiten.",
    en="the standard looks at another day or at other facts.",
)
DIED = Bilingual(
    nl="zij overleden tussen onze dag en die van de standaard.",
    en="they died between our day and that of the standard.",
)
WHAT: Mapping[Change, Bilingual] = {
    Change.MORE_YES: Bilingual(nl="hier een ja en bij ons niet", en="a yes here and not in ours"),
    Change.FEWER_YES: Bilingual(nl="hier een nee en bij ons een ja", en="a no here and a yes in ours"),
    Change.UNKNOWN_AS_NO: Bilingual(nl="hier een nee en bij ons onbekend", en="a no here and unknown in ours"),
    Change.MORE_UNKNOWN: Bilingual(nl="hier onbekend en bij ons bekend", en="unknown here and known in ours"),
    Change.LATER_DUE: Bilingual(nl="hier nog niet aan de beurt en bij ons wel", en="not yet due here and due in ours"),
    Change.SOONER_DUE: Bilingual(nl="hier aan de beurt en bij ons nog niet", en="due here and not yet in ours"),
    Change.LEFT_OUT: Bilingual(nl="hier niet meegeteld en bij ons wel", en="not counted here and counted in ours"),
    Change.ADDED: Bilingual(nl="hier meegeteld en bij ons niet", en="counted here and not in ours"),
    Change.DIED: Bilingual(
        nl="bij de een wel en bij de ander niet meegeteld", en="counted in the one and not in the other"
    ),
}


@dataclass(frozen=True)
class Difference:
    """So many people who count otherwise in one way, and why."""

    change: Change
    people: int
    why: Bilingual

    @property
    def is_by_coming_back(self) -> bool:
        """Whether it is because they came back to the programme."""
        return self.why is CAME_BACK

    def told(self) -> Bilingual:
        """The difference as a sentence without a full stop in front of the reason."""
        one = self.people == 1
        what = WHAT[self.change]
        return Bilingual(
            nl=f"{self.people} {'persoon is' if one else 'personen zijn'} {what.nl}: {self.why.nl}",
            en=f"{self.people} {'person is' if one else 'people are'} {what.en}: {self.why.en}",
        )


@dataclass(frozen=True)
class BesideOurs:
    """A measure of a standard with its numbers, our nearest ones, and everyone who counts otherwise."""

    measure: StandardMeasure
    theirs: OutcomeRow
    ours: OutcomeRow | None
    differences: tuple[Difference, ...]

    def told(self) -> Bilingual:
        """Why the two figures differ, in one sentence from the actual counts."""
        if self.ours is None:
            return Bilingual(
                nl="Wij hebben zelf geen cijfer dat hierop lijkt.", en="We have no number of our own like this one."
            )
        if not self.differences:
            return Bilingual(nl="Iedereen telt hier zoals bij ons.", en="Everybody counts here as in ours.")
        told = [difference.told() for difference in self.differences]
        return Bilingual(nl=_joined([one.nl for one in told]), en=_joined([one.en for one in told]))


def is_by_coming_back(measure: StandardMeasure, change: Change, *, came_back: bool) -> bool:
    """Whether people count otherwise because they came back: then the standard looks at their whole stay."""
    return came_back and measure.metric.index in OF_A_STAY and change not in (Change.LEFT_OUT, Change.DIED)


def why(measure: StandardMeasure, change: Change, *, came_back: bool) -> Bilingual:
    """The reason why people count otherwise in one way; who came back counts otherwise because of that."""
    if change is Change.DIED:
        return DIED
    if is_by_coming_back(measure, change, came_back=came_back):
        return CAME_BACK
    return measure.reasons.get(change, OTHERWISE)


def _joined(sentences: list[str]) -> str:
    return "; ".join(one.removesuffix(".").replace(". ", ", ") for one in sentences) + "."
