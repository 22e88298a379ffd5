"""What the values of the lists in `app/rules/code_lists/contacts.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.contacts import (
    Attendance,
    ContactChannel,
    ContactKind,
    ContactParty,
    ContactTopic,
    GroupSessionKind,
)
from app.rules.sentence import Sentence

CONTACTS: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    ContactKind: {
        "intake": Sentence("Intake"),
        "progress": Sentence("Progress"),
        "workplace_visit": Sentence("Visit to the workplace"),
        "with_employer": Sentence("With the employer"),
        "group": Sentence("Group"),
        "crisis": Sentence("Urgent help"),
        "aftercare": Sentence("Aftercare"),
    },
    ContactChannel: {
        "in_person": Sentence("In person"),
        "telephone": Sentence("By telephone"),
        "video": Sentence("By video"),
        "message": Sentence("By message"),
    },
    Attendance: {
        "came": Sentence("Came"),
        "late": Sentence("Came late"),
        "did_not_come": Sentence("Did not come"),
        "cancelled": Sentence("Cancelled"),
    },
    ContactTopic: {
        "work": Sentence("Finding work"),
        "workplace": Sentence("At work"),
        "language": Sentence("Language"),
        "education": Sentence("Education"),
        "civic_integration": Sentence("Civic integration"),
        "motivation": Sentence("Motivation"),
        "housing": Sentence("Housing"),
        "childcare": Sentence("Childcare"),
        "family": Sentence("Home and family"),
        "network": Sentence("People around you"),
        "debts": Sentence("Money and debts"),
        "benefit": Sentence("Benefit"),
        "health": Sentence("Health"),
        "transport": Sentence("Travelling"),
        "digital": Sentence("Working with a computer"),
        "other": Sentence("Other"),
    },
    ContactParty: {
        "participant": Sentence("Participant"),
        "family": Sentence("Family"),
        "employer": Sentence("Employer"),
        "partner": Sentence("Colleague of a partner"),
        "interpreter": Sentence("Interpreter"),
        "other": Sentence("Other"),
    },
    GroupSessionKind: {
        "training": Sentence("Training"),
        "information": Sentence("Information"),
        "peer_support": Sentence("Learning from each other"),
        "company_visit": Sentence("Visit to a company"),
        "language": Sentence("Language"),
        "other": Sentence("Other"),
    },
}
