"""Writes docs/follow-ups.md: the life of a follow-up, from the table that the program itself goes by.

`python -m app.cli.follow_up_manual` (or `make docs`) in a checkout; a test holds that the committed file is up to date.
"""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from app.rules.code_lists import FollowUpState
from app.rules.follow_up_life import CANCELLED_BECAUSE, LIFE, Hand
from app.rules.follow_up_schedule import CLOSES_AFTER, LATEST_MOVE, OPENS_BEFORE

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "follow-ups.md"

INTRODUCTION = f"""# The life of a follow-up

*This file is generated from `app/rules/follow_up_life.py`: change that, then run `make docs`.*

A follow-up is one question about one index placement (the first paid one of a trajectory) at one month of the
programme. Its day is so many calendar months after the start. It opens {OPENS_BEFORE.days} days before that day and
closes by itself {CLOSES_AFTER.days} days after it.

## Who may bring it into which state

What is not in this table is refused.

| from | to | by | reason asked | when |
|---|---|---|---|---|
"""

RULES = f"""
## When something changes

- The start of the index placement, or the months of the programme: the day is computed anew. How often was asked, and
  when, stays; an answer stays as long as it answers the question about the new day.
- Another first paid placement, or a month that is not asked any more: what nobody answered is cancelled. When the
  ground is gone it comes back, with what had been asked.
- A death, recorded at the end of a placement or of the trajectory: every open question about this person in the
  programme is cancelled, and its links stop working.
- A known last day on or after the day of the question answers it: `answeredBy` is empty then. With a last day before it
  the question stays open for the participant; the employer is not asked where somebody works now.
- A person may move the day, with a reason: from the computed one up to {LATEST_MOVE.days} days after it. An earlier
  answer would prove nothing about the computed day. A moved day stays through all changes for as long as it lies within
  these bounds; after that the computed one holds again, and the log says so.

What the program writes as the reason of a cancellation of its own; these come back, those of a person do not:

"""


def manual() -> str:
    """The whole file."""
    rows = [
        f"| {_listed(one.before, FollowUpState)} | {_listed(one.after, FollowUpState)} | {_listed(one.by, Hand)} "
        f"| {'yes' if one.needs_reason else 'no'} | {one.why} |"
        for one in LIFE
    ]
    reasons = [f"- {sentence}" for sentence in CANCELLED_BECAUSE.values()]
    return INTRODUCTION + "\n".join(rows) + "\n" + RULES + "\n".join(reasons) + "\n"


def _listed(values: Iterable[StrEnum], in_order: type[StrEnum]) -> str:
    wanted = set(values)
    return ", ".join(one.value for one in in_order if one in wanted)


if __name__ == "__main__":
    MANUAL.write_text(manual(), encoding="utf-8")
