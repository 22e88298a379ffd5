"""What the screening brought to light, apart from the decision."""

from app.demo.book import Book
from app.demo.case import Case
from app.rules.code_lists import CircumstanceState, SupportDomain
from app.rules.trajectory_states import Step

ARRANGEMENTS = {
    SupportDomain.HOUSING: "Staat op de lijst van de gemeente; woont tot dan bij familie.",
    SupportDomain.CHILDCARE: "Opvang op maandag, woensdag en vrijdag.",
    SupportDomain.DEBTS: "Afspraak met de wijkconsulent; er ligt een betaalregeling.",
    SupportDomain.HEALTH: "Begeleiding loopt via de huisarts.",
    SupportDomain.TRANSPORT: "Leenfiets van de gemeente.",
    SupportDomain.DIGITAL: "Cursus in de bibliotheek.",
    SupportDomain.NETWORK: "Maatje van het buurthuis.",
}


def add_screening(book: Book, case: Case) -> None:
    """How things stood at the screening. What was not spoken about stays unknown."""
    screened_on = case.way.day_of(Step.SCREEN)
    if screened_on is None:
        return
    for domain in SupportDomain:
        state = case.person.support.get(domain)
        if state is None and not book.chance.happens(0.8):
            continue
        book.add(
            "circumstance",
            screened_on,
            case.coach.account_id,
            **case.keys,
            domain=domain,
            state=state or CircumstanceState.FINE,
            arrangement=ARRANGEMENTS[domain] if state is CircumstanceState.ARRANGED else None,
            assessed_on=screened_on,
        )
