"""A pytest plugin: every run uses the template database that the first one made, as no fault changes a migration."""

import pytest

from tests.conftest import folder_of_run

RUN = "planted-faults"


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Give every run one name, and say that its template is there."""
    config.option.testrunuid = RUN
    folder = folder_of_run(RUN)
    folder.mkdir(exist_ok=True)
    (folder / "template-made").touch()
