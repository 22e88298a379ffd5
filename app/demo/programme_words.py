"""What the made-up programme says of itself: its phases, its evidence, how it grows, and the tasks of its partners."""

from app.rules.code_lists import PartnerRole

TASKS = (
    (PartnerRole.REFERRAL, "Meldt kandidaten aan en laat hen deelnemen met behoud van uitkering."),
    (PartnerRole.VOCATIONAL_TRAINING, "Geeft de vaklessen en neemt de praktijkverklaring af."),
    (PartnerRole.LANGUAGE, "Geeft twee dagdelen per week taalles, ook op de werkvloer."),
    (PartnerRole.EMPLOYER, "Biedt werkplekken met een taalmaatje en een vaste begeleider."),
    (PartnerRole.RESEARCH, "Vergelijkt na een jaar met de mensen op de wachtlijst."),
)
"""What the partners do, in the order in which they are added."""
PHASES: list[dict[str, object]] = [
    {"name": "Oriëntatie", "plannedWeeks": 8, "contactNormDays": 14, "caseloadWeight": 1.5},
    {"name": "Leren en werken", "plannedWeeks": 30, "contactNormDays": 21, "caseloadWeight": 1},
    {"name": "Blijven", "plannedWeeks": 26, "contactNormDays": 42, "caseloadWeight": 0.4},
]
EVALUATION: dict[str, object] = {
    "marylandLevel": 3,
    "comparison": "Mensen die in dezelfde maanden op de wachtlijst stonden.",
    "plan": "Na 3, 6, 12 en 24 maanden kijken we of mensen nog werken, met bewijs van de werkgever of een loonstrook. "
    "De hogeschool vergelijkt dat na een jaar met de wachtlijst.",
    "referenceFigures": [
        {
            "what": "Statushouders sinds 2014 met werk",
            "value": 29.1,
            "unit": "%",
            "year": 2020,
            "source": "Divosa 2021, in SER 2021",
            "metric": None,
        },
        {
            "what": "Nog aan het werk, zes maanden na het einde van het programma (Parcours HOPE)",
            "value": 56,
            "unit": "%",
            "year": None,
            "source": "Risbo 3.1.2",
            "metric": "in_paid_work_6_months_after_end",
        },
    ],
}
SCALING: list[dict[str, object]] = [
    {
        "criterion": "coordination",
        "state": "in_place",
        "note": "Eén coördinator houdt het overzicht.",
    },
    {
        "criterion": "funding",
        "state": "in_progress",
        "note": "Voor de fase Blijven is nog geen geld.",
    },
    {"criterion": "willingness_to_invest", "state": "in_progress", "note": "Vijf werkgevers betalen mee aan taalles."},
    {"criterion": "law_and_regulation", "state": "in_place", "note": "Deelnemen kan met behoud van uitkering."},
    {
        "criterion": "attention_to_the_group",
        "state": "in_place",
        "note": "Lessen passen bij de schooltijden.",
    },
]
"""What is known; of one criterion it is not."""
ELEMENTS: list[dict[str, object]] = [
    {
        "element": "thoughtful_screening",
        "sentence": "Iedereen heeft een gesprek over wensen en thuis, naast de taaltoets.",
        "source": "SER 2021",
    },
    {
        "element": "attention_to_language",
        "sentence": "Taal wordt elke vier maanden gemeten, ook na de start van een baan.",
        "source": "SER 2021",
    },
    {
        "element": "intensive_coaching",
        "sentence": "Een vaste coach belt of bezoekt mensen minstens om de drie weken.",
        "source": "KIS 2020",
    },
    {
        "element": "inclusion_at_work",
        "sentence": "Elke nieuwe collega heeft een maatje op de werkvloer.",
        "source": "VIA 2020",
    },
]
