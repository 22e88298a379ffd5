"""An attacker who puts the curves of a report beside its counts, and knows how the ones hang on the others.

Who is followed past month 12 without a job is a *no* of "placed within 12 months"; who found one by then is a *yes*, or
is not yet due, or was left out. Who is followed past month 12 in the first job is still with the same employer then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.rules.disclosure import SUPPRESSED
from app.rules.life_table import LifeTable
from tests.rules.beside_counts import TOTAL, More
from tests.rules.disclosure_attacker import MANY, Place, known_of
from tests.rules.random_lives import AFTER_THE_LAST, UNKNOWN, Curves, Lives, Step, place_of

STEPS = range(AFTER_THE_LAST + 1)


def curves_beside_counts(
    lives: Lives,
    curves: Curves,
    exact: Mapping[Place, int],
    threshold: int,
    *,
    tells_small: bool = True,
) -> More:
    """What both curves say, and how they hang on the counts and on each other."""
    more = More(threshold)
    for name, steps, curve, metrics, stays in (
        ("until_placed", lives.until_placed, curves[0], lives.placed_within, False),
        ("in_first_job", lives.in_first_job, curves[1], lives.same_employer, True),
    ):
        _cells(more, name, steps, curve is not None and tells_small)
        first = next(iter(metrics))
        more.adds_up([(first, TOTAL, "cohort")], [*_of(name, "over", STEPS), *_of(name, "lost", STEPS)])
        for _, group, _ in dict.fromkeys((p[0], p[1], "") for p in exact if p[0] == first):
            for metric in list(metrics)[1:]:
                more.adds_up([(first, group, "cohort")], [(metric, group, "cohort")])
        for metric, months in metrics.items():
            _hangs_on(more, name, metric, months, steps, exact, stays=stays)
        if curve:
            _says(more, name, steps, curve, (first, TOTAL, "cohort"))
    more.adds_up([(next(iter(lives.same_employer)), TOTAL, "cohort")], _of("until_placed", "over", STEPS))
    return more


def _of(name: str, kind: str, steps: Sequence[int]) -> list[Place]:
    return [(name, TOTAL, f"{kind} {step}") for step in steps]


def _cells(more: More, name: str, steps: Sequence[Step], tells_small: bool) -> None:
    for kind, is_over in (("over", True), ("lost", False)):
        for step, place in zip(STEPS, _of(name, kind, STEPS), strict=True):
            value = steps.count((step, is_over))
            tells = tells_small and step < AFTER_THE_LAST
            more.add(place, value, known_of(SUPPRESSED, value, more.threshold) if tells else (0, MANY))
            if step < AFTER_THE_LAST:
                more.wanted.add(place)


def _hangs_on(
    more: More, name: str, metric: str, months: int, steps: Sequence[Step], exact: Mapping[Place, int], *, stays: bool
) -> None:
    """How many were over, lost and followed further by then, as the states of a metric at that month tell it."""
    by_then, later = range(place_of(months) + 1), range(place_of(months) + 1, AFTER_THE_LAST + 1)
    followed, over = ("yes", "no") if stays else ("no", "yes")
    lost = UNKNOWN if stays else ()
    more.adds_up([(metric, TOTAL, followed)], [*_of(name, "over", later), *_of(name, "lost", later)])
    over_by_then = sum(at in by_then and is_over for at, is_over in steps)
    count = {what: exact[metric, TOTAL, what] for what in (over, "not_yet_due", "excluded")}
    left = over_by_then - count[over]
    # How many of those for whom it was over are not yet due, and how many are excluded, only adds up in the end.
    over_not_due = min(left, count["not_yet_due"])
    parts = {
        "over, not yet due": over_not_due,
        "lost, not yet due": count["not_yet_due"] - over_not_due,
        "over, excluded": left - over_not_due,
        "lost, excluded": count["excluded"] - (left - over_not_due),
    }
    place = {part: more.add((metric, TOTAL, part), value) for part, value in parts.items()}
    more.adds_up(
        _of(name, "over", by_then), [(metric, TOTAL, over), place["over, not yet due"], place["over, excluded"]]
    )
    more.adds_up(
        _of(name, "lost", by_then),
        [*((metric, TOTAL, one) for one in lost), place["lost, not yet due"], place["lost, excluded"]],
    )
    more.adds_up([(metric, TOTAL, "not_yet_due")], [place["over, not yet due"], place["lost, not yet due"]])
    more.adds_up([(metric, TOTAL, "excluded")], [place["over, excluded"], place["lost, excluded"]])


def _says(more: More, name: str, steps: Sequence[Step], curve: LifeTable, people: Place) -> None:
    """The rounded counts of a curve."""
    told = more.add((name, TOTAL, "people"), len(steps), known_of(curve.people, len(steps), more.threshold))
    more.adds_up([told], [people])
    since = 0
    for one in curve.steps:
        until = place_of(one.months) + 1
        for kind, is_over, shown in (("over", True, one.over), ("lost", False, one.lost)):
            value = sum(since <= at < until and over is is_over for at, over in steps)
            place = more.add((name, TOTAL, f"{kind} by {one.months}"), value, known_of(shown, value, more.threshold))
            more.adds_up([place], _of(name, kind, range(since, until)))
        value = sum(at >= until for at, _ in steps)
        place = more.add((name, TOTAL, f"at risk {one.months}"), value, known_of(one.at_risk, value, more.threshold))
        later = range(until, AFTER_THE_LAST + 1)
        more.adds_up([place], [*_of(name, "over", later), *_of(name, "lost", later)])
        since = until
