"""The option `--today` of commands for which it matters which day it is."""

from typing import Annotated

import typer

from app import clock
from app.test_clock import moment_asked_for, refuse_in_production

Today = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Rehearse another day: 2028-11-21, or 2028-11-21T10:00. Only with BESTENDIG_ALLOW_TEST_CLOCK=true.",
    ),
]


def rehearse(today: str | None) -> None:
    """Move the clock of this process to the day that was asked for, if any."""
    refuse_in_production()
    if today is not None:
        clock.move_to(moment_asked_for(today))
