"""Where sources contradict each other: both statements, which one counts, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.queries.proof import Story
from app.rules.code_lists import EvidenceSource
from app.rules.evidence import STRENGTH, Conflict, Evidence, Spell
from app.rules.sentence import Sentence


@dataclass(frozen=True)
class Statement:
    """What one source said of a day. `said` is the observation; None is the last day that stands with a placement."""

    on: date
    in_paid_work: bool
    source: EvidenceSource
    counts: bool
    said: Story | None = None


@dataclass(frozen=True)
class ConflictView:
    """Two statements that cannot both be right, the first made for the earlier day, and why one counts."""

    statements: Sequence[Statement]
    why: Sentence


def conflicts_of(evidence: Evidence, story: Story) -> list[ConflictView]:
    """Lay every conflict out."""
    standing = [said for said in story["observations"] if said["supersededAt"] is None]
    return [_conflict(conflict, evidence, standing) for conflict in evidence.conflicts]


def _conflict(conflict: Conflict, evidence: Evidence, standing: Sequence[Story]) -> ConflictView:
    negative = conflict.negative
    no_counts, yes_counts, why = _which_counts(conflict, evidence)
    said = next(
        (one for one in standing if not one["inPaidWork"] and _is(one, negative.on, negative.recorded_at)), None
    )
    no = Statement(negative.on, in_paid_work=False, source=negative.source, counts=no_counts, said=said)
    candidates = list(_against(conflict, standing, counts=yes_counts))
    yes = max(candidates, key=lambda one: (STRENGTH[one.source], one.on), default=None)
    return ConflictView([no] if yes is None else [no, yes], why)


def _is(said: Story, on: date, recorded_at: datetime) -> bool:
    return _day(said) == on and datetime.fromisoformat(said["recordedAt"]) == recorded_at


def _day(said: Story) -> date:
    return date.fromisoformat(said["observedOn"])


def _against(conflict: Conflict, standing: Sequence[Story], *, counts: bool) -> Iterable[Statement]:
    """What says that the person was at work: on that day or, of one job, on a later day."""
    negative, spell = conflict.negative, conflict.spell
    for said in standing:
        speaks_of_it = _supports(said, spell, negative.on) if spell else _day(said) == negative.on
        if said["inPaidWork"] and speaks_of_it:
            yield Statement(_day(said), in_paid_work=True, source=_source(said), counts=counts, said=said)
    if spell is not None and spell.ends_on is not None:
        yield Statement(spell.ends_on, in_paid_work=True, source=spell.end_source, counts=counts)


def _supports(said: Story, spell: Spell, after: date) -> bool:
    names_it = said["placementId"] == spell.id or (said["placementId"] is None and spell.ends_on is None)
    return names_it and _day(said) > after and (spell.ends_on is None or _day(said) <= spell.ends_on)


def _source(said: Story) -> EvidenceSource:
    return EvidenceSource(said["source"])


def _which_counts(conflict: Conflict, evidence: Evidence) -> tuple[bool, bool, Sentence]:
    """Whether the "no" counts, whether the "yes" does, and why."""
    if conflict.spell is not None and conflict.overruled:
        why = Sentence("The “yes” counts: it is about a later day, and its source is at least as strong.")
        return False, True, why
    if conflict.spell is not None:
        return True, False, Sentence("The “no” counts: what says that the job went on comes from a weaker source.")
    day = conflict.negative.on
    if day in evidence.days_at_work:
        return False, True, Sentence("The “yes” counts: its source is stronger, or as strong and later.")
    if day in evidence.not_at_work:
        return True, False, Sentence("The “no” counts: its source is stronger, or as strong and later.")
    return False, False, Sentence("Neither counts for that day: the sources are as strong as each other.")
