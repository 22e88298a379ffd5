"""Organisations: municipalities, employers, schools and the others that make a programme together."""

from pydantic import field_validator
from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.base import Changeable, Identified, PublicVersion, Shape, TextList, closed_list
from app.rules.code_lists import OrganisationRole, OrganisationSize

KVK_NUMBER = r"^[0-9]{8}$"
NACE_SECTION = r"^[A-V]$"
MUNICIPALITY_CODE = r"^GM[0-9]{4}$"


class OrganisationFields(Shape):
    """What is known of an organisation.

    `kvk_number` is the eight-digit number of the Dutch trade register, `nace_section` the section letter of
    NACE Rev. 2.1, `municipality_code` the CBS code of a municipality itself.
    """

    name: str = Field(min_length=1, max_length=200)
    roles: list[OrganisationRole] = Field(default_factory=list, sa_type=TextList)
    kvk_number: str | None = Field(default=None, max_length=8, schema_extra={"pattern": KVK_NUMBER})
    municipality_code: str | None = Field(default=None, max_length=6, schema_extra={"pattern": MUNICIPALITY_CODE})
    nace_section: str | None = Field(default=None, max_length=1, schema_extra={"pattern": NACE_SECTION})
    size: OrganisationSize | None = Field(default=None, sa_type=closed_list(OrganisationSize))

    @field_validator("name")
    @classmethod
    def _trimmed(cls, name: str) -> str:
        return name.strip()


class OrganisationCreate(OrganisationFields):
    """A new organisation."""


class OrganisationPublic(OrganisationFields, PublicVersion):
    """An organisation as the API shows it."""


class Organisation(Identified, OrganisationFields, Changeable, table=True):
    """An organisation. One organisation can have several roles."""

    __table_args__ = (
        CheckConstraint(f"kvk_number ~ '{KVK_NUMBER}'", name="kvk_number"),
        CheckConstraint(f"municipality_code ~ '{MUNICIPALITY_CODE}'", name="municipality_code"),
        CheckConstraint(f"nace_section ~ '{NACE_SECTION}'", name="nace_section"),
    )
