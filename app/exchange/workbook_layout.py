"""The coordinator's workbook as data: its sheets, their columns, and how each column is read."""

from __future__ import annotations

from app.exchange import closed_lists
from app.exchange.cells import a_decimal, a_text, a_whole_number, one_of, several, yes_or_no
from app.exchange.code_cells import (
    a_kvk_number,
    a_language_code,
    a_municipality,
    a_phone_number,
    a_sector,
    an_address_to_write_to,
    an_email,
    an_isco_code,
)
from app.exchange.date_cells import a_birth_day, a_day
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
from app.exchange.workbook_parts import Column, Sheet, SheetName, required
from app.rules.sentence import Sentence

an_hour_count = a_decimal(0, 80, decimals=1)
a_wage = a_decimal(0, 1000, decimals=2)
a_ladder_step = a_whole_number(1, 6)
a_name = a_text(200)
a_number = a_text(50)
a_reason = a_text(2000)

OF_TRAJECTORY = required("Traject", "trajectory", Sentence("trajectory"), a_number)
OF_PLACEMENT = Column("Plaatsing", "placement", Sentence("placement"), a_number)

PARTICIPANTS = Sheet(
    SheetName.PARTICIPANTS,
    ParticipantContent,
    (
        required("Nummer", "number", Sentence("number"), a_number),
        required("Voornaam", "first_name", Sentence("first name"), a_name),
        required("Achternaam", "last_name", Sentence("last name"), a_name),
        Column("Geboortedatum", "birth_date", Sentence("birth date"), a_birth_day),
        Column("Geslacht", "gender", Sentence("gender"), one_of(closed_lists.GENDERS)),
        Column("Gemeente", "municipality", Sentence("municipality"), a_municipality),
        Column(
            "Verblijfsgrond",
            "residence_ground",
            Sentence("residence ground"),
            one_of(closed_lists.RESIDENCE_GROUNDS),
        ),
        Column("Jaar van aankomst", "arrival_year", Sentence("year of arrival"), a_whole_number(1900, 2100)),
        Column("Uitkering", "benefit", Sentence("benefit"), one_of(closed_lists.BENEFITS)),
        Column("Opleiding", "education", Sentence("education"), a_whole_number(0, 8)),
        Column("Diploma erkend", "diploma_recognised", Sentence("diploma recognised"), yes_or_no),
        Column("Eerder beroep", "earlier_occupations", Sentence("earlier occupation"), several(an_isco_code)),
        Column("Gewenste sector", "wished_sectors", Sentence("wished sector"), several(a_sector)),
        Column("Gewenst beroep", "wished_occupations", Sentence("wished occupation"), several(an_isco_code)),
        Column("Gewenste uren", "wished_hours", Sentence("wished hours"), an_hour_count),
        Column("E-mail", "email", Sentence("e-mail address"), an_email),
        Column("Telefoon", "phone", Sentence("telephone number"), a_phone_number),
        Column("Contacttaal", "contact_language", Sentence("contact language"), a_language_code),
    ),
    required=True,
)

TRAJECTORIES = Sheet(
    SheetName.TRAJECTORIES,
    TrajectoryContent,
    (
        required("Nummer", "number", Sentence("number"), a_number),
        required("Deelnemer", "participant", Sentence("participant"), a_number),
        required("Programma", "programme", Sentence("programme"), a_name),
        Column("Lichting", "cohort", Sentence("cohort"), a_text(100)),
        required("Aangemeld op", "registered_on", Sentence("registration date"), a_day),
        Column("Gescreend op", "screened_on", Sentence("screening date"), a_day),
        Column("Besluit", "decision", Sentence("decision"), one_of(closed_lists.DECISIONS)),
        Column("Reden besluit", "decision_reason", Sentence("reason of the decision"), a_reason),
        Column("Gestart op", "started_on", Sentence("start date"), a_day),
        Column("Beëindigd op", "ended_on", Sentence("end date"), a_day),
        Column("Afloop", "end_outcome", Sentence("outcome"), one_of(closed_lists.END_OUTCOMES)),
        Column("Reden einde", "end_reason", Sentence("reason of the end"), a_reason),
        Column("Bestemming", "destination", Sentence("destination"), one_of(closed_lists.DESTINATIONS)),
        Column("Ladder begin", "ladder_start", Sentence("ladder at the start"), a_ladder_step),
        Column("Ladder eind", "ladder_end", Sentence("ladder at the end"), a_ladder_step),
        Column("Coördinator", "coordinator", Sentence("coordinator"), a_name),
        Column("Coach", "coach", Sentence("coach"), a_name),
    ),
    required=True,
)

