"""The list of municipalities, loaded by the installation from the list of Statistics Netherlands."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from app.models.organisation import MUNICIPALITY_CODE


class Municipality(SQLModel, table=True):
    """A municipality with its CBS code; `search_name` is the name without case and accents."""

    __table_args__ = (CheckConstraint(f"code ~ '{MUNICIPALITY_CODE}'", name="code"),)

    code: str = Field(primary_key=True, max_length=6)
    name: str
    search_name: str = Field(index=True)
    labour_market_region: str | None = None
