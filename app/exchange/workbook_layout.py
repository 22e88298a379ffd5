"""The coordinator's workbook as data: its sheets, their columns, and how each column is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from app.exchange import closed_lists
from app.exchange.cells import a_decimal, a_text, a_whole_number, one_of, several, yes_or_no
from app.exchange.code_cells import (
    a_kvk_number,
    a_language_code,
    a_municipality,
    a_phone_number,
    a_sector,
    an_email,
    an_isco_code,
)
from app.exchange.date_cells import a_birth_day, a_day
from app.exchange.reading import Reader
from app.exchange.row_contents import (
    ContactContent,
    FollowUpContent,
    LanguageContent,
    ObservationContent,
    ParticipantContent,
    PlacementContent,
    RatingContent,
    TrajectoryContent,
)
from app.exchange.wording import Wording, say

Content = TypeVar("Content", covariant=True)


class SheetName(StrEnum):
    """The sheets, in the order in which they build on each other."""

    PARTICIPANTS = "Deelnemers"
    TRAJECTORIES = "Trajecten"
    LANGUAGE_MEASUREMENTS = "Taalmetingen"
    CONTACTS = "Contacten"
    PLACEMENTS = "Plaatsingen"
    OBSERVATIONS = "Waarnemingen"
    FOLLOW_UPS = "Opvolgingen"
    RATINGS = "Beoordelingen"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head as coordinators write it, the field it fills, what it is called, how it is read."""

    head: str
    field: str
    called: Wording
    read: Reader
    required: bool = False


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Content]):
    """A sheet with its columns; ``content`` makes the content of a row from the fields that were read.

    ``required`` sheets must be in the file; a sheet that is not may be absent.
    """

    name: SheetName
    content: Callable[..., Content]
    columns: tuple[Column, ...]
    required: bool = False

    def column_of(self, field: str) -> Column:
        """The column that fills a field."""
        return next(column for column in self.columns if column.field == field)


def _required(head: str, field: str, called: Wording, read: Reader) -> Column:
    return Column(head, field, called, read, required=True)


an_hour_count = a_decimal(0, 80, decimals=1)
a_wage = a_decimal(0, 1000, decimals=2)
a_ladder_step = a_whole_number(1, 6)
a_name = a_text(200)
a_number = a_text(50)
a_reason = a_text(2000)

OF_TRAJECTORY = _required("Traject", "trajectory", say("trajectory"), a_number)
OF_PLACEMENT = Column("Plaatsing", "placement", say("placement"), a_number)

PARTICIPANTS = Sheet(
    SheetName.PARTICIPANTS,
    ParticipantContent,
    (
        _required("Nummer", "number", say("number"), a_number),
        _required("Voornaam", "first_name", say("first name"), a_name),
        _required("Achternaam", "last_name", say("last name"), a_name),
        Column("Geboortedatum", "birth_date", say("birth date"), a_birth_day),
        Column("Geslacht", "gender", say("gender"), one_of(closed_lists.GENDERS)),
        Column("Gemeente", "municipality", say("municipality"), a_municipality),
        Column(
            "Verblijfsgrond",
            "residence_ground",
            say("residence ground"),
            one_of(closed_lists.RESIDENCE_GROUNDS),
        ),
        Column("Jaar van aankomst", "arrival_year", say("year of arrival"), a_whole_number(1900, 2100)),
        Column("Uitkering", "benefit", say("benefit"), one_of(closed_lists.BENEFITS)),
        Column("Opleiding", "education", say("education"), a_whole_number(0, 8)),
        Column("Diploma erkend", "diploma_recognised", say("diploma recognised"), yes_or_no),
        Column("Eerder beroep", "earlier_occupations", say("earlier occupation"), several(an_isco_code)),
        Column("Gewenste sector", "wished_sectors", say("wished sector"), several(a_sector)),
        Column("Gewenst beroep", "wished_occupations", say("wished occupation"), several(an_isco_code)),
        Column("Gewenste uren", "wished_hours", say("wished hours"), an_hour_count),
        Column("E-mail", "email", say("e-mail address"), an_email),
        Column("Telefoon", "phone", say("telephone number"), a_phone_number),
        Column("Contacttaal", "contact_language", say("contact language"), a_language_code),
    ),
    required=True,
)

