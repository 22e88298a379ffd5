"""The work there is: employers, and the jobs that they have."""

from dataclasses import dataclass

from app.rules.code_lists import OrganisationSize

SMALL, MEDIUM, LARGE = OrganisationSize.SMALL, OrganisationSize.MEDIUM, OrganisationSize.LARGE


@dataclass(frozen=True, slots=True)
class Job:
    """A job title with its ISCO-08 unit group and a usual gross wage in euros per hour."""

    title: str
    occupation: str
    hourly_wage: float


JOBS = {
    "C": (
        Job("Medewerker productie", "9329", 15.2),
        Job("Machinebediener voeding", "8160", 16.4),
        Job("Lasser", "7212", 17.9),
    ),
    "F": (Job("Assistent in de bouw", "9313", 15.6), Job("Leerling elektricien", "7411", 16.2)),
    "G": (Job("Verkoopmedewerker", "5223", 14.9), Job("Vakkenvuller", "9334", 14.6)),
    "H": (
        Job("Magazijnmedewerker", "4321", 15.4),
        Job("Chauffeur bestelwagen", "8322", 16.1),
        Job("Buschauffeur", "8331", 17.8),
    ),
    "I": (Job("Kok", "5120", 16.0), Job("Keukenhulp", "9412", 14.7), Job("Medewerker bediening", "5131", 14.9)),
    "O": (Job("Schoonmaker", "9112", 15.1), Job("Medewerker groen", "6113", 15.7)),
    "R": (
        Job("Helpende in de zorg", "5321", 16.5),
        Job("Medewerker huishouding zorg", "9112", 15.0),
        Job("Verzorgende in opleiding", "5329", 16.9),
    ),
}
"""Section of NACE Rev. 2.1 → jobs."""

EMPLOYERS = (
    ("Bakkerij De Gouden Korst", "C", SMALL), ("Van Duin Metaalbewerking", "C", MEDIUM),
    ("Zuivelfabriek Weidelicht", "C", LARGE), ("Bouwbedrijf Stavast", "F", MEDIUM),
    ("Elektro Lichtpunt", "F", SMALL), ("Supermarkt Het Plein", "G", MEDIUM), ("Warenhuis Vierwinden", "G", LARGE),
    ("Fietsenwinkel De Ketting", "G", SMALL), ("Pakketdienst Snelvoet", "H", LARGE),
    ("Stadsvervoer Randmeer", "H", LARGE), ("Opslag en Vracht Noorderkade", "H", MEDIUM),
    ("Hotel Het Veerhuis", "I", MEDIUM), ("Eetcafé De Lange Tafel", "I", SMALL), ("Cateraar Proefgoed", "I", MEDIUM),
    ("Schoonmaakbedrijf Helder & Fris", "O", LARGE), ("Groenvoorziening De Esdoorn", "O", MEDIUM),
    ("Uitzendbureau Aanpakkers", "O", MEDIUM), ("Zorgcentrum De Linde", "R", LARGE),
    ("Thuiszorg Dichtbij", "R", LARGE), ("Woonzorg Avondzon", "R", MEDIUM), ("Kinderopvang Klavertje", "R", MEDIUM),
)  # fmt: skip
"""Name, section of NACE Rev. 2.1, size."""

LARGEST_EMPLOYER = "Zorgcentrum De Linde"
AGENCY = "Uitzendbureau Aanpakkers"
SCHOOL = "Vakschool De Opstap"
NEIGHBOURHOOD = "Buurthuis De Ontmoeting"

MUNICIPALITIES = {
    "GM0344": ("Utrecht", "Midden-Utrecht", 34.0),
    "GM0599": ("Rotterdam", "Rijnmond", 24.0),
    "GM0363": ("Amsterdam", "Groot Amsterdam", 18.0),
    "GM0034": ("Almere", "Flevoland", 11.0),
    "GM0392": ("Haarlem", "Zuid-Kennemerland en IJmond", 8.0),
    "GM0546": ("Leiden", "Holland Rijnland", 5.0),
}
"""Code of Statistics Netherlands → name, labour-market region, weight among participants."""
