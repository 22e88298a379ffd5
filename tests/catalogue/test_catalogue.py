"""The catalogue: 31 programmes, every fact with its source, and nothing that the sources do not say."""

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from app.catalogue import PROGRAMMES, catalogue
from app.catalogue.entry import CatalogueProgramme
from app.demo.published.all_results import RESULTS
from app.demo.published.result import PublishedResult
from app.rules.code_lists import LanguageLevel, ResidenceGround
from app.rules.entry_requirement import (
    CivicIntegrationDutyAsked,
    EducationAsked,
    EntryRequirement,
    LanguageLevelAsked,
    ResidenceGroundAsked,
    SectorMotivationAsked,
)

SAID = {
    "number": 1,
    "key": "a-programme",
    "name": "A programme",
    "summary": {"nl": "Een programma", "en": "A programme"},
    "country": "NL",
    "sources": {"summary": "SER 3.4"},
}
EVERY = pytest.mark.parametrize("entry", catalogue().values(), ids=list(catalogue()))


def said(**more: object) -> Mapping[str, object]:
    return {**SAID, **more}


def asked_by(key: str) -> list[EntryRequirement]:
    return [one.asks for one in catalogue()[key].entry_requirements]


def test_it_holds_31_programmes_in_the_order_of_the_overview() -> None:
    assert [entry.number for entry in catalogue().values()] == list(range(1, 32))
    assert len(catalogue()) == len(list(PROGRAMMES.iterdir()))


@EVERY
def test_a_programme_says_what_it_is_and_where_that_stands(entry: CatalogueProgramme) -> None:
    assert entry.documents
    assert entry.summary.nl != entry.summary.en
    assert len(entry.summary.nl) < 200


@EVERY
def test_what_is_copied_into_a_programme_fits_there(entry: CatalogueProgramme) -> None:
    for group in entry.target_groups:
        assert len(group.nl) <= 100
        assert len(group.en) <= 100
    assert all(phase.weeks_at_most is None or phase.weeks_at_most >= 1 for phase in entry.phases)


def test_liander_asks_for_b1() -> None:
    assert asked_by("liander-en-stedin")[:2] == [
        ResidenceGroundAsked(one_of=(ResidenceGround.STATUS_HOLDER,)),
        LanguageLevelAsked(level=LanguageLevel.B1),
    ]


def test_care_asks_for_a2_and_motivation_for_care() -> None:
    assert asked_by("voortraject-zorg") == [
        LanguageLevelAsked(level=LanguageLevel.A2),
        SectorMotivationAsked(sector="R"),
    ]


def test_the_broad_intake_asks_one_thing_the_duty_of_civic_integration() -> None:
    assert asked_by("brede-intake") == [CivicIntegrationDutyAsked(under_duty=True)]


def test_ypps_asks_for_a_higher_education() -> None:
    assert EducationAsked.model_validate({"from": 6, "to": 8}) in asked_by("ypps-amsterdam")


def test_the_care_programme_is_built_up_as_published() -> None:
    assert [phase.weeks_at_most for phase in catalogue()["voortraject-zorg"].phases] == [20, 104, 52]


def test_a_control_group_stands_beside_the_result() -> None:
    women, men = catalogue()["equal-entry"].results
    assert (women.value, women.beside.value if women.beside else None) == (37, 27)
    assert (men.value, men.beside.value if men.beside else None) == (43, 33)


def test_a_fact_without_a_source_is_refused() -> None:
    with pytest.raises(ValidationError, match="A fact and its source belong together: kind"):
        CatalogueProgramme.model_validate(said(kind="bridging"))


def test_a_source_of_a_fact_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValidationError, match="A fact and its source belong together: kind"):
        CatalogueProgramme.model_validate(said(sources={"summary": "SER 3.4", "kind": "SER 3.4"}))


@pytest.mark.parametrize("place", ["SER", "Somewhere 3.4", ""])
def test_a_source_is_a_place_in_a_known_document(place: str) -> None:
    with pytest.raises(ValidationError, match="is no place in one of"):
        CatalogueProgramme.model_validate(said(sources={"summary": place}))


@pytest.mark.parametrize(
    "wrong",
    [{"kindd": "bridging"}, {"country": "Nederland"}, {"sectors": ["care"]}, {"kind": "dual"}, {"started": "in 2019"}],
)
def test_unknown_keys_and_codes_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match=next(iter(wrong))):
        CatalogueProgramme.model_validate(said(**wrong))


@pytest.mark.parametrize("named", [{"metric": "success"}, {}])
def test_a_result_names_a_metric_that_exists_or_says_what_one_would_count(named: dict[str, str]) -> None:
    result = {"what": {"nl": "Werk", "en": "Work"}, "family": "placement", "source": "SER 3.4", **named}
    with pytest.raises(ValidationError, match="metric"):
        CatalogueProgramme.model_validate(said(results=[result]))


@pytest.mark.parametrize("result", [one for one in RESULTS.values() if one.in_catalogue], ids=lambda one: one.key)
def test_what_the_engine_gives_back_is_named_by_the_catalogue(result: PublishedResult) -> None:
    named = {one.metric for one in catalogue()[result.key].results}
    assert {figure.metric.code for figure in result.figures} <= named
