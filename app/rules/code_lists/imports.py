"""Workbooks that come in."""

from enum import StrEnum


class ImportState(StrEnum):
    """Where the import of a workbook stands."""

    READING = "reading"
    PREVIEWED = "previewed"
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"
