"""What the screenings brought to light, apart from the decision. What was not spoken about stays unknown."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from app.demo.book import Book, Row
from app.demo.case import Case
from app.demo.screening_words import (
    AMBITIONS,
    ARRANGEMENTS,
    FORMAL_SKILLS,
    INFORMAL_SKILLS,
    MOTIVATION_NOTES,
    PHASES,
    PRIOR_LEARNING,
    TESTS,
)
from app.demo.work import JOBS
from app.rules.code_lists import CircumstanceState, SkillKind, SupportDomain, TrajectoryState
from app.rules.trajectory_states import Step

NOT_LET_IN = frozenset({TrajectoryState.WAITING, TrajectoryState.DECLINED, TrajectoryState.REFERRED})
SCORES = {5: 30.0, 4: 42.0, 3: 18.0, 2: 8.0, 1: 2.0}


def add_screenings(book: Book, cases: Sequence[Case]) -> None:
    """Tests, motivation and circumstances of whoever was screened; skills and wishes of everybody."""
    for case in cases:
        _tell_more(book, case)
        screened_on = case.way.day_of(Step.SCREEN)
        if screened_on is not None:
            _test(book, case, screened_on)
            _talk(book, case, screened_on)
            _assess(book, case, screened_on)


def _test(book: Book, case: Case, on: date) -> None:
    for (instrument, most), share in zip(TESTS, (0.8, 0.4, 0.12), strict=True):
        if book.chance.happens(share):
            score = float(book.chance.number(most * 2 // 5, most))
            values = {"instrument": instrument, "score": score, "out_of": float(most), "taken_on": on}
            book.add("screening_test", on, case.coach.account_id, **case.keys, **values)


def _talk(book: Book, case: Case, on: date) -> None:
    chance = book.chance
    others = [letter for letter in JOBS if letter != case.person.wished_sector]
    for sector, share in ((case.person.wished_sector, 0.85), (chance.one_of(others), 0.25)):
        if chance.happens(share):
            book.add(
                "motivation_interview",
                on,
                case.coach.account_id,
                **case.keys,
                sector=sector,
                score=chance.weighed(SCORES),
                held_on=on,
                note=chance.one_of(MOTIVATION_NOTES) if chance.happens(0.6) else None,
            )


def _assess(book: Book, case: Case, on: date) -> None:
    chance = book.chance
    for domain in SupportDomain:
        state = case.person.support.get(domain)
        if state is None and not chance.happens(0.8):
            continue
        if state is CircumstanceState.SUPPORT_NEEDED and case.way.state in NOT_LET_IN and chance.happens(0.4):
            state = CircumstanceState.BLOCKING
        earlier = _circumstance(book, case, on, domain, state or CircumstanceState.FINE)
        arranged_on = chance.after(on, 20, 70)
        if state is CircumstanceState.SUPPORT_NEEDED and arranged_on <= book.today and chance.happens(0.5):
            book.supersede("circumstance", earlier, arranged_on)
            _circumstance(book, case, arranged_on, domain, CircumstanceState.ARRANGED)


def _circumstance(book: Book, case: Case, on: date, domain: SupportDomain, state: CircumstanceState) -> UUID:
    arrangement = ARRANGEMENTS[domain] if state is CircumstanceState.ARRANGED else None
    values = {"domain": domain, "state": state, "arrangement": arrangement, "assessed_on": on}
    return book.add("circumstance", on, case.coach.account_id, **case.keys, **values)


def _tell_more(book: Book, case: Case) -> None:
    """Skills, ambitions and what was recognised, as they were told at the registration."""
    chance = book.chance
    profile = book.first["participant_profile"][case.person.participant_id]
    told: Row = {}
    if chance.happens(0.75):
        formal = chance.some_of(FORMAL_SKILLS, 2) if chance.happens(0.5) else []
        told["skills"] = [
            *({"name": name, "kind": SkillKind.FORMAL.value} for name in formal),
            *({"name": name, "kind": SkillKind.INFORMAL.value} for name in chance.some_of(INFORMAL_SKILLS, 3)),
        ]
    if chance.happens(0.6):
        told["ambitions"] = chance.one_of(AMBITIONS)
    if chance.happens(0.7):
        told["wished_travel_minutes"] = chance.one_of((20, 30, 45, 60))
    if chance.happens(0.08):
        what, awarded_by = chance.one_of(PRIOR_LEARNING)
        on = chance.after(case.way.registered_on, -900, -60)
        told["prior_learning"] = [{"what": what, "awardedBy": awarded_by, "recognisedOn": on.isoformat()}]
    if profile["civic_integration_route"]:
        told["civic_integration_phase"] = chance.weighed(PHASES)
    profile |= told
