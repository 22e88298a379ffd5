"""Why a number is what it is: who is in it, who is not and why, and what another rule for the unknown would give."""

from __future__ import annotations

from collections.abc import Iterator

from app.outcomes.definition import since, whom
from app.outcomes.formats import AnyRow
from app.outcomes.sentence import percent
from app.rules.disclosure import PublishedCount, Suppressed
from app.rules.metric_definition import Metric
from app.rules.metric_parts import UnknownPolicy
from app.rules.sentence import Sentence


def explanation(row: AnyRow, metric: Metric) -> list[Sentence]:
    """The numbers of everyone in a few sentences, in the order in which one works them out."""
    if row.cohort == 0:
        return [Sentence("This number is about: %(who)s. There is nobody yet.", who=whom(metric))]
    return [*_who(row, metric), *_of_those_due(row), *_other_policy(row, metric)]


def _who(row: AnyRow, metric: Metric) -> Iterator[Sentence]:
    yield Sentence(
        "This number is about: %(who)s. Together: %(cohort)s.",
        who=whom(metric),
        cohort=_told(row.cohort),
    )
    if row.excluded != 0:
        yield Sentence(
            "Left out, because they died on the day that counts or before: %(count)s.", count=_told(row.excluded)
        )
    if row.not_yet_due != 0:
        yield _why_not_due(row, metric)


def _why_not_due(row: AnyRow, metric: Metric) -> Sentence:
    if metric.horizon_months:
        return Sentence(
            "Not yet due: %(count)s. %(index)s, with %(months)s months added, is after the reference date or is not "
            "known yet. They count neither as yes nor as no.",
            count=_told(row.not_yet_due),
            index=since(metric),
            months=metric.horizon_months,
        )
    return Sentence(
        "Not yet due: %(count)s. For them this has not come yet: %(index)s. They count neither as yes nor as no.",
        count=_told(row.not_yet_due),
        index=since(metric),
    )


def _of_those_due(row: AnyRow) -> Iterator[Sentence]:
    yield Sentence("Due: %(due)s. Yes: %(yes)s. No: %(no)s.", due=_told(row.due), yes=_told(row.yes), no=_told(row.no))
    if _does_not_add_up(row):
        yield Sentence("Each of these counts is rounded to five by itself, so that they need not add up.")
    if row.rate is not None and isinstance(row.yes, int) and isinstance(row.no, int):
        yield Sentence(
            "The rate is yes out of yes and no: %(yes)s out of %(known)s is %(rate)s.",
            yes=row.yes,
            known=row.yes + row.no,
            rate=percent(row.rate),
        )


def _does_not_add_up(row: AnyRow) -> bool:
    parts = (row.yes, row.no, row.unanswered, row.unreachable, row.refused)
    told = sum(part for part in parts if isinstance(part, int))
    is_whole = not any(isinstance(part, Suppressed) for part in parts)
    return isinstance(row.due, int) and (told > row.due or (is_whole and told != row.due))


def _other_policy(row: AnyRow, metric: Metric) -> Iterator[Sentence]:
    if metric.is_own and metric.unknown_policy is UnknownPolicy.COUNTS_AS_NO:
        yield Sentence("Nobody is unknown here: by this metric, whoever nothing is known of counts as no.")
    elif metric.unknown_policy is UnknownPolicy.COUNTS_AS_NO:
        yield Sentence("Nobody is unknown here: what the programme did not register in time counts as no.")
        if row.lower is not None:
            yield Sentence(
                "If what is not registered stayed unknown instead, it could be anything from %(lower)s to 100 %%.",
                lower=percent(row.lower),
            )
    elif metric.unknown_policy is UnknownPolicy.IS_NOT_YET_DUE and row.lower == row.upper:
        yield Sentence("Nobody is unknown here: who waits for the decision is not yet due.")
        yield from _if_waiting_were_no(row)
    elif row.lower is not None and row.upper is not None and row.lower == row.upper:
        yield Sentence("Of everybody due it is known, so another rule for the unknown changes nothing.")
    elif row.lower is not None and row.upper is not None:
        yield Sentence(
            "Of the others nothing is known. If all of them counted as no, it would be %(lower)s; if all of them "
            "counted as yes, %(upper)s.",
            lower=percent(row.lower),
            upper=percent(row.upper),
        )


def _if_waiting_were_no(row: AnyRow) -> Iterator[Sentence]:
    yes, due, waiting = row.yes, row.due, row.not_yet_due
    if row.rate is not None and isinstance(yes, int) and isinstance(due, int) and isinstance(waiting, int) and waiting:
        yield Sentence(
            "If those who wait counted as no, it would be %(yes)s out of %(everyone)s: %(rate)s.",
            yes=yes,
            everyone=due + waiting,
            rate=percent(yes / (due + waiting)),
        )


def _told(count: PublishedCount) -> int | Sentence:
    return Sentence("withheld") if isinstance(count, Suppressed) else count
