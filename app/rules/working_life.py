"""Was somebody in paid work on a day? Three questions that are often taken for one.

Each answer is True, False or None: not known. Work that nobody saw is not work, and not working that nobody
saw is not "out of work" either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.rules.counted_work import CountedWork
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


def in_counted_work_on(day: date, work: CountedWork) -> bool | None:
    """Whether the person was on a day in paid work that counts, with any employer."""
    if _worked_on(day, work.sure):
        return True
    possible = in_work_on(day, work.possible)
    if possible is None and work.in_other_work_on(day):
        return False
    return None if possible else possible


def in_other_activity_on(day: date, activities: Iterable[tuple[Spell, bool | None]]) -> bool | None:
    """Whether one of the activities that are not paid work, each with whether it counts, covers a day.

    Statements are about paid work only, so that such an activity is proven on its first day and up to its known end.
    One without a known end leaves open whether it still went on.
    """
    begun = [(one, does_count) for one, does_count in activities if does_count is not False and one.starts_on <= day]
    covers = [does_count for one, does_count in begun if one.starts_on == day or (one.ends_on and one.ends_on >= day)]
    if True in covers:
        return True
    return None if covers or any(one.ends_on is None for one, _ in begun) else False


def in_work_without_interruption(first: date, last: date, work: CountedWork) -> bool | None:
    """Whether the person was in counted work on the last day, and since the first with no hole over 31 days."""
    at_the_end = in_counted_work_on(last, work)
    if at_the_end is False or any(
        first <= ended < seen <= last and (seen - ended).days > LONGEST_HOLE
        for ended, seen in _proven_interruptions(work.possible)
    ):
        return False
    if at_the_end and all(hole <= LONGEST_HOLE for hole in _holes(first, last, work.sure)):
        return True
    return None


def with_same_employer_on(day: date, index: Spell, work: CountedWork) -> bool | None:
    """Whether the person worked on a day for the employer of the index spell, in work that counts.

    Only statements about that employer's own spells prove it. Once they have all ended the answer is no,
    also when nothing is known of the time after.
    """
    sure, possible = (
        [one for one in evidence.spells if one.spell.employer == index.employer]
        for evidence in (work.sure, work.possible)
    )
    if any(one.spell.starts_on <= day <= one.own_proof_until for one in sure):
        return True
    begun = [one.spell for one in possible if one.spell.starts_on <= day]
    all_ended = all(spell.ends_on is not None and spell.ends_on < day for spell in begun)
    if all_ended or _seen_out_of_work_around(day, work.possible):
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
