"""One trajectory on one page, and what can be recorded there."""