TRAJECTORIES = Sheet(
    SheetName.TRAJECTORIES,
    TrajectoryContent,
    (
        _required("Nummer", "number", say("number"), a_number),
        _required("Deelnemer", "participant", say("participant"), a_number),
        _required("Programma", "programme", say("programme"), a_name),
        Column("Lichting", "cohort", say("cohort"), a_text(100)),
        _required("Aangemeld op", "registered_on", say("registration date"), a_day),
        Column("Gescreend op", "screened_on", say("screening date"), a_day),
        Column("Besluit", "decision", say("decision"), one_of(closed_lists.DECISIONS)),
        Column("Reden besluit", "decision_reason", say("reason of the decision"), a_reason),
        Column("Gestart op", "started_on", say("start date"), a_day),
        Column("Beëindigd op", "ended_on", say("end date"), a_day),
        Column("Afloop", "end_outcome", say("outcome"), one_of(closed_lists.END_OUTCOMES)),
        Column("Reden einde", "end_reason", say("reason of the end"), a_reason),
        Column("Bestemming", "destination", say("destination"), one_of(closed_lists.DESTINATIONS)),
        Column("Ladder begin", "ladder_start", say("ladder at the start"), a_ladder_step),
        Column("Ladder eind", "ladder_end", say("ladder at the end"), a_ladder_step),
        Column("Coördinator", "coordinator", say("coordinator"), a_name),
        Column("Coach", "coach", say("coach"), a_name),
    ),
    required=True,
)

LANGUAGE_MEASUREMENTS = Sheet(
    SheetName.LANGUAGE_MEASUREMENTS,
    LanguageContent,
    (
        OF_TRAJECTORY,
        _required("Datum", "measured_on", say("date"), a_day),
        _required("Vaardigheid", "skill", say("language skill"), one_of(closed_lists.LANGUAGE_SKILLS)),
        _required("Niveau", "level", say("language level"), one_of(closed_lists.LANGUAGE_LEVELS)),
        Column("Instrument", "instrument", say("instrument"), a_text(100)),
        Column("Officieel", "official", say("official"), yes_or_no),
    ),
)

CONTACTS = Sheet(
    SheetName.CONTACTS,
    ContactContent,
    (
        OF_TRAJECTORY,
        _required("Datum", "contacted_on", say("date"), a_day),
        Column("Soort", "kind", say("kind of contact"), one_of(closed_lists.CONTACT_KINDS)),
        Column("Minuten", "minutes", say("minutes"), a_whole_number(0, 1440)),
        Column("Opkomst", "attendance", say("attendance"), one_of(closed_lists.ATTENDANCES)),
        Column("Onderwerpen", "topics", say("topic"), several(a_text(100))),
        Column("Notitie", "note", say("note"), a_text(10_000)),
    ),
)

PLACEMENTS = Sheet(
    SheetName.PLACEMENTS,
    PlacementContent,
    (
        _required("Nummer", "number", say("number"), a_number),
        OF_TRAJECTORY,
        _required("Werkgever", "employer", say("employer"), a_name),
        Column("KvK", "kvk_number", say("KvK number"), a_kvk_number),
        _required("Soort", "kind", say("kind of placement"), one_of(closed_lists.SPELL_KINDS)),
        Column("Functie", "job_title", say("job title"), a_name),
        Column("ISCO", "occupation", say("occupation"), an_isco_code),
        Column("Contract", "contract", say("contract"), one_of(closed_lists.CONTRACTS)),
        Column("Uren", "hours", say("hours"), an_hour_count),
        Column("Uurloon", "hourly_wage", say("hourly wage"), a_wage),
        _required("Start", "starts_on", say("start date"), a_day),
        Column("Verwacht einde", "expected_end_on", say("expected end date"), a_day),
        Column("Einde", "ends_on", say("end date"), a_day),
        Column("Reden einde", "end_reason", say("reason of the end"), a_reason),
        Column("Baangarantie", "job_guarantee", say("job guarantee"), yes_or_no),
    ),
)

OBSERVATIONS = Sheet(
    SheetName.OBSERVATIONS,
    ObservationContent,
    (
        OF_TRAJECTORY,
        OF_PLACEMENT,
        _required("Datum", "observed_on", say("date"), a_day),
        _required("Betaald werk", "in_paid_work", say("paid work"), yes_or_no),
        _required("Bron", "source", say("source"), one_of(closed_lists.SOURCES)),
        Column("Uren", "hours", say("hours"), an_hour_count),
        Column("Contract", "contract", say("contract"), one_of(closed_lists.CONTRACTS)),
        Column("Uurloon", "hourly_wage", say("hourly wage"), a_wage),
    ),
)

FOLLOW_UPS = Sheet(
    SheetName.FOLLOW_UPS,
    FollowUpContent,
    (
        _required("Plaatsing", "placement", say("placement"), a_number),
        _required("Maand", "month", say("month"), a_whole_number(1, 120)),
        _required("Uitkomst", "outcome", say("outcome"), one_of(closed_lists.FOLLOW_UP_OUTCOMES)),
    ),
)

RATINGS = Sheet(
    SheetName.RATINGS,
    RatingContent,
    (
        OF_TRAJECTORY,
        OF_PLACEMENT,
        _required("Datum", "rated_on", say("date"), a_day),
        _required("Door", "rated_by", say("rater"), one_of(closed_lists.RATED_BY)),
        _required("Over", "dimension", say("subject of the rating"), one_of(closed_lists.DIMENSIONS)),
        _required("Score", "score", say("score"), a_whole_number(1, 5)),
    ),
)
