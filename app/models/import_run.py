"""Imports: an uploaded workbook between preview and confirmation, and what became of it."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.models.base import Changeable, Identified, closed_list
from app.rules.code_lists import ImportState


class ImportRun(Identified, Changeable, table=True):
    """One upload. `content` is emptied when the import is done; `verdicts` is the report shown to whoever uploaded."""

    __tablename__ = "import_run"

    account_id: UUID = Field(foreign_key="account.id", index=True)
    file_name: str = Field(max_length=255)
    sha256: str = Field(max_length=64)
    content: bytes | None = None
    state: ImportState = Field(default=ImportState.READING, sa_type=closed_list(ImportState))
    rows_done: int = 0
    rows_total: int = 0
    message: str | None = None
    verdicts: dict[str, object] = Field(default_factory=dict, sa_type=JSONB)
