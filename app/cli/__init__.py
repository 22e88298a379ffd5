"""The command line: `bestendig …`, one command per file.

Exit codes: 0 done, 1 refused or errors were found, 2 wrong usage.
"""

import sys

import typer
from pydantic import ValidationError

from app.cli.commands import CommandsWhenAsked
from app.errors import Refusal
from app.faults_of_input import fault_of

program = typer.Typer(name="bestendig", cls=CommandsWhenAsked, no_args_is_help=True, pretty_exceptions_enable=False)


@program.callback()
def about() -> None:
    """Case management for learning-work programmes that shows whether the work lasted."""


def main() -> None:
    """Run the command that was asked for; a refusal is a sentence on the terminal and exit code 1."""
    try:
        program()
    except Refusal as refusal:
        typer.echo(refusal.detail, err=True)
        sys.exit(1)
    except ValidationError as invalid:
        for fault in map(fault_of, invalid.errors()):
            typer.echo(f"{fault.name}: {fault.reason}", err=True)
        sys.exit(1)
