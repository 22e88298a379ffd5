"""Inclusion at work: what is arranged there, what both sides think of it, and job guarantees that are kept."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import cast
from uuid import UUID

from app.demo.book import Book, Row
from app.demo.links import rating_secret_of
from app.rules.code_lists import (
    PAID_WORK,
    EvidenceSource,
    PlacementEndReason,
    RatedBy,
    RatingDimension,
    SpellKind,
    WorkplaceSupportKind,
    WorkplaceSupportState,
)
from app.rules.rating_languages import language_for
from app.rules.rating_schedule import (
    ASKED_OF,
    LINK_LASTS,
    PlannedRating,
    closes_on,
    opens_on,
    plan_ratings,
)
from app.use_cases.secrets import hash_of

KNOWN: Mapping[WorkplaceSupportKind, float] = {
    WorkplaceSupportKind.BUDDY: 0.7,
    WorkplaceSupportKind.MANAGER_TRAINING: 0.35,
    WorkplaceSupportKind.TEAM_TRAINING: 0.25,
    WorkplaceSupportKind.ADAPTED_TASKS: 0.4,
    WorkplaceSupportKind.LANGUAGE_ON_THE_JOB: 0.5,
}
"""How often it is known whether there is such support."""
STATES = {WorkplaceSupportState.GIVEN: 62.0, WorkplaceSupportState.NOT_GIVEN: 22.0, WorkplaceSupportState.PLANNED: 16.0}
NOTES = ("Een collega van dezelfde afdeling.", "Elke dinsdag na de dienst.", "Afgesproken met de teamleider.")
KEPT = {True: 72.0, False: 12.0, None: 16.0}
ANSWERED, ASKED, NEVER_ASKED = "answered", "asked", "never asked"
AFTER_THE_WINDOW = {ANSWERED: 72.0, ASKED: 12.0, NEVER_ASKED: 16.0}
WITHIN_THE_WINDOW = {ANSWERED: 42.0, ASKED: 28.0, NEVER_ASKED: 30.0}
MOODS = {5: 26.0, 4: 46.0, 3: 18.0, 2: 8.0, 1: 2.0}
STEPS = {0: 54.0, 1: 20.0, -1: 20.0, -2: 6.0}
"""How a score moves from one question to the next."""


def add_inclusion(book: Book) -> None:
    """What there is to tell about every placement at work of a programme."""
    speaks = {row["id"]: cast("str | None", row.get("contact_language")) for row in book.now("participant")}
    said: defaultdict[object, list[Row]] = defaultdict(list)
    for rating in book.first["rating"].values():
        said[rating["placement_id"]].append(rating)
    for placement in list(book.now("placement")):
        if placement["kind"] not in PAID_WORK | {SpellKind.WORK_EXPERIENCE, SpellKind.TRIAL_PLACEMENT}:
            continue
        _add_support(book, placement)
        if placement["kind"] in PAID_WORK:
            _keep_promise(book, placement)
            for rater in RatedBy:
                mine = [one for one in said[placement["id"]] if one["rated_by"] is rater]
                _add_requests(book, placement, rater, mine, speaks[placement["participant_id"]])


def _add_support(book: Book, placement: Row) -> None:
    chance, starts_on = book.chance, cast("date", placement["starts_on"])
    for kind, known in KNOWN.items():
        if not chance.happens(known):
            continue
        state = chance.weighed(STATES)
        on = min(chance.after(starts_on, 0, 20), book.today)
        by_employer = chance.happens(0.3)
        book.add(
            "workplace_support",
            on,
            cast("UUID", placement["recorded_by"]),
            **_keys(placement),
            kind=kind,
            state=state,
            starts_on=on if state is not WorkplaceSupportState.NOT_GIVEN else None,
            source=EvidenceSource.EMPLOYER if by_employer else EvidenceSource.COACH,
            note=chance.one_of(NOTES) if not by_employer and chance.happens(0.3) else None,
        )


def _keep_promise(book: Book, placement: Row) -> None:
    kept = book.chance.weighed(KEPT) if placement["job_guarantee"] else None
    for rows in (book.first["placement"], book.later["placement"]):
        if placement["id"] in rows:
            rows[placement["id"]]["job_guarantee_kept"] = kept


def _add_requests(book: Book, placement: Row, rater: RatedBy, said: list[Row], speaks: str | None) -> None:
    """The questions to one side, in order: each score follows from the one before."""
    scores = {dimension: book.chance.weighed(MOODS) for dimension in ASKED_OF[rater]}
    planned = plan_ratings(
        cast("SpellKind", placement["kind"]),
        cast("date", placement["starts_on"]),
        cast("date | None", placement.get("ends_on")),
        cast("PlacementEndReason | None", placement.get("end_reason")),
    )
    for one in planned:
        if one.rated_by is rater:
            in_time = [rating for rating in said if _answers(rating, one)]
            _add_request(book, placement, one, in_time, speaks, scores)


def _answers(rating: Row, planned: PlannedRating) -> bool:
    """What was said about the placement in the window of a question is the answer to it."""
    return opens_on(planned.due_on) <= cast("date", rating["rated_on"]) <= closes_on(planned.due_on)


def _add_request(
    book: Book,
    placement: Row,
    planned: PlannedRating,
    said: list[Row],
    speaks: str | None,
    scores: dict[RatingDimension, int],
) -> None:
    fate = ANSWERED if said else _fate(book, planned)
    asked_on = min(book.chance.after(opens_on(planned.due_on), 0, 14), book.today)
    answered_on = min(book.chance.after(asked_on, 0, 9), book.today)
    request_id = book.add(
        "rating_request",
        cast("date", placement["starts_on"]),
        cast("UUID", placement["recorded_by"]),
        **_keys(placement),
        month=planned.month,
        rated_by=planned.rated_by,
        due_on=planned.due_on,
    )
    request = book.first["rating_request"][request_id]
    if fate in (ANSWERED, ASKED):
        request["issued_at"], request["expires_at"] = book.moment(asked_on), book.moment(asked_on) + LINK_LASTS
        if planned.rated_by is RatedBy.PARTICIPANT:
            number = len(book.first["rating_request"])
            request["token_hash"] = hash_of(rating_secret_of(number, book.programme_number))
            request["asked_in"] = language_for(speaks)
    if fate == ANSWERED:
        request["answered_at"] = book.moment(answered_on)
    for rating in said:
        rating["rating_request_id"] = request_id
        scores[cast("RatingDimension", rating["dimension"])] = cast("int", rating["score"])
    if fate == ANSWERED and not said:
        for dimension in scores:
            scores[dimension] = max(1, min(5, scores[dimension] + book.chance.weighed(STEPS)))
            if book.chance.happens(0.92):
                _rate(book, placement, planned, request_id, answered_on, dimension, scores[dimension])


def _fate(book: Book, planned: PlannedRating) -> str:
    if opens_on(planned.due_on) > book.today:
        return NEVER_ASKED
    return book.chance.weighed(AFTER_THE_WINDOW if closes_on(planned.due_on) < book.today else WITHIN_THE_WINDOW)


def _rate(
    book: Book,
    placement: Row,
    planned: PlannedRating,
    request_id: UUID,
    on: date,
    dimension: RatingDimension,
    score: int,
) -> None:
    book.add(
        "rating",
        on,
        None,
        **_keys(placement),
        rating_request_id=request_id,
        rated_on=on,
        rated_by=planned.rated_by,
        dimension=dimension,
        score=score,
    )


def _keys(placement: Row) -> Row:
    names = ("programme_id", "trajectory_id", "participant_id")
    return {"placement_id": placement["id"], **{name: placement[name] for name in names}}
