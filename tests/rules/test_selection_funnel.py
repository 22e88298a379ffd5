"""What became of everyone who registered, how long it took, and what to look at again."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.rules.code_lists import CheckVerdict, Decision, Gender, LanguageLevel, TrajectoryState
from app.rules.product_limit import Wait
from app.rules.selection_funnel import Fate, KnownShare, Registration, funnel_of
from app.rules.selection_profiles import Profile, split
from app.rules.selection_warnings import ENOUGH_PEOPLE, CherryPicking, MostlyOverQualified, TurnedAway, warnings_about
from app.rules.time_to_decision import TimeToDecision, time_to_decision

REGISTERED = date(2026, 1, 5)
TODAY = date(2026, 3, 2)
NOBODY = KnownShare(0, 0, 0)
MET, NOT_MET, UNKNOWN = CheckVerdict.MET, CheckVerdict.NOT_MET, CheckVerdict.UNKNOWN


def registration(decision: Decision | None = None, **known: Any) -> Registration:
    """Somebody who registered in January; whoever was decided on, was so after ten days."""
    decided_on = REGISTERED + timedelta(days=10) if decision else None
    return Registration(**{"registered_on": REGISTERED, "decision": decision, "decided_on": decided_on, **known})


@pytest.mark.parametrize(
    ("one", "fate"),
    [
        (registration(), Fate.OPEN),
        (registration(state=TrajectoryState.SCREENING, screened_on=REGISTERED), Fate.OPEN),
        (registration(Decision.WAITING, state=TrajectoryState.WAITING), Fate.WAITING),
        (registration(Decision.ADMITTED_WITH_CONDITIONS), Fate.ADMITTED),
        (registration(started_on=TODAY), Fate.ADMITTED),
        (registration(Decision.WITHDRAWN), Fate.WITHDRAWN),
        (registration(Decision.REFERRED), Fate.REFERRED),
        (registration(Decision.DECLINED), Fate.DECLINED),
    ],
)
def test_every_registration_led_to_one_thing(one: Registration, fate: Fate) -> None:
    assert one.fate is fate
    assert funnel_of([one], TODAY).fates == {fate: 1}


def test_unknown_is_counted_beside_the_share_and_never_in_it() -> None:
    verdicts = (MET, MET, NOT_MET, UNKNOWN, None)
    funnel = funnel_of([registration(Decision.ADMITTED, verdict=verdict) for verdict in verdicts], TODAY)
    share = funnel.admitted_though_not_met
    assert (share.yes, share.no, share.unknown, share.share) == (1, 2, 2, 1 / 3)
    assert funnel.declined_though_met.share is None


def test_a_requirement_turned_somebody_away_alone_only_when_nothing_else_was_missing_and_they_did_not_come_in() -> None:
    def beside(decision: Decision, language: CheckVerdict, age: CheckVerdict) -> Registration:
        return registration(decision, verdicts=(("language", language), ("age", age)))

    funnel = funnel_of(
        [
            beside(Decision.DECLINED, NOT_MET, MET),
            beside(Decision.REFERRED, NOT_MET, UNKNOWN),
            beside(Decision.DECLINED, NOT_MET, NOT_MET),
            beside(Decision.ADMITTED, NOT_MET, MET),
            beside(Decision.WITHDRAWN, NOT_MET, MET),
            registration(Decision.DECLINED),
        ],
        TODAY,
    )
    language, age = funnel.requirements
    assert (language.checked, language.not_met, language.turned_away_alone) == (5, 5, 2)
    assert language.admitted_though_not_met == 1
    assert (age.met, age.not_met, age.unknown, age.turned_away_alone) == (3, 1, 1, 0)


@pytest.mark.parametrize(
    ("alone", "checked", "is_warned"),
    [(6, 10, True), (5, 10, False), (11, 20, True), (10, 20, False), (ENOUGH_PEOPLE - 1, ENOUGH_PEOPLE - 1, False)],
)
def test_one_requirement_that_turns_away_more_than_half_gives_a_warning(
    alone: int, checked: int, is_warned: bool
) -> None:
    language, age = TurnedAway("language", checked, alone), TurnedAway("age", checked, 0)
    assert list(warnings_about([age, language], NOBODY)) == [CherryPicking(language)] * is_warned


@pytest.mark.parametrize(
    ("above", "known", "unknown", "is_warned"),
    [(6, 10, 0, True), (5, 10, 0, False), (6, 10, 30, True), (9, 9, 30, False)],
)
def test_most_people_admitted_being_over_qualified_gives_a_warning(
    above: int, known: int, unknown: int, is_warned: bool
) -> None:
    admitted = KnownShare(above, known - above, unknown)
    assert list(warnings_about([], admitted)) == [MostlyOverQualified(above, known)] * is_warned


def test_who_waits_counts_as_not_yet_decided() -> None:
    """Of four, one is decided after 10 days, one after 20; one withdrew after 15, one still waits after 30.

    After 10 days 3/4 have no decision. After 20 half of those still waiting (one of two) has one: 3/4 × 1/2 = 3/8 have
    none, so that half of all people have their decision within 20 days; three quarters not yet.
    """
    waits = [Wait(10, is_over=True), Wait(15, is_over=False), Wait(20, is_over=True), Wait(30, is_over=False)]
    assert time_to_decision(waits) == TimeToDecision(2, 2, first_quarter=10, median=20, third_quarter=None)


def test_with_everybody_decided_it_is_the_plain_median() -> None:
    assert time_to_decision(Wait(days, is_over=True) for days in (1, 2, 3, 4)).median == 2
    assert time_to_decision([]) == TimeToDecision(0, 0, None, None, None)


def test_the_wait_ends_at_the_decision_and_a_decision_without_a_day_is_left_out() -> None:
    funnel = funnel_of(
        [
            registration(Decision.ADMITTED),
            registration(Decision.DECLINED, decided_on=None),
            registration(Decision.WITHDRAWN),
            registration(Decision.WAITING),
            registration(),
        ],
        TODAY,
    )
    assert (funnel.wait.decided, funnel.wait.waiting, funnel.without_day) == (1, 3, 1)
    assert registration().wait(TODAY) == Wait(56, is_over=False)
    assert registration(Decision.WITHDRAWN).wait(TODAY) == Wait(10, is_over=False)


@pytest.mark.parametrize(
    ("by", "known", "group"),
    [
        (Profile.GENDER, {"gender": Gender.FEMALE}, "Woman"),
        (Profile.AGE, {"birth_date": date(1999, 1, 6)}, "Younger than 27"),
        (Profile.AGE, {"birth_date": date(1999, 1, 5)}, "27 to 34"),
        (Profile.AGE, {"birth_date": date(2027, 1, 1)}, "Unknown"),
        (Profile.EDUCATION, {"education": 2}, "Low: at most vmbo or mbo 1"),
        (Profile.EDUCATION, {"education": 8}, "High: associate degree or higher"),
        (Profile.SPEAKING, {"speaking": LanguageLevel.A1_MINUS}, "Below A1"),
        (Profile.SPEAKING, {"speaking": LanguageLevel.C1}, "B2 or higher"),
        *((by, {}, "Unknown") for by in Profile),
    ],
)
def test_people_are_split_by_what_was_known_when_they_registered(
    by: Profile, known: dict[str, Any], group: str
) -> None:
    ((name, people),) = split([registration(**known)], by)
    assert (name, len(people)) == (group, 1)


def test_groups_stand_in_their_order_with_the_unknown_last() -> None:
    people = [registration(education=level) for level in (None, 7, 3, 0)]
    names = [str(name).partition(":")[0] for name, _ in split(people, Profile.EDUCATION)]
    assert names == ["Low", "Middle", "High", "Unknown"]
