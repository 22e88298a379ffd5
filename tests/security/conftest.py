"""The dossier of the API tests, and the programs that call for several people."""

from tests.routers.api.conftest import (
    administrator,
    coach,
    coordinator,
    dossier,
    employer,
    municipality,
    stranger,
)

__all__ = ["administrator", "coach", "coordinator", "dossier", "employer", "municipality", "stranger"]
