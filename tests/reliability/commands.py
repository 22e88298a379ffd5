"""`bestendig worker` as people run it, two at a time, killed again and again while mail goes out."""

import os
import random
import signal
import subprocess
import sys
import time
from itertools import count
from threading import Event

from tests.reliability.crashes import MONDAY_MORNING, PATIENCE_SECONDS, SENDING_TAKES_SECONDS, Trial
from tests.reliability.mail_server import Fault, MailServer, Step

BETWEEN_KILLS = 10
"""Mails that go out before the next worker is killed."""
A_ROUND_TAKES_SECONDS = 150.0
"""Work comes back every minute; a worker starts in some seconds."""


def commands_killed(database: str, kills: int, seed: int = 1) -> Trial:
    """Let two workers send, kill one of them while they do, and start another in its place."""
    chance = random.Random(seed)
    with MailServer() as server:
        going_on = Trial(database, server)
        workers = [_started(going_on), _started(going_on)]
        try:
            for _ in range(kills):
                _until_mails_go_out(server)
                time.sleep(chance.uniform(0, SENDING_TAKES_SECONDS))
                killed = workers.pop(chance.randrange(2))
                killed.kill()
                killed.wait()
                going_on.faults += 1
                workers.append(_started(going_on))
            going_on.until(0)
        finally:
            for worker in workers:
                worker.send_signal(signal.SIGTERM)
                worker.wait(PATIENCE_SECONDS)
    return going_on


def _until_mails_go_out(server: MailServer) -> None:
    came, left = Event(), count(BETWEEN_KILLS, -1)

    def plan(step: Step, _recipient: str) -> Fault:
        if step is Step.CONNECTED and next(left) == 0:
            came.set()
        return None

    server.plan = plan
    came.wait(A_ROUND_TAKES_SECONDS)


def _started(going_on: Trial) -> subprocess.Popen[bytes]:
    chosen = {
        "DATABASE_URL": going_on.database,
        "BESTENDIG_ENVIRONMENT": "test",
        "BESTENDIG_ALLOW_TEST_CLOCK": "true",
        "BESTENDIG_SMTP_HOST": "127.0.0.1",
        "BESTENDIG_SMTP_PORT": str(going_on.server.port),
        "BESTENDIG_SMTP_SECURITY": "none",
        "BESTENDIG_MAIL_FROM": "vraag@example.org",
        "BESTENDIG_MESSAGE_LEASE_SECONDS": "2",
    }
    now = MONDAY_MORNING.strftime("%Y-%m-%dT%H:%M")
    return subprocess.Popen(
        [sys.executable, "-m", "app.cli", "worker", "--today", now],
        env={**os.environ, **chosen},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
