"""What is asked of the talks of a screening: motivation for a sector, and nothing that stands in the way."""

from __future__ import annotations

from datetime import date

from app.rules.candidate import Candidate, Circumstance
from app.rules.code_lists import CircumstanceState, SupportDomain
from app.rules.entry_finding import MET, NOT_MET, UNKNOWN, Finding
from app.rules.entry_requirement import CircumstancesNotBlockingAsked, SectorMotivationAsked
from app.rules.entry_requirement_words import domains_of, listed
from app.rules.names import name_of
from app.rules.sector_names import sector_name
from app.rules.sentence import Sentence
from app.rules.time_before import time_before


def motivation_finding(asked: SectorMotivationAsked, candidate: Candidate, on: date) -> Finding:
    """Whether the last interview about the sector, by that day, has the score that is asked."""
    sector = sector_name(asked.sector)
    about_it = [one for one in candidate.interviews if one.sector == asked.sector and one.on <= on]
    if not about_it:
        return Finding(
            requirement=asked,
            verdict=UNKNOWN,
            sentence=Sentence("Nobody has talked yet about the motivation for %(sector)s.", sector=sector),
            helps=Sentence("A motivation interview about this sector would settle this."),
        )
    _, last = max(enumerate(about_it), key=lambda numbered: (numbered[1].on, numbered[0]))
    return Finding(
        requirement=asked,
        verdict=MET if last.score >= asked.at_least else NOT_MET,
        sentence=Sentence(
            "The motivation for %(sector)s is %(score)s of 5, this programme asks %(asked)s; "
            "interview on %(day)s, %(age)s.",
            sector=sector,
            score=last.score,
            asked=asked.at_least,
            day=last.on,
            age=time_before(last.on, on),
        ),
    )


def circumstances_finding(asked: CircumstancesNotBlockingAsked, candidate: Candidate, on: date) -> Finding:
    """Whether nothing stands in the way in any part of life that is asked about; needing support does not."""
    domains = domains_of(asked)
    last: dict[SupportDomain, Circumstance] = {}
    for one in sorted(candidate.circumstances, key=lambda one: one.on):
        if one.domain in domains and one.stands_on(on):
            last[one.domain] = one
    blocking = [domain for domain in domains if _is(last, domain, CircumstanceState.BLOCKING)]
    not_looked_at = [domain for domain in domains if domain not in last]
    if blocking:
        return Finding(
            requirement=asked,
            verdict=NOT_MET,
            sentence=Sentence(
                "Something stands in the way: %(domains)s; looked at on %(day)s.",
                domains=listed(map(name_of, blocking)),
                day=max(last[domain].on for domain in blocking),
            ),
            helps=Sentence("Arranging support for it would change this."),
        )
    if not_looked_at:
        return Finding(
            requirement=asked,
            verdict=UNKNOWN,
            sentence=Sentence("Not looked at yet: %(domains)s.", domains=listed(map(name_of, not_looked_at))),
            helps=Sentence("A talk about these circumstances would settle this."),
        )
    return Finding(requirement=asked, verdict=MET, sentence=_nothing_in_the_way(last))


def _nothing_in_the_way(last: dict[SupportDomain, Circumstance]) -> Sentence:
    day = max(one.on for one in last.values())
    in_need = [domain for domain in last if _is(last, domain, CircumstanceState.SUPPORT_NEEDED)]
    if not in_need:
        return Sentence("Nothing stands in the way; last looked at on %(day)s.", day=day)
    return Sentence(
        "Nothing stands in the way, but support is needed: %(domains)s; last looked at on %(day)s.",
        domains=listed(map(name_of, in_need)),
        day=day,
    )


def _is(last: dict[SupportDomain, Circumstance], domain: SupportDomain, state: CircumstanceState) -> bool:
    return domain in last and last[domain].state is state
