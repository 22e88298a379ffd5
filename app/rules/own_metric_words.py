"""The question and the finding of a programme's own metric, in Dutch and in English, from its parts."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK, SpellKind
from app.rules.counted import Counted
from app.rules.metric_parts import Index, Question
from app.rules.metrics.inclusion import (
    EMPLOYER_SATISFIED_WITH_PARTICIPANT,
    EMPLOYER_SATISFIED_WITH_PROGRAMME,
    FEELS_AT_HOME,
    SATISFIED_WITH_GUIDANCE,
)
from app.rules.metrics.language import (
    LANGUAGE_GAIN_CONVERSATION,
    LANGUAGE_GAIN_LISTENING,
    LANGUAGE_GAIN_READING,
    LANGUAGE_GAIN_SPEAKING,
    LANGUAGE_GAIN_WRITING,
)


@dataclass(frozen=True)
class Moment:
    """When a metric looks: so many months after an index or, for a day of the calendar, on it.

    Without a number of months it looks at each month.
    """

    index: Index
    on: date | None
    months: int | None


@dataclass(frozen=True)
class Wording:
    """How one way of judging is asked of a person, and how it is found of a share of them.

    Both are patterns with the moment in them as `{when}` or `{within}`, and what counts as `{what}`; those of a curve
    have the index as `{day}` and the months as `{months}`.
    """

    question: Bilingual
    finding: Bilingual


WORDINGS: Mapping[Question, Wording] = {
    Question.IN_WORK: Wording(
        Bilingual(nl="Had deze persoon {when} {what}?", en="Did this person have {what} {when}?"),
        Bilingual(nl="met {what} {when}", en="with {what} {when}"),
    ),
    Question.IN_WORK_WITHOUT_INTERRUPTION: Wording(
        Bilingual(
            nl="Had deze persoon {when} nog {what}, en was er nooit meer dan 31 dagen geen werk?",
            en="Did this person still have {what} {when}, and never more than 31 days without work?",
        ),
        Bilingual(
            nl="{when} zonder onderbreking met {what}",
            en="with {what} {when}, without interruption",
        ),
    ),
    Question.WITH_SAME_EMPLOYER: Wording(
        Bilingual(
            nl="Had deze persoon {when} nog {what} bij dezelfde werkgever?",
            en="Did this person still have {what} with the same employer {when}?",
        ),
        Bilingual(nl="{when} nog bij dezelfde werkgever", en="still with the same employer {when}"),
    ),
    Question.PLACED_SINCE_INDEX: Wording(
        Bilingual(
            nl="Begon deze persoon via het programma met {what}, {within}?",
            en="Did this person begin {what} through the programme {within}?",
        ),
        Bilingual(nl="begon met {what} {within}", en="began {what} {within}"),
    ),
    Question.EVER_PLACED: Wording(
        Bilingual(
            nl="Begon deze persoon na de start ooit via het programma met {what}? Dat telt zodra het traject is "
            "geëindigd.",
            en="Did this person ever begin {what} through the programme after the start? It counts once the trajectory "
            "has ended.",
        ),
        Bilingual(nl="begon ooit met {what}", en="ever began {what}"),
    ),
    **{
        metric.question: Wording(metric.question_text, metric.finding)
        for metric in (
            LANGUAGE_GAIN_LISTENING,
            LANGUAGE_GAIN_READING,
            LANGUAGE_GAIN_SPEAKING,
            LANGUAGE_GAIN_WRITING,
            LANGUAGE_GAIN_CONVERSATION,
            SATISFIED_WITH_GUIDANCE,
            FEELS_AT_HOME,
            EMPLOYER_SATISFIED_WITH_PARTICIPANT,
            EMPLOYER_SATISFIED_WITH_PROGRAMME,
        )
    },
}
"""The ways of judging from which a programme chooses for a metric of its own."""

INDEXES: Mapping[Index, Bilingual] = {
    Index.START: Bilingual(nl="de start van het traject", en="the start of the trajectory"),
    Index.END: Bilingual(nl="het einde van het traject", en="the end of the trajectory"),
    Index.DATE: Bilingual(nl="een dag van de kalender", en="a day of the calendar"),
    Index.FIRST_PLACEMENT: Bilingual(nl="de start van de eerste baan", en="the first job began"),
}
"""The days from which an own metric can count."""

KINDS: Mapping[SpellKind, Bilingual] = {
    SpellKind.REGULAR_JOB: Bilingual(nl="gewone baan", en="regular job"),
    SpellKind.AGENCY_JOB: Bilingual(nl="uitzendbaan", en="agency job"),
    SpellKind.SUBSIDISED_JOB: Bilingual(nl="gesubsidieerde baan", en="subsidised job"),
    SpellKind.SELF_EMPLOYMENT: Bilingual(nl="werk als zelfstandige", en="self-employment"),
    SpellKind.APPRENTICESHIP: Bilingual(nl="leerbaan (BBL)", en="apprenticeship"),
    SpellKind.INTERNSHIP: Bilingual(nl="stage", en="internship"),
    SpellKind.WORK_EXPERIENCE: Bilingual(nl="werkervaringsplaats", en="work experience"),
    SpellKind.TRIAL_PLACEMENT: Bilingual(nl="proefplaatsing", en="trial placement"),
    SpellKind.EDUCATION: Bilingual(nl="opleiding", en="education"),
    SpellKind.LANGUAGE_COURSE: Bilingual(nl="taalcursus", en="language course"),
    SpellKind.VOLUNTEERING: Bilingual(nl="vrijwilligerswerk", en="volunteering"),
    SpellKind.SOCIAL_ACTIVITY: Bilingual(nl="sociale activiteit", en="social activity"),
}

DUTCH_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MONTHS = tuple(month_name[1:])
NO_WORDS = Bilingual(nl="", en="")


def asked_of_a_person(question: Question, moment: Moment, counts: Counted) -> Bilingual:
    """The question, as it is asked of one person; empty for what a programme cannot choose."""
    return filled_in(WORDINGS[question].question, moment, counts) if _has_words(question, moment) else NO_WORDS


def found(question: Question, moment: Moment, counts: Counted) -> Bilingual:
    """The words that follow a percentage; empty for what a programme cannot choose."""
    return filled_in(WORDINGS[question].finding, moment, counts) if _has_words(question, moment) else NO_WORDS


def _has_words(question: Question, moment: Moment) -> bool:
    return question in WORDINGS and moment.index in INDEXES


def filled_in(pattern: Bilingual, moment: Moment, counts: Counted) -> Bilingual:
    """A pattern with the moment and what counts put in; see `Wording`."""
    words = {
        "what": _what(counts),
        "when": _when(moment),
        "within": _within(moment),
        "day": INDEXES[moment.index],
        "months": _how_many(moment.months),
    }
    return Bilingual(
        nl=pattern.nl.format(**{name: word.nl for name, word in words.items()}),
        en=pattern.en.format(**{name: word.en for name, word in words.items()}),
    )


def _what(counts: Counted) -> Bilingual:
    """Paid work by its name where all of it counts, what else counts by its own, and the least hours and contract."""
    others = [kind for kind in SpellKind if kind in counts.kinds]
    all_paid = counts.kinds >= PAID_WORK
    if all_paid:
        others = [kind for kind in others if kind not in PAID_WORK]
    nl = [*(["betaald werk"] if all_paid else []), *(KINDS[kind].nl for kind in others)]
    en = [*(["paid work"] if all_paid else []), *(KINDS[kind].en for kind in others)]
    least = _least(counts)
    return Bilingual(nl=_listed(nl, "of") + least.nl, en=_listed(en, "or") + least.en)


def _least(counts: Counted) -> Bilingual:
    nl, en = [], []
    if counts.minimum_hours:
        nl.append(f"minstens {counts.minimum_hours} uur per week")
        en.append(f"at least {counts.minimum_hours} hours a week")
    if counts.minimum_contract_months:
        nl.append(f"contract van minstens {_number(counts.minimum_contract_months, 'maand', 'maanden')}")
        en.append(f"a contract of at least {_number(counts.minimum_contract_months, 'month', 'months')}")
    return Bilingual(nl=f" ({', '.join(nl)})" if nl else "", en=f" ({', '.join(en)})" if en else "")


def _listed(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def _when(moment: Moment) -> Bilingual:
    if moment.index is Index.DATE:
        return _on_the_calendar(moment.on)
    if moment.months != 0:
        return _months("{months} na {day}", "{months} after {day}", moment)
    on_the_day = {
        Index.START: Bilingual(nl="op de dag dat het traject begon", en="on the day the trajectory began"),
        Index.END: Bilingual(nl="op de dag dat het traject eindigde", en="on the day the trajectory ended"),
    }
    return on_the_day.get(moment.index, Bilingual(nl="op de eerste werkdag", en="on the first day at work"))


def _within(moment: Moment) -> Bilingual:
    return _months("binnen {months} na {day}", "within {months} of {day}", moment)


def _on_the_calendar(day: date | None) -> Bilingual:
    if day is None:
        return Bilingual(nl="op de peildatum", en="on the reference date")
    return Bilingual(
        nl=f"op {day.day} {DUTCH_MONTHS[day.month - 1]} {day.year}",
        en=f"on {day.day} {MONTHS[day.month - 1]} {day.year}",
    )


def _months(nl: str, en: str, moment: Moment) -> Bilingual:
    day, months = INDEXES[moment.index], _how_many(moment.months)
    return Bilingual(nl=nl.format(months=months.nl, day=day.nl), en=en.format(months=months.en, day=day.en))


def _how_many(months: int | None) -> Bilingual:
    if months is None:
        return Bilingual(nl="zoveel maanden", en="so many months")
    return Bilingual(nl=_number(months, "maand", "maanden"), en=_number(months, "month", "months"))


def _number(many: int, one: str, more: str) -> str:
    return f"{many} {one if many == 1 else more}"
