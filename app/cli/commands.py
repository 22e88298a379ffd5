"""The commands, each loaded when it is asked for: a start does not wait for what only the other commands need."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

MODULES = {
    "serve": "serve",
    "worker": "worker",
    "demo": "demo",
    "migrate": "migrate",
    "accounts": "accounts",
    "import": "import_",
    "outcomes": "outcomes",
    "generate": "generate",
    "programmes": "programmes",
}
"""The file in this folder that holds a command as `run`, or commands as `program`; in the order of the help."""


class CommandsWhenAsked(TyperGroup):
    """The commands of the program, by name."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the help."""
        return list(MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load one command; None when there is none of this name."""
        if cmd_name not in MODULES:
            return None
        module = import_module(f"app.cli.{MODULES[cmd_name]}")
        if hasattr(module, "program"):
            command = typer.main.get_group(module.program)
            command.name = cmd_name
            return command
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(cmd_name)(module.run)
        return typer.main.get_command(alone)
