"""The documents from which the catalogue takes its facts, by the short names that the facts are signed with."""

from collections.abc import Mapping

from app.rules.sentence import Sentence

DOCUMENTS: Mapping[str, Sentence] = {
    "SER": Sentence("Social and Economic Council and Talentenlab, study of seventeen learning-work programmes, 2021"),
    "Risbo": Sentence("Risbo, “Arbeidstoeleiding over de grens”, study of programmes abroad, 2023"),
    "KIS": Sentence("Kennisplatform Integratie & Samenleving, “Leren van verschillende doelgroepen”, 2019"),
    "VIA-2020": Sentence("Ministry of Social Affairs, “Programma Verdere Integratie op de Arbeidsmarkt”, 2020"),
    "VIA-2023": Sentence("Letter of the Minister of Social Affairs to parliament, 29 544, number 1226, 2023"),
    "Overview": Sentence("Our own overview of these programmes; the documents themselves do not say this"),
}


def documents_in(place: str) -> list[str]:
    """The documents in which a place lies: "SER 3.4 and SER 5.2" and "SER 3.4, note 21" are in SER.

    Raises ValueError for a place in no known document, or one that says no more than the document.
    """
    short, _, where = place.partition(" ")
    if short.rstrip(",") not in DOCUMENTS or not where:
        raise ValueError(f"“{place}” is no place in one of: {', '.join(DOCUMENTS)}.")
    return [document for document in DOCUMENTS if document in place.replace(",", " ").split()]
