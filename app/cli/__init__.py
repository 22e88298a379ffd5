"""The command line: `bestendig …`, one command per file.

Exit codes: 0 done, 1 refused or errors were found, 2 wrong usage.
"""

import sys

import typer
from pydantic import ValidationError

from app.cli import accounts, demo, generate, import_, migrate, outcomes, programmes, serve, worker
from app.errors import Refusal
from app.faults_of_input import fault_of

program = typer.Typer(
    name="bestendig",
    help="Case management for learning-work programmes that shows whether the work lasted.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
program.command("serve")(serve.run)
program.command("worker")(worker.run)
program.command("demo")(demo.run)
program.command("migrate")(migrate.run)
program.add_typer(accounts.program, name="accounts")
program.command("import")(import_.run)
program.command("outcomes")(outcomes.run)
program.command("generate")(generate.run)
program.add_typer(programmes.program, name="programmes")


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
