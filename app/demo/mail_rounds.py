"""Which mails contact persons would have had, by the rules by which the program asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.rules.asking_schedule import Question, next_asking

A_DAY = timedelta(days=1)


@dataclass
class Asked:
    """A follow-up, the day on which it was closed if it was, and whether an answer with a link did that."""

    question: Question
    stops_on: date | None
    answered_by_link: bool
    mails: list[date] = field(default_factory=list)

    def is_open(self, on: date) -> bool:
        """Whether an answer is still waited for on the morning of a day."""
        return self.stops_on is None or on < self.stops_on or (on == self.stops_on and self.answered_by_link)

    def was_asked(self, on: date) -> None:
        """Count an asking."""
        self.mails.append(on)
        self.question = replace(self.question, times_asked=len(self.mails), last_asked_on=on)


def mails_to(asked: Sequence[Asked], since: date, until: date) -> Iterator[tuple[date, list[Asked]]]:
    """Each mail to one address between two days, both included, with what it asked."""
    day, last_mail_on = since, None
    while True:
        waiting = {one.question.follow_up_id: one for one in asked if one.is_open(day)}
        asking = next_asking([one.question for one in waiting.values()], day, last_mail_on=last_mail_on)
        if asking is None or asking.on > until:
            return
        going = [one for each in asking.questions if (one := waiting[each.follow_up_id]).is_open(asking.on)]
        for one in going:
            one.was_asked(asking.on)
        if going:
            last_mail_on = asking.on
            yield asking.on, going
        day = asking.on + A_DAY if going else day + A_DAY