LANGUAGE_MEASUREMENTS = Sheet(
    SheetName.LANGUAGE_MEASUREMENTS,
    LanguageContent,
    (
        OF_TRAJECTORY,
        required("Datum", "measured_on", Sentence("date"), a_day),
        required("Vaardigheid", "skill", Sentence("language skill"), one_of(closed_lists.LANGUAGE_SKILLS)),
        required("Niveau", "level", Sentence("language level"), one_of(closed_lists.LANGUAGE_LEVELS)),
        Column("Instrument", "instrument", Sentence("instrument"), a_text(100)),
        Column("Officieel", "official", Sentence("official"), yes_or_no),
    ),
)

CONTACTS = Sheet(
    SheetName.CONTACTS,
    ContactContent,
    (
        OF_TRAJECTORY,
        required("Datum", "contacted_on", Sentence("date"), a_day),
        Column("Soort", "kind", Sentence("kind of contact"), one_of(closed_lists.CONTACT_KINDS)),
        Column("Minuten", "minutes", Sentence("minutes"), a_whole_number(0, 1440)),
        Column("Opkomst", "attendance", Sentence("attendance"), one_of(closed_lists.ATTENDANCES)),
        Column("Onderwerpen", "topics", Sentence("topic"), several(a_text(100))),
        Column("Notitie", "note", Sentence("note"), a_text(10_000)),
    ),
)

PLACEMENTS = Sheet(
    SheetName.PLACEMENTS,
    PlacementContent,
    (
        required("Nummer", "number", Sentence("number"), a_number),
        OF_TRAJECTORY,
        required("Werkgever", "employer", Sentence("employer"), a_name),
        Column("KvK", "kvk_number", Sentence("KvK number"), a_kvk_number),
        required("Soort", "kind", Sentence("kind of placement"), one_of(closed_lists.SPELL_KINDS)),
        Column("Functie", "job_title", Sentence("job title"), a_name),
        Column("ISCO", "occupation", Sentence("occupation"), an_isco_code),
        Column("Contract", "contract", Sentence("contract"), one_of(closed_lists.CONTRACTS)),
        Column("Uren", "hours", Sentence("hours"), an_hour_count),
        Column("Uurloon", "hourly_wage", Sentence("hourly wage"), a_wage),
        required("Start", "starts_on", Sentence("start date"), a_day),
        Column("Verwacht einde", "expected_end_on", Sentence("expected end date"), a_day),
        Column("Einde", "ends_on", Sentence("end date"), a_day),
        Column("Reden einde", "end_reason", Sentence("reason of the end"), a_reason),
        Column("Baangarantie", "job_guarantee", Sentence("job guarantee"), yes_or_no),
        Column("Contactpersoon", "contact_name", Sentence("contact person"), a_name),
        Column(
            "E-mail contactpersoon",
            "contact_email",
            Sentence("e-mail address of the contact person"),
            an_address_to_write_to,
        ),
        Column(
            "Telefoon contactpersoon",
            "contact_phone",
            Sentence("telephone number of the contact person"),
            a_phone_number,
        ),
        Column(
            "Taal contactpersoon",
            "contact_written_in",
            Sentence("language of the contact person"),
            one_of(closed_lists.MESSAGE_LANGUAGES),
        ),
    ),
)

OBSERVATIONS = Sheet(
    SheetName.OBSERVATIONS,
    ObservationContent,
    (
        OF_TRAJECTORY,
        OF_PLACEMENT,
        required("Datum", "observed_on", Sentence("date"), a_day),
        required("Betaald werk", "in_paid_work", Sentence("paid work"), yes_or_no),
        required("Bron", "source", Sentence("source"), one_of(closed_lists.SOURCES)),
        Column("Bijstand", "on_social_assistance", Sentence("social assistance"), yes_or_no),
        Column("Uren", "hours", Sentence("hours"), an_hour_count),
        Column("Contract", "contract", Sentence("contract"), one_of(closed_lists.CONTRACTS)),
        Column("Uurloon", "hourly_wage", Sentence("hourly wage"), a_wage),
    ),
)

FOLLOW_UPS = Sheet(
    SheetName.FOLLOW_UPS,
    FollowUpContent,
    (
        required("Plaatsing", "placement", Sentence("placement"), a_number),
        required("Maand", "month", Sentence("month"), a_whole_number(1, 120)),
        required("Uitkomst", "outcome", Sentence("outcome"), one_of(closed_lists.FOLLOW_UP_OUTCOMES)),
    ),
)

RATINGS = Sheet(
    SheetName.RATINGS,
    RatingContent,
    (
        OF_TRAJECTORY,
        OF_PLACEMENT,
        required("Datum", "rated_on", Sentence("date"), a_day),
        required("Door", "rated_by", Sentence("rater"), one_of(closed_lists.RATED_BY)),
        required("Over", "dimension", Sentence("subject of the rating"), one_of(closed_lists.DIMENSIONS)),
        required("Score", "score", Sentence("score"), a_whole_number(1, 5)),
    ),
)
