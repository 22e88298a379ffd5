"""What somebody really does over time. The file knows only a part of it (see `evidence`)."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.demo.chance import Chance
from app.demo.person import Person
from app.demo.setting import Employer, Setting
from app.demo.work import AGENCY, JOBS, Job
from app.rules.code_lists import Contract, PlacementEndReason, SpellKind

JOB_KINDS = {
    SpellKind.REGULAR_JOB: 66.0,
    SpellKind.AGENCY_JOB: 14.0,
    SpellKind.SUBSIDISED_JOB: 9.0,
    SpellKind.APPRENTICESHIP: 8.0,
    SpellKind.SELF_EMPLOYMENT: 3.0,
}
CONTRACTS = {
    SpellKind.AGENCY_JOB: Contract.AGENCY,
    SpellKind.APPRENTICESHIP: Contract.BBL,
    SpellKind.SELF_EMPLOYMENT: Contract.SELF_EMPLOYED,
}
REGULAR_CONTRACTS = {Contract.FIXED_TERM: 74.0, Contract.PERMANENT: 10.0, Contract.ON_CALL: 10.0, Contract.PAYROLL: 6.0}
BEFOREHAND = {
    SpellKind.INTERNSHIP: 34.0,
    SpellKind.WORK_EXPERIENCE: 32.0,
    SpellKind.TRIAL_PLACEMENT: 14.0,
    SpellKind.LANGUAGE_COURSE: 12.0,
    SpellKind.EDUCATION: 8.0,
}
INSTEAD = {
    SpellKind.VOLUNTEERING: 45.0,
    SpellKind.SOCIAL_ACTIVITY: 25.0,
    SpellKind.EDUCATION: 18.0,
    SpellKind.LANGUAGE_COURSE: 12.0,
}
AT_SCHOOL = frozenset({SpellKind.EDUCATION, SpellKind.LANGUAGE_COURSE})
IN_THE_NEIGHBOURHOOD = frozenset({SpellKind.VOLUNTEERING, SpellKind.SOCIAL_ACTIVITY})
END_REASONS = {
    PlacementEndReason.CONTRACT_ENDED: 40.0,
    PlacementEndReason.RESIGNED: 14.0,
    PlacementEndReason.DISMISSED_IN_TRIAL_PERIOD: 6.0,
    PlacementEndReason.BUSINESS_REASONS: 12.0,
    PlacementEndReason.OTHER_JOB: 16.0,
    PlacementEndReason.HEALTH_OR_CARE: 10.0,
    PlacementEndReason.DECEASED: 1.0,
}
LASTS_DAYS = {(20, 85): 11.0, (86, 180): 12.0, (181, 365): 20.0, (366, 1100): 57.0}
"""How long a job lasts, in days → weight."""
MOST_JOBS = 3


@dataclass(frozen=True, slots=True)
class Spell:
    """One activity, from a day to a day that may still be to come."""

    kind: SpellKind
    employer: Employer
    job: Job | None
    contract: Contract | None
    hours: int
    starts_on: date
    ends_on: date
    end_reason: PlacementEndReason

    def covers(self, day: date) -> bool:
        """Whether it goes on on a day; the last day counts."""
        return self.starts_on <= day <= self.ends_on


def jobs_of(chance: Chance, setting: Setting, person: Person, started_on: date, *, dropped_out: bool) -> list[Spell]:
    """The paid jobs of somebody from the start of a trajectory, in order; some find none."""
    jobs: list[Spell] = []
    if not chance.happens(0.35 if dropped_out else 0.76):
        return jobs
    starts_on = min(chance.after(started_on, 70, 330), chance.after(started_on, 110, 420))
    while len(jobs) < MOST_JOBS:
        jobs.append(_job(chance, setting, person, starts_on))
        last = jobs[-1]
        if last.end_reason is PlacementEndReason.DECEASED or not chance.happens(0.6):
            break
        gap = (1, 20) if last.end_reason is PlacementEndReason.OTHER_JOB else (3, 120)
        starts_on = chance.after(last.ends_on, *gap)
    return jobs


def other_spells_of(chance: Chance, setting: Setting, started_on: date, jobs: list[Spell]) -> list[Spell]:
    """What somebody does besides paid work: learning beforehand, or taking part when there is no job."""
    spells = []
    if chance.happens(0.5):
        spells.append(_unpaid(chance, setting, chance.weighed(BEFOREHAND), chance.after(started_on, 20, 90)))
    if not jobs and chance.happens(0.45):
        spells.append(_unpaid(chance, setting, chance.weighed(INSTEAD), chance.after(started_on, 150, 280)))
    return [spell for spell in spells if not jobs or spell.starts_on < jobs[0].starts_on]


def _job(chance: Chance, setting: Setting, person: Person, starts_on: date) -> Spell:
    kind = chance.weighed(JOB_KINDS)
    employer = _employer(chance, setting, person, kind)
    return Spell(
        kind=kind,
        employer=employer,
        job=chance.one_of(JOBS[employer.sector]),
        contract=CONTRACTS.get(kind) or chance.weighed(REGULAR_CONTRACTS),
        hours=max(8, min(40, person.wished_hours + chance.one_of((-12, -8, -4, 0, 0, 0, 4)))),
        starts_on=starts_on,
        ends_on=chance.after(starts_on, *chance.weighed(LASTS_DAYS)),
        end_reason=chance.weighed(END_REASONS),
    )


def _employer(chance: Chance, setting: Setting, person: Person, kind: SpellKind) -> Employer:
    if kind is SpellKind.AGENCY_JOB:
        return next(employer for employer in setting.employers if employer.name == AGENCY)
    wished = [employer for employer in setting.employers if employer.sector == person.wished_sector]
    return chance.one_of(wished if chance.happens(0.62) else setting.employers)


def _unpaid(chance: Chance, setting: Setting, kind: SpellKind, starts_on: date) -> Spell:
    employer = chance.one_of(setting.employers)
    if kind in AT_SCHOOL:
        employer = setting.school
    elif kind in IN_THE_NEIGHBOURHOOD:
        employer = setting.neighbourhood
    return Spell(
        kind=kind,
        employer=employer,
        job=None if kind in AT_SCHOOL | IN_THE_NEIGHBOURHOOD else chance.one_of(JOBS[employer.sector]),
        contract=None,
        hours=chance.one_of((8, 12, 16, 20, 24)),
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=chance.number(40, 130)),
        end_reason=PlacementEndReason.CONTRACT_ENDED,
    )
