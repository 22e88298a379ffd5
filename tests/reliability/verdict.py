"""Judges a trial: of every question that had to be asked once, how often was it asked, and is that known?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import psycopg

from app.use_cases.secrets import hash_of
from tests.reliability.mail_server import Accepted

ASKED_BY = "SELECT token_hash, follow_up_id::text FROM confirmation_link WHERE token_hash = any(%s)"
QUESTIONS = """
    SELECT follow_up.id::text, follow_up.times_asked, message.mail_id, message.state, message.uncertain_at IS NOT NULL
    FROM follow_up
    LEFT JOIN follow_up_request AS request ON request.follow_up_id = follow_up.id AND request.nth = 1
    LEFT JOIN message ON message.id = request.message_id
"""


@dataclass(frozen=True)
class Verdict:
    """What became of the questions of a trial.

    `repeated` were accepted twice, with one Message-ID and on record as uncertain; `unsure` are on record as perhaps
    asked, and never were; `lost` were never asked and nobody knows; `twice` were asked again without need or record.
    """

    expected: int
    sent: int
    repeated: int
    unsure: int
    lost: int
    twice: int

    @property
    def holds(self) -> bool:
        """Whether nothing was lost, and nothing asked twice that need not be."""
        return self.lost == 0 and self.twice == 0 and self.sent + self.unsure == self.expected


def judge(database: str, accepted: Sequence[Accepted]) -> Verdict:
    """Compare what the server accepted with the questions in the database."""
    hashes = {hash_of(secret): mail for mail in accepted for secret in mail.secrets}
    with psycopg.connect(database, autocommit=True) as connection:
        asked_by: dict[str, str] = dict(connection.execute(ASKED_BY, [list(hashes)]).fetchall())
        questions = connection.execute(QUESTIONS).fetchall()
    mails: dict[str, list[str]] = {}
    for mail in accepted:
        for secret in mail.secrets:
            mails.setdefault(asked_by[hash_of(secret)], []).append(mail.mail_id)
    verdicts = Counter(
        _verdict(mails.get(question, []), times, mail_id, state, uncertain)
        for question, times, mail_id, state, uncertain in questions
    )
    return Verdict(
        expected=len(questions),
        sent=len(questions) - verdicts["lost"] - verdicts["unsure"],
        repeated=verdicts["repeated"],
        unsure=verdicts["unsure"],
        lost=verdicts["lost"],
        twice=verdicts["twice"],
    )


def _verdict(mails: list[str], times: int, mail_id: str | None, state: str | None, uncertain: bool) -> str:
    if not mails:
        return "unsure" if state == "uncertain" and times == 1 else "lost"
    if times != 1 or set(mails) != {mail_id} or state not in ("sent", "uncertain"):
        return "twice"
    if len(mails) == 1:
        return "once"
    return "repeated" if len(mails) == 2 and uncertain else "twice"
