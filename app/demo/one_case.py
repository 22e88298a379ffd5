"""One trajectory from its registration to today, with all that happened in it."""

from app.demo.book import Book
from app.demo.case import Case, add_case, bring_up_to_date
from app.demo.evidence import add_exit_talks, add_payslips
from app.demo.follow_ups import add_follow_ups
from app.demo.guidance import add_contacts, add_language, add_ratings
from app.demo.life import jobs_of, other_spells_of
from app.demo.person import Person
from app.demo.placements import add_placements
from app.demo.setting import MadeUpCohort, Setting
from app.demo.way import Way
from app.rules.trajectory_states import Step


def add_one_case(book: Book, setting: Setting, cohort: MadeUpCohort, person: Person, number: int, way: Way) -> Case:
    """The trajectory of somebody who went this way, and the jobs and talks on it."""
    case = add_case(book, setting, cohort, person, number, way)
    started_on = way.day_of(Step.START)
    jobs, others = [], []
    if started_on:
        jobs = jobs_of(book.chance, setting, person, started_on, dropped_out=way.day_of(Step.DROP_OUT) is not None)
        others = other_spells_of(book.chance, setting, started_on, jobs)
    bring_up_to_date(book, case, jobs)
    known = add_placements(book, case, [*others, *jobs])
    add_payslips(book, case, known)
    add_exit_talks(book, case, jobs, known)
    add_follow_ups(book, case, known)
    add_contacts(book, case)
    add_language(book, case)
    add_ratings(book, case, known)
    return case
