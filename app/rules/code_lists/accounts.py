"""Who signs in, and what they may do."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody may do in Bestendig; held through a membership."""

    COORDINATOR = "coordinator"
    COACH = "coach"
    EMPLOYER = "employer"
    MUNICIPALITY = "municipality"
    ADMINISTRATOR = "administrator"


class AccountKind(StrEnum):
    """A person who signs in, or a machine that calls the API."""

    PERSON = "person"
    MACHINE = "machine"
