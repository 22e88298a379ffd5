"""Makes up everything, in the order in which it would have happened."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from app.demo.answers_in_time import answer_in_time
from app.demo.asking import add_askings
from app.demo.book import Book
from app.demo.by_hand import add_work_by_hand
from app.demo.came_back import add_returns
from app.demo.care_programme import add_care_programme
from app.demo.case import Case
from app.demo.chance import Chance
from app.demo.coaching import add_coaching
from app.demo.employer_contacts import add_employer_contacts
from app.demo.entry_checks import add_entry_checks
from app.demo.inclusion import add_inclusion
from app.demo.language import add_language_afterwards
from app.demo.left_alone import leave_some_alone
from app.demo.link_answers import add_link_answers
from app.demo.one_case import add_one_case
from app.demo.outcome_pulls import add_outcome_pulls
from app.demo.own_words import add_own_words
from app.demo.person import add_person
from app.demo.programme_design import add_design
from app.demo.screening import add_screenings
from app.demo.setting import MadeUpCohort, Setting, add_municipalities, add_setting
from app.demo.settle_follow_ups import settle_follow_ups
from app.demo.sign_ins import MUNICIPALITY, add_sign_ins
from app.demo.size import Size
from app.demo.social_assistance import add_social_assistance
from app.demo.tasks import add_tasks
from app.demo.way import way_of
from app.demo.work_before import add_work_before

STILL_COMING_IN = 0.24
"""The share of the last cohort that registered in the last weeks and is somewhere before the start."""


def make_up(size: Size, at: datetime, today: date) -> Iterator[Book]:
    """A whole installation of this size, as it stands at a moment: a book per programme, to be written in order."""
    for number in range(1, size.programmes + 1):
        yield make_up_programme(size, number, at, today)


def make_up_programme(size: Size, number: int, at: datetime, today: date) -> Book:
    """One programme of an installation, which does not depend on the others; the first brings the sign-ins."""
    book = Book(at, today, Chance(size.seed + number), number)
    setting = add_setting(book)
    municipality = None
    if number == 1:
        municipalities = add_municipalities(book)
        municipality = municipalities[MUNICIPALITY]
        add_sign_ins(book, setting, municipalities)
    cases = _add_people(book, setting, size.people_of_a_programme)
    with book.drawing_from(Chance(size.seed + 130_000 + number)):
        add_work_before(book, setting, cases)
        cases += add_returns(book, setting, cases)
    answer_in_time(book)
    settle_follow_ups(book)
    with book.drawing_from(Chance(size.seed + 85_000 + number)):
        add_work_by_hand(book)
    with book.drawing_from(Chance(size.seed + 10_000 + number)):
        add_screenings(book, cases)
        add_tasks(book, cases)
    add_entry_checks(book)
    with book.drawing_from(Chance(size.seed + 20_000 + number)):
        add_language_afterwards(book, cases)
    with book.drawing_from(Chance(size.seed + 40_000 + number)):
        add_inclusion(book)
    with book.drawing_from(Chance(size.seed + 30_000 + number)):
        add_design(book, setting, municipality)
    if number == 1:
        with book.drawing_from(Chance(size.seed + 60_000)):
            add_care_programme(book, setting)
        with book.drawing_from(Chance(size.seed + 95_000)):
            add_outcome_pulls(book, setting)
    with book.drawing_from(Chance(size.seed + 50_000 + number)):
        add_coaching(book, setting, cases)
    with book.drawing_from(Chance(size.seed + 70_000 + number)):
        add_employer_contacts(book)
    with book.drawing_from(Chance(size.seed + 80_000 + number)):
        add_askings(book)
    with book.drawing_from(Chance(size.seed + 75_000 + number)):
        add_own_words(book, setting)
    with book.drawing_from(Chance(size.seed + 90_000 + number)):
        leave_some_alone(book)
    with book.drawing_from(Chance(size.seed + 110_000 + number)):
        add_link_answers(book)
    with book.drawing_from(Chance(size.seed + 120_000 + number)):
        add_social_assistance(book)
    return book


def _add_people(book: Book, setting: Setting, people: int) -> list[Case]:
    cases: list[Case] = []
    number, begun = 0, 0.0
    for cohort in setting.cohorts:
        begun += cohort.share
        is_last = cohort is setting.cohorts[-1]
        while number < (people if is_last else round(people * begun)):
            number += 1
            late = is_last and book.chance.happens(STILL_COMING_IN)
            cases.append(_add_one(book, setting, cohort, number, late=late))
    return cases


def _add_one(book: Book, setting: Setting, cohort: MadeUpCohort, number: int, *, late: bool) -> Case:
    registered_on = (
        book.chance.after(book.today, -26, -1)
        if late
        else cohort.starts_on - timedelta(days=book.chance.number(25, 85))
    )
    way = way_of(book.chance, book.today, registered_on, cohort.starts_on)
    person = add_person(book, setting, number, registered_on)
    return add_one_case(book, setting, cohort, person, number, way)
