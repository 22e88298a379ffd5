"""`python -m app.cli`: the same as `bestendig`."""

from app.cli import main

main()
