"""Guidance: contacts with the coach, language measurements, and what people think of it."""

from datetime import date

from app.demo.book import Book
from app.demo.case import Case
from app.demo.entry_checks import speaking_at_screening
from app.demo.placements import KnownSpell
from app.rules.code_lists import (
    PAID_WORK,
    Attendance,
    ContactChannel,
    ContactKind,
    LanguageLevel,
    LanguageSkill,
    RatedBy,
    RatingDimension,
    TrajectoryState,
)
from app.rules.trajectory_states import Step

STILL_GUIDED = frozenset({TrajectoryState.ACTIVE, TrajectoryState.PAUSED, TrajectoryState.AFTERCARE})
KINDS = {
    ContactKind.PROGRESS: 60.0,
    ContactKind.WORKPLACE_VISIT: 16.0,
    ContactKind.GROUP: 12.0,
    ContactKind.WITH_EMPLOYER: 9.0,
    ContactKind.CRISIS: 3.0,
}
CHANNELS = {
    ContactChannel.IN_PERSON: 58.0,
    ContactChannel.TELEPHONE: 26.0,
    ContactChannel.VIDEO: 6.0,
    ContactChannel.MESSAGE: 10.0,
}
ATTENDANCE = {
    Attendance.CAME: 82.0,
    Attendance.LATE: 6.0,
    Attendance.DID_NOT_COME: 6.0,
    Attendance.CANCELLED: 6.0,
}
TOPICS = ("work", "language", "transport", "childcare", "workplace", "benefit", "debts", "education", "housing")
NOTES = (
    "Gaat goed op de werkvloer, de begeleider is tevreden.",
    "Wil graag meer uren werken.",
    "Oefent thuis met de woordenlijst van het werk.",
    "Zoekt nog opvang voor de woensdag.",
    "Proefles op de vakschool bezocht.",
    "Twijfelt over de reistijd; we kijken naar een andere locatie.",
    "Gesprek met de leidinggevende gepland.",
)
MEASURED = (LanguageSkill.SPEAKING, LanguageSkill.LISTENING, LanguageSkill.READING, LanguageSkill.WRITING)
LEVELS = tuple(LanguageLevel)
A1 = LEVELS.index(LanguageLevel.A1)
INSTRUMENTS = ("Intakegesprek", "Taalmeter", "Docententoets")
EXAM = "Inburgeringsexamen"
SCORES = {5: 26.0, 4: 44.0, 3: 20.0, 2: 7.0, 1: 3.0}


def add_contacts(book: Book, case: Case) -> None:
    """From the intake to the last talk. Some have not been spoken to for longer than the programme wants."""
    screened_on, started_on = case.way.day_of(Step.SCREEN), case.way.day_of(Step.START)
    if screened_on is None:
        return
    _contact(book, case, screened_on, ContactKind.INTAKE, None)
    if started_on is None:
        return
    last = _last_contact(book, case)
    day = book.chance.after(started_on, 2, 10)
    while day < last:
        _contact(book, case, day, book.chance.weighed(KINDS), book.chance.weighed(ATTENDANCE))
        day = book.chance.after(day, 11, 26)
    in_aftercare = case.way.state is TrajectoryState.AFTERCARE
    if last >= started_on:
        _contact(book, case, last, ContactKind.AFTERCARE if in_aftercare else ContactKind.PROGRESS, Attendance.CAME)


def _last_contact(book: Book, case: Case) -> date:
    if case.way.state not in STILL_GUIDED:
        return case.way.last_day
    days_ago = (1, 19) if book.chance.happens(0.76) else (22, 58)
    return book.chance.after(book.today, -days_ago[1], -days_ago[0])


def _contact(book: Book, case: Case, on: date, kind: ContactKind, attendance: Attendance | None) -> None:
    chance = book.chance
    book.add(
        "coaching_contact",
        on,
        case.coach.account_id,
        **case.keys,
        contacted_on=on,
        kind=kind,
        channel=chance.weighed(CHANNELS),
        minutes=chance.one_of((15, 20, 30, 45, 60)),
        attendance=attendance,
        topics=chance.some_of(TOPICS, 3),
        with_whom=["participant"] if attendance in (None, Attendance.CAME, Attendance.LATE) else [],
        note=chance.one_of(NOTES) if chance.happens(0.6) else None,
        next_contact_on=chance.after(on, 12, 21) if chance.happens(0.4) else None,
    )


def add_language(book: Book, case: Case) -> None:
    """A measurement at the screening and one about every four months after that, as a rule going up."""
    day, chance = case.way.day_of(Step.SCREEN), book.chance
    until = case.way.day_of(Step.COMPLETE, Step.DROP_OUT) or book.today
    levels = {skill: A1 + chance.number(-2, 2) for skill in MEASURED}
    levels[LanguageSkill.SPEAKING] = speaking_at_screening(case, levels[LanguageSkill.SPEAKING])
    first = True
    while day is not None and day <= until:
        official = not first and chance.happens(0.2)
        for skill in MEASURED:
            _measure(book, case, day, skill, levels[skill], official=official)
            levels[skill] += chance.weighed({0: 52.0, 1: 42.0, 2: 4.0, -1: 2.0})
        day, first = chance.after(day, 95, 140), False
        if case.way.day_of(Step.START) is None:
            return


def _measure(book: Book, case: Case, on: date, skill: LanguageSkill, level: int, *, official: bool) -> None:
    book.add(
        "language_measurement",
        on,
        case.coach.account_id,
        **case.keys,
        measured_on=on,
        skill=skill,
        level=LEVELS[max(0, min(level, len(LEVELS) - 2))],
        instrument=EXAM if official else book.chance.one_of(INSTRUMENTS),
        official=official,
    )


def add_ratings(book: Book, case: Case, known: list[KnownSpell]) -> None:
    """What participants say of the guidance and the job, and employers of the participant and the programme."""
    started_on, chance = case.way.day_of(Step.START), book.chance
    if started_on is None:
        return
    _rate(book, case, chance.after(started_on, 80, 200), RatedBy.PARTICIPANT, RatingDimension.GUIDANCE, 0.6, None)
    job = next((one for one in known if one.spell.kind in PAID_WORK), None)
    if job is None:
        return
    on = chance.after(job.spell.starts_on, 30, 100)
    for dimension, share in ((RatingDimension.JOB, 0.68), (RatingDimension.BELONGING, 0.5)):
        _rate(book, case, on, RatedBy.PARTICIPANT, dimension, share, job)
    for dimension, share in ((RatingDimension.PARTICIPANT, 0.42), (RatingDimension.PROGRAMME, 0.36)):
        _rate(book, case, on, RatedBy.EMPLOYER, dimension, share, job)


def _rate(
    book: Book, case: Case, on: date, by: RatedBy, dimension: RatingDimension, share: float, about: KnownSpell | None
) -> None:
    if on > book.today or not book.chance.happens(share):
        return
    book.add(
        "rating",
        on,
        case.coach.account_id if by is RatedBy.PARTICIPANT else None,
        **case.keys,
        placement_id=about.placement_id if about else None,
        rated_on=on,
        rated_by=by,
        dimension=dimension,
        score=book.chance.weighed(SCORES),
    )
