"""What is told at a screening, in the words of the made-up programmes."""

from app.rules.code_lists import CivicIntegrationPhase, SupportDomain

ARRANGEMENTS = {
    SupportDomain.HOUSING: "Staat op de lijst van de gemeente; woont tot dan bij familie.",
    SupportDomain.CHILDCARE: "Opvang op maandag, woensdag en vrijdag.",
    SupportDomain.DEBTS: "Afspraak met de wijkconsulent; er ligt een betaalregeling.",
    SupportDomain.HEALTH: "Begeleiding loopt via de huisarts.",
    SupportDomain.TRANSPORT: "Leenfiets van de gemeente.",
    SupportDomain.DIGITAL: "Cursus in de bibliotheek.",
    SupportDomain.NETWORK: "Maatje van het buurthuis.",
}
TESTS = (("Leerbaarheidstoets", 40), ("Rekentoets", 20), ("Capaciteitentest", 60))
"""Instrument, highest score."""
CONDITIONS = (
    "Volgt daarnaast twee dagdelen per week taalles",
    "Opvang voor de kinderen is geregeld op de lesdagen",
    "Heeft een fiets of een abonnement voor het openbaar vervoer",
    "Levert een kopie van het diploma in",
    "Heeft een afspraak gehad bij de wijkconsulent",
)
TASKS = (
    "Rooster van de taalschool opvragen",
    "Bellen over de reiskosten",
    "Afspraak maken met de werkgever",
    "Formulier voor de kinderopvang opsturen",
    "Werkkleding bestellen",
    "Diploma laten waarderen",
)
FORMAL_SKILLS = ("Rijbewijs B", "Heftruckcertificaat", "VCA basis", "Diploma kok", "Lasdiploma", "EHBO")
INFORMAL_SKILLS = (
    "Naaien", "Koken voor grote groepen", "Zorgen voor ouderen", "Auto's repareren", "Met een kassa werken",
    "Tuinieren", "Vertalen voor de buurt", "Klussen", "Een winkel runnen",
)  # fmt: skip
AMBITIONS = (
    "Wil over een paar jaar een eigen bedrijf.",
    "Wil verpleegkundige worden.",
    "Wil een vaste baan dicht bij huis.",
    "Wil haar oude beroep weer oppakken.",
    "Wil eerst beter Nederlands leren en dan een opleiding doen.",
    "Wil leidinggeven aan een klein team.",
)
PRIOR_LEARNING = (
    ("Kok, niveau 2", "EVC Centrum Midden"),
    ("Helpende zorg", "EVC Zorg"),
    ("Lassen MIG/MAG", "Vakschool De Opstap"),
)
MOTIVATION_NOTES = (
    "Werkt graag met mensen.",
    "Heeft dit werk eerder gedaan.",
    "Wil het eerst een dag proberen.",
    "Kiest hiervoor omdat er werk is.",
)
PHASES = {
    CivicIntegrationPhase.BROAD_INTAKE: 8.0,
    CivicIntegrationPhase.PIP_DRAWN_UP: 17.0,
    CivicIntegrationPhase.LEARNING_ROUTE: 60.0,
    CivicIntegrationPhase.COMPLETED: 15.0,
}
