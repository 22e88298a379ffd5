"""What an organisation is, and how large."""

from enum import StrEnum


class OrganisationRole(StrEnum):
    """What an organisation is in the field; it can be several things at once."""

    MUNICIPALITY = "municipality"
    EMPLOYER = "employer"
    EDUCATION = "education"
    LANGUAGE_SCHOOL = "language_school"
    CIVIL_SOCIETY = "civil_society"
    REINTEGRATION = "reintegration"
    SECTOR_BODY = "sector_body"
    FUNDER = "funder"


class OrganisationSize(StrEnum):
    """Number of employees, in the classes of the European Commission's definition of small firms."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
