"""What the program does by itself, how often, and after how long a silence something is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from app.rules.sentence import Sentence


class Task(StrEnum):
    """Everything a worker can be asked to do."""

    PLAN_FOLLOW_UPS = "plan_follow_ups"
    MOVE_FOLLOW_UPS_ON = "move_follow_ups_on"
    ASK_FOLLOW_UPS = "ask_follow_ups"
    RENEW_LINKS = "renew_links"
    SEND_MESSAGES = "send_messages"
    READ_BOUNCES = "read_bounces"
    CHECK_CONSISTENCY = "check_consistency"


@dataclass(frozen=True, slots=True)
class PeriodicWork:
    """Work that comes back: `cron` says when in UTC, `in_time` after how long without it there is a fault."""

    task: Task
    name: Sentence
    cron: str
    in_time: timedelta


EVERY_MINUTE = "* * * * *"
EVERY_TEN_MINUTES = "*/10 * * * *"
EVERY_HOUR = "5 * * * *"
EVERY_NIGHT = "30 1 * * *"
SOON, WITHIN_THE_HOUR = timedelta(minutes=15), timedelta(hours=1)
WITHIN_HOURS, WITHIN_A_DAY = timedelta(hours=3), timedelta(hours=26)

PERIODIC: tuple[PeriodicWork, ...] = (
    PeriodicWork(Task.PLAN_FOLLOW_UPS, Sentence("Plan questions"), EVERY_HOUR, WITHIN_HOURS),
    PeriodicWork(Task.MOVE_FOLLOW_UPS_ON, Sentence("Open and close follow-ups"), EVERY_TEN_MINUTES, WITHIN_THE_HOUR),
    PeriodicWork(Task.ASK_FOLLOW_UPS, Sentence("Ask and remind"), EVERY_TEN_MINUTES, WITHIN_THE_HOUR),
    PeriodicWork(Task.RENEW_LINKS, Sentence("Send new links"), EVERY_TEN_MINUTES, WITHIN_THE_HOUR),
    PeriodicWork(Task.SEND_MESSAGES, Sentence("Send messages"), EVERY_MINUTE, SOON),
    PeriodicWork(Task.READ_BOUNCES, Sentence("Read mail that came back"), EVERY_TEN_MINUTES, WITHIN_THE_HOUR),
    PeriodicWork(Task.CHECK_CONSISTENCY, Sentence("Look for contradictions"), EVERY_NIGHT, WITHIN_A_DAY),
)
"""All periodic work, in the order in which one complete round does it."""


def late(silent_for: Mapping[str, timedelta]) -> tuple[PeriodicWork, ...]:
    """The work that has not been done in time. `silent_for` is how long ago each was last done well; never: left out.

    Work that was never done is late: a worker does everything at once when it first starts.
    """
    return tuple(work for work in PERIODIC if silent_for.get(work.task, timedelta.max) > work.in_time)
