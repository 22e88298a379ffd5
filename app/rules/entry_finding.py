"""What the check of one requirement says, and what the check of a whole programme adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.rules.code_lists import CheckVerdict
from app.rules.entry_requirement import Asked, requirements_from
from app.rules.entry_requirement_words import words_of
from app.rules.kept_sentences import kept, with_sentences
from app.rules.over_qualification import can_be_surpassed, is_over_qualified
from app.rules.sentence import Sentence

MET, NOT_MET, UNKNOWN = CheckVerdict.MET, CheckVerdict.NOT_MET, CheckVerdict.UNKNOWN


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One requirement beside one candidate.

    `sentence` says why, `helps` what would settle or change it. `surpassed` is whether the candidate is clearly above
    what is asked, None where that is not known. `parts` are the findings of what the requirement consists of.
    """

    requirement: Asked
    verdict: CheckVerdict
    sentence: Sentence
    helps: Sentence | None = None
    surpassed: bool | None = None
    parts: tuple[Finding, ...] = ()

    @property
    def asked(self) -> Sentence:
        """What is asked, in words."""
        return words_of(self.requirement)

    def leaves(self) -> Iterator[Finding]:
        """The findings that consist of nothing else."""
        for part in self.parts:
            yield from part.leaves()
        if not self.parts:
            yield self


@dataclass(frozen=True)
class EntryCheck:
    """A programme's requirements beside a candidate, on one day. All findings must be met."""

    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> CheckVerdict | None:
        """The check as a whole; None when the programme asks nothing, so that there was nothing to check."""
        return all_hold(one.verdict for one in self.findings) if self.findings else None

    @property
    def over_qualified(self) -> bool | None:
        """Whether the candidate is clearly above what is asked; None when that is not known, or cannot be."""
        return is_over_qualified((leaf.requirement, leaf.surpassed) for leaf in self.leaves())

    def leaves(self) -> Iterator[Finding]:
        """The findings on what is asked in the end."""
        for finding in self.findings:
            yield from finding.leaves()

    def count(self, verdict: CheckVerdict) -> int:
        """How many of the programme's requirements have this verdict."""
        return sum(one.verdict is verdict for one in self.findings)

    @property
    def distance(self) -> tuple[int, int]:
        """How far from fitting: the number not met, then the number unknown. It orders; it is no score."""
        return self.count(NOT_MET), self.count(UNKNOWN)

    def as_stored(self) -> list[dict[str, object]]:
        """The check in JSON, for the decision beside which it stood: a member per requirement, read by `stored_check`.

        `{requirement, verdict, reason: {pattern, values}, surpassed?, parts?}`. It is never made again afterwards.
        """
        return [_stored(one) for one in self.findings]


def stored_check(stored: Sequence[Mapping[str, Any]]) -> EntryCheck:
    """The check that stood beside a decision, as `EntryCheck.as_stored` wrote it down."""
    return EntryCheck(tuple(_finding(one) for one in stored))


def all_hold(verdicts: Iterable[CheckVerdict]) -> CheckVerdict:
    """Not met as soon as one is not; met only when each is; otherwise unknown."""
    found = set(verdicts)
    return NOT_MET if NOT_MET in found else UNKNOWN if UNKNOWN in found else MET


def any_holds(verdicts: Iterable[CheckVerdict]) -> CheckVerdict:
    """Met as soon as one is; not met only when none is; otherwise unknown."""
    found = set(verdicts)
    return MET if MET in found else UNKNOWN if UNKNOWN in found else NOT_MET


def _stored(one: Finding) -> dict[str, object]:
    stored: dict[str, object] = {
        "requirement": one.requirement.as_stored(),
        "verdict": one.verdict.value,
        "reason": kept(one.sentence),
    }
    if can_be_surpassed(one.requirement):
        stored["surpassed"] = one.surpassed
    if one.parts:
        stored["parts"] = [_stored(part) for part in one.parts]
    return stored


def _finding(stored: Mapping[str, Any]) -> Finding:
    (requirement,) = requirements_from([stored["requirement"]])
    reason = with_sentences(stored["reason"])
    return Finding(
        requirement=requirement,
        verdict=CheckVerdict(stored["verdict"]),
        sentence=reason if isinstance(reason, Sentence) else Sentence("%(reason)s", reason=str(reason)),
        surpassed=stored.get("surpassed"),
        parts=tuple(_finding(part) for part in stored.get("parts", ())),
    )
