"""Workers that are killed in the middle of sending, more than one at once, and a line or a database that goes away."""

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import count, cycle
from multiprocessing.process import BaseProcess
from signal import SIGCONT, SIGSTOP
from threading import Event

import psycopg

from tests.reliability.mail_server import Cut, Fault, MailServer, Reply, Step, nothing_wrong
from tests.reliability.town import at_hour
from tests.reliability.verdict import Verdict, judge
from tests.reliability.worker_process import FastClock, Post, kill, started

MONDAY_MORNING = at_hour(date(2026, 3, 2), 9)
PATIENCE_SECONDS = 180.0
LEASE_SECONDS, LONG_LEASE_SECONDS = 2.0, 30.0
"""Short where workers end before their time, so that what they left is soon taken up."""
KILLED_WITHIN = 3
"""Dialogues that a worker has before it is killed, at most."""
SENDING_TAKES_SECONDS = 0.1
IDLE_AT_MOST_SECONDS = 60.0
UNSETTLED = "SELECT count(*) FROM follow_up WHERE times_asked = 0"


@dataclass
class Trial:
    """A trial: a database with questions that are ready, a mail server, and workers."""

    database: str
    server: MailServer
    lease_seconds: float = LEASE_SECONDS
    faults: int = 0
    workers: list[BaseProcess] = field(default_factory=list)
    clock: FastClock = field(default_factory=lambda: FastClock(time.monotonic(), MONDAY_MORNING))

    def start(self) -> BaseProcess:
        """One more worker."""
        worker = started(Post(self.database, self.server.port, self.lease_seconds), self.clock)
        self.workers.append(worker)
        return worker

    def kill(self, worker: BaseProcess) -> None:
        """End a worker in the middle of whatever it does."""
        kill(worker)
        worker.join()
        self.workers.remove(worker)

    def unsettled(self) -> int:
        """How many questions are not on record as asked; -1 when the database does not answer."""
        with suppress(psycopg.OperationalError), psycopg.connect(self.database, autocommit=True) as connection:
            row = connection.execute(UNSETTLED).fetchone()
            return int(row[0]) if row else 0
        return -1

    def until(self, unsettled: int) -> None:
        """Wait until no more than so many questions are left, or until patience ends."""
        give_up_at = time.monotonic() + PATIENCE_SECONDS
        while not 0 <= self.unsettled() <= unsettled and time.monotonic() < give_up_at:
            time.sleep(0.02)

    def verdict(self) -> Verdict:
        """What became of the questions."""
        return judge(self.database, self.server.accepted)


@contextmanager
def trial(database: str, workers: int = 0, lease_seconds: float = LEASE_SECONDS) -> Iterator[Trial]:
    """A mail server and workers; at the end everything has been asked and no worker is left."""
    with MailServer() as server:
        going_on = Trial(database, server, lease_seconds)
        try:
            for _ in range(workers):
                going_on.start()
            yield going_on
            going_on.until(0)
        finally:
            for worker in list(going_on.workers):
                going_on.kill(worker)


def several_workers(database: str, workers: int) -> Trial:
    """Let several workers ask and send at once."""
    with trial(database, workers, lease_seconds=LONG_LEASE_SECONDS) as going_on:
        going_on.faults = workers
    return going_on


def killed_while_sending(database: str, kills: int, seed: int = 1) -> Trial:
    """Kill a worker again and again: by turns at a step of the dialogue, and at any moment while it sends."""
    chance = random.Random(seed)
    with trial(database) as going_on:
        steps = cycle(Step)
        while going_on.faults < kills and going_on.unsettled() > KILLED_WITHIN:
            if going_on.faults % 2:
                _killed_at(
                    going_on, Step.CONNECTED, chance.randrange(KILLED_WITHIN), chance.uniform(0, SENDING_TAKES_SECONDS)
                )
            else:
                _killed_at(going_on, next(steps), chance.randrange(KILLED_WITHIN), 0)
        going_on.start()
    return going_on


def _killed_at(going_on: Trial, step: Step, after: int, seconds: float) -> None:
    """Kill a new worker so long after a step of one of its first dialogues; without a pause at that very step."""
    worker = going_on.start()
    left, came = count(after, -1), Event()

    def plan(now: Step, _recipient: str) -> Fault:
        if now is step and next(left) == 0:
            if not seconds:
                kill(worker)
            came.set()
        return None

    going_on.server.plan = plan
    assert came.wait(IDLE_AT_MOST_SECONDS), "There is mail to send, and a worker does not send it."
    time.sleep(seconds)
    going_on.faults += 1
    going_on.server.plan = nothing_wrong
    going_on.kill(worker)


def line_cut(database: str, times: int, seed: int = 1) -> Trial:
    """Cut the line at every step of the dialogue, also after the mail was accepted; and say "not now" at every step."""
    chance = random.Random(seed)
    faults: list[tuple[Step, Fault]] = [
        *((step, Cut()) for step in Step),
        *((step, Reply("451 4.3.0 Not now")) for step in list(Step)[:6]),
    ]
    with trial(database, workers=1) as going_on:
        left = [chance.choice(faults) for _ in range(times)]

        def plan(now: Step, _recipient: str) -> Fault:
            if left and now is left[-1][0]:
                going_on.faults += 1
                return left.pop()[1]
            return None

        going_on.server.plan = plan
    return going_on


def server_away(database: str, workers: int, seconds: float) -> Trial:
    """Close the mail server before anything is sent, and open it again a day of the fast clock later."""
    with trial(database, lease_seconds=LONG_LEASE_SECONDS) as going_on:
        going_on.server.close()
        for _ in range(workers):
            going_on.start()
        time.sleep(seconds)
        going_on.faults = 1
        going_on.server.open()
    return going_on


def frozen(database: str, times: int, seed: int = 1) -> Trial:
    """Freeze a worker for longer than its claim counts, while another works; and let it go on then."""
    chance = random.Random(seed)
    with trial(database, workers=2) as going_on:
        for _ in range(times):
            if not going_on.unsettled():
                break
            worker = chance.choice(going_on.workers)
            assert worker.pid is not None
            os.kill(worker.pid, SIGSTOP)
            time.sleep(going_on.lease_seconds * 1.5)
            os.kill(worker.pid, SIGCONT)
            time.sleep(chance.uniform(0, SENDING_TAKES_SECONDS * 3))
            going_on.faults += 1
    return going_on


def database_away(database: str, times: int, take_away: Callable[[], None], seed: int = 1) -> Trial:
    """Take the database away from two workers again and again, at any moment."""
    chance = random.Random(seed)
    with trial(database, workers=2) as going_on:
        all_questions = going_on.unsettled()
        for number in range(times):
            going_on.until(all_questions * (times - number) // (times + 1))
            time.sleep(chance.uniform(0, SENDING_TAKES_SECONDS))
            take_away()
            going_on.faults += 1
    return going_on
