"""Rows for tests: one method per noun; a test mentions only what it is about."""

from tests.factories.accounts import Accounts
from tests.factories.asking import Asking
from tests.factories.guidance import Guidance
from tests.factories.people import People
from tests.factories.reports import Reports
from tests.factories.rows import MOMENT, TODAY
from tests.factories.running import Running
from tests.factories.screening import Screening
from tests.factories.work import Work

__all__ = ["MOMENT", "TODAY", "Factory"]


class Factory(Accounts, People, Screening, Guidance, Work, Asking, Reports, Running):
    """One method per noun. Every row is written by the operator at `at`."""
