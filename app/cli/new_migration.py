"""`make migration m="…"`: starts the next numbered migration, to be written by hand."""

import re
import sys

from alembic import command
from alembic.script import ScriptDirectory

from app.migrate import MIGRATIONS, configuration


def main(purpose: str) -> None:
    """Write a file with the next number and nothing in it yet, after the newest migration."""
    words = re.findall(r"[a-z0-9]+", purpose.lower())
    if not words:
        sys.exit('Say what it does: make migration m="add a table of buddies"')
    newest = ScriptDirectory.from_config(configuration()).get_current_head() or "0"
    revision = f"{int(newest.split('_')[0]) + 1:04}_{'_'.join(words)}"
    config = configuration()
    config.set_main_option("file_template", "%%(rev)s")
    command.revision(config, message=purpose[:1].upper() + purpose[1:], rev_id=revision)
    print(MIGRATIONS / "versions" / f"{revision}.py")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
