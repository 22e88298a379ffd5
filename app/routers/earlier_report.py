"""What a reader is told whose report would differ too little from one that was published before."""

from dataclasses import dataclass, replace

from app.outcomes.pull import PublishedReport
from app.routers.report_request import Asked
from app.rules.sentence import Sentence
from app.settings import settings


@dataclass(frozen=True)
class Notice:
    """What stands above the report, or in its place; `address` leads to the earlier report."""

    title: Sentence
    text: Sentence
    address: str | None = None


def why_not_this_one(report: PublishedReport) -> Sentence:
    """Why the report that was asked for is not given."""
    earlier = report.too_like
    if earlier is None:
        raise ValueError("this report is given")
    threshold = settings().disclosure_threshold
    if report.gives_away:
        return Sentence(
            "Beside the report of %(day)s, which was published before, even its totals would tell something about a "
            "few people.",
            day=earlier.as_of,
        )
    if earlier.is_same_scope:
        return Sentence(
            "Fewer than %(threshold)s people count differently in it than in the report of %(day)s, which was "
            "published before. Whoever lays the two side by side would learn something about them.",
            threshold=threshold,
            day=earlier.as_of,
        )
    return Sentence(
        "It is about nearly the same people as another report, of %(day)s, which was published before: fewer than "
        "%(threshold)s people count differently. Whoever lays the two side by side would learn something about them.",
        threshold=threshold,
        day=earlier.as_of,
    )


def notice(report: PublishedReport, asked: Asked, path: str) -> Notice | None:
    """What to tell beside the report, or where it would have stood; nothing when it is the one asked for."""
    if report.too_like is None:
        return _groups_elsewhere(report, asked, path)
    if not report.is_refused:
        return Notice(Sentence("This is the report of %(day)s", day=report.asked.as_of), _why_not_today(report))
    earlier = report.too_like
    at_that_moment = replace(asked.request, as_of=earlier.as_of, known_at=earlier.known_at)
    return Notice(
        Sentence("This report is not given"),
        why_not_this_one(report),
        replace(asked, request=at_that_moment).address(path) if earlier.is_same_scope else None,
    )


def _why_not_today(report: PublishedReport) -> Sentence:
    if report.gives_away:
        return Sentence(
            "A new report would tell something about a few people beside this one. As soon as more has changed, you "
            "see the new numbers here."
        )
    return Sentence(
        "Since then fewer than %(threshold)s people count differently. A new report would tell something about "
        "them. As soon as there are more, you see the new numbers here.",
        threshold=settings().disclosure_threshold,
    )


def _groups_elsewhere(report: PublishedReport, asked: Asked, path: str) -> Notice | None:
    if report.split_at is None:
        return None
    as_of, known_at = report.split_at
    return Notice(
        Sentence("The groups are withheld for this day"),
        Sentence(
            "They differ by a few people from the report of %(day)s. Beside that one they would tell something about "
            "them. The totals are given.",
            day=as_of,
        ),
        replace(asked, request=replace(asked.request, as_of=as_of, known_at=known_at)).address(path),
    )
