"""By what a selection can be split, so that one sees whom it lets in and whom it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from app.rules.code_lists import LanguageLevel
from app.rules.language_levels import CEFR_STEPS
from app.rules.names import name_of
from app.rules.selection_funnel import Registration
from app.rules.sentence import Sentence
from app.rules.time_before import whole_years

UNKNOWN = Sentence("Unknown")
AGE_BANDS = (
    (27, Sentence("Younger than 27")),
    (35, Sentence("27 to 34")),
    (45, Sentence("35 to 44")),
    (55, Sentence("45 to 54")),
    (200, Sentence("55 or older")),
)
"""The age below which a band ends, on the day of registration. Up to 27 other rules hold (Participatiewet)."""
EDUCATION_BANDS = (
    (2, Sentence("Low: at most vmbo or mbo 1")),
    (4, Sentence("Middle: havo, vwo or mbo 2 to 4")),
    (8, Sentence("High: associate degree or higher")),
)
"""The last level of ISCED 2011 of each band, as Statistics Netherlands divides them."""
SPEAKING_BANDS = (Sentence("Below A1"), Sentence("A1"), Sentence("A2"), Sentence("B1"), Sentence("B2 or higher"))


class Profile(StrEnum):
    """What a selection can be split by."""

    GENDER = "gender"
    AGE = "age"
    EDUCATION = "education"
    SPEAKING = "speaking"
    RESIDENCE_GROUND = "residence_ground"


PROFILE_NAMES: Mapping[Profile, Sentence] = {
    Profile.GENDER: Sentence("Gender"),
    Profile.AGE: Sentence("Age at registration"),
    Profile.EDUCATION: Sentence("Education"),
    Profile.SPEAKING: Sentence("Speaking level"),
    Profile.RESIDENCE_GROUND: Sentence("Ground of residence"),
}


def split(registrations: Iterable[Registration], by: Profile) -> list[tuple[Sentence, list[Registration]]]:
    """The groups that occur, in their order; those of whom it is not known come last."""
    groups: dict[tuple[int, Sentence], list[Registration]] = {}
    for one in registrations:
        groups.setdefault(GROUP_OF[by](one), []).append(one)
    return [(name, group) for (_, name), group in sorted(groups.items(), key=lambda item: item[0][0])]


Group = tuple[int, Sentence]
"""The place of a group among the others, and its name."""
LAST: Group = (1_000, UNKNOWN)


def _gender(one: Registration) -> Group:
    return LAST if one.gender is None else (list(type(one.gender)).index(one.gender), name_of(one.gender))


def _age(one: Registration) -> Group:
    if one.birth_date is None or one.birth_date > one.registered_on:
        return LAST
    age = whole_years(one.birth_date, one.registered_on)
    return next((place, name) for place, (below, name) in enumerate(AGE_BANDS) if age < below)


def _education(one: Registration) -> Group:
    level = one.education
    if level is None:
        return LAST
    return next((place, name) for place, (last, name) in enumerate(EDUCATION_BANDS) if level <= last)


def _speaking(one: Registration) -> Group:
    if one.speaking is None:
        return LAST
    place = min(CEFR_STEPS[LanguageLevel(one.speaking)], len(SPEAKING_BANDS) - 1)
    return place, SPEAKING_BANDS[place]


def _residence(one: Registration) -> Group:
    ground = one.residence_ground
    return LAST if ground is None else (list(type(ground)).index(ground), name_of(ground))


GROUP_OF: Mapping[Profile, Callable[[Registration], Group]] = {
    Profile.GENDER: _gender,
    Profile.AGE: _age,
    Profile.EDUCATION: _education,
    Profile.SPEAKING: _speaking,
    Profile.RESIDENCE_GROUND: _residence,
}
