"""Was somebody in paid work on a day? Three questions that are often taken for one.

Each answer is True, False or None: not known. Work that nobody saw is not work, and not working that nobody
saw is not "out of work" either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.rules.evidence import Evidence, Spell

REACH_OF_A_NEGATIVE = 31
"""Days before and after a "not in paid work" for which it still speaks, as long as no work lies between."""

LONGEST_HOLE = 31
"""Days without proven work that do not yet break a stretch of work."""


def in_work_on(day: date, evidence: Evidence) -> bool | None:
    """Whether the person was in paid work on a day, with any employer."""
    if _worked_on(day, evidence):
        return True
    if _seen_out_of_work_around(day, evidence) or _between_jobs_on(day, evidence):
        return False
    return None


def in_work_or_study_on(day: date, evidence: Evidence, studies: Iterable[Spell]) -> bool | None:
    """Whether the person was in paid work or followed a study on a day.

    Statements are about paid work only, so that a study is proven on its first day and up to its known end.
    One without a known end leaves open whether it still went on.
    """
    in_work = in_work_on(day, evidence)
    begun = [one for one in studies if one.starts_on <= day]
    if in_work or any(one.starts_on == day or (one.ends_on and one.ends_on >= day) for one in begun):
        return True
    return False if in_work is False and all(one.ends_on for one in begun) else None


def in_work_without_interruption(first: date, last: date, evidence: Evidence) -> bool | None:
    """Whether the person was in paid work on the last day, and since the first with no hole over 31 days."""
    at_the_end = in_work_on(last, evidence)
    if at_the_end is False or any(
        first <= ended < seen <= last and (seen - ended).days > LONGEST_HOLE
        for ended, seen in _proven_interruptions(evidence)
    ):
        return False
    if at_the_end and all(hole <= LONGEST_HOLE for hole in _holes(first, last, evidence)):
        return True
    return None


def with_same_employer_on(day: date, index: Spell, evidence: Evidence) -> bool | None:
    """Whether the person worked on a day for the employer of the index spell.

    Only statements about that employer's own spells prove it. Once they have all ended the answer is no,
    also when nothing is known of the time after.
    """
    with_employer = [one for one in evidence.spells if one.spell.employer == index.employer]
    if any(one.spell.starts_on <= day <= one.own_proof_until for one in with_employer):
        return True
    begun = [one.spell for one in with_employer if one.spell.starts_on <= day]
    all_ended = all(spell.ends_on is not None and spell.ends_on < day for spell in begun)
    if all_ended or _seen_out_of_work_around(day, evidence):
        return False
    return None


def worked_between(first: date, last: date, evidence: Evidence) -> bool:
    """Whether any day from the first up to and with the last is a proven day of work."""
    return _last_worked_before(last + timedelta(days=1), evidence) >= first


def last_event_of_work(first: date, last: date, evidence: Evidence) -> bool | None:
    """Whether the last that happened from the first day to the last was work; None when nothing is known to have.

    Events are a proven day of work, a standing negative, and the known end of everything that was begun.
    """
    worked = _last_worked_before(last + timedelta(days=1), evidence)
    if any(first <= seen <= last and seen > worked for seen in evidence.not_at_work):
        return False
    if worked < first:
        return None
    return worked == last or _known_end_of_everything_begun_by(last, evidence) != worked


def _worked_on(day: date, evidence: Evidence) -> bool:
    return day in evidence.days_at_work or any(
        one.spell.starts_on <= day <= one.proven_until for one in evidence.spells
    )


def _last_worked_before(day: date, evidence: Evidence) -> date:
    yesterday = day - timedelta(days=1)
    from_spells = (min(one.proven_until, yesterday) for one in evidence.spells if one.spell.starts_on < day)
    single_days = (worked for worked in evidence.days_at_work if worked < day)
    return max((*from_spells, *single_days), default=date.min)


def _next_worked_after(day: date, evidence: Evidence) -> date:
    tomorrow = day + timedelta(days=1)
    from_spells = (max(one.spell.starts_on, tomorrow) for one in evidence.spells if one.proven_until > day)
    single_days = (worked for worked in evidence.days_at_work if worked > day)
    return min((*from_spells, *single_days), default=date.max)


def _seen_out_of_work_around(day: date, evidence: Evidence) -> bool:
    """A standing negative at most 31 days away, with no work between it and the day.

    A negative on the very day a spell began says nothing of the days after it.
    """
    earliest, latest = _last_worked_before(day, evidence), _next_worked_after(day, evidence)
    return any(
        earliest <= seen <= latest
        and abs((seen - day).days) <= REACH_OF_A_NEGATIVE
        and not (seen < day and _something_began_on(seen, evidence))
        for seen in evidence.not_at_work
    )


def _something_began_on(day: date, evidence: Evidence) -> bool:
    return any(one.spell.starts_on == day and one.spell.ends_on != day for one in evidence.spells)


def _between_jobs_on(day: date, evidence: Evidence) -> bool:
    """After the known end of everything, and before a later negative or the start of the next spell."""
    ended = _known_end_of_everything_begun_by(day, evidence)
    if ended is None or not _last_worked_before(day, evidence) <= ended < day:
        return False
    next_worked = _next_worked_after(day, evidence)
    return any(day < seen <= next_worked for seen in evidence.not_at_work) or any(
        one.spell.starts_on == next_worked for one in evidence.spells
    )


def _known_end_of_everything_begun_by(day: date, evidence: Evidence) -> date | None:
    """The last known end of the spells begun by a day; None without spells, or when one may still run."""
    ends = [one.spell.ends_on for one in evidence.spells if one.spell.starts_on <= day]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def _proven_interruptions(evidence: Evidence) -> Iterator[tuple[date, date]]:
    """Pairs of a last day worked and the last day of not working that is proven to follow it.

    Such a stretch begins at the known end of everything begun by then. It reaches the day before the next
    spell or, failing that, a standing negative before the next proven day of work.
    """
    for ended in sorted({one.spell.ends_on for one in evidence.spells if one.spell.ends_on}):
        next_worked = _next_worked_after(ended, evidence)
        if _known_end_of_everything_begun_by(ended, evidence) != ended:
            continue
        if any(one.spell.starts_on == next_worked for one in evidence.spells):
            yield ended, next_worked - timedelta(days=1)
        yield from ((ended, seen) for seen in evidence.not_at_work if ended < seen < next_worked)


def _holes(first: date, last: date, evidence: Evidence) -> Iterator[int]:
    """Lengths in days of the holes between proven work, from a first day worked to a last day worked."""
    stretches = [(one.spell.starts_on, one.proven_until) for one in evidence.spells]
    stretches += [(worked, worked) for worked in evidence.days_at_work]
    reached = first
    for begins, ends in sorted(stretches):
        if begins <= last:
            yield (begins - reached).days - 1
            reached = max(reached, ends)
