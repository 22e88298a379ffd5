"""Collects what is wrong with what was sent, so that all of it is said at once."""

from collections.abc import Iterable
from datetime import date

from app.errors import FieldError, InvalidInput
from app.models import Trajectory
from app.rules.sentence import Sentence


def fault(name: str, code: str, reason: Sentence) -> FieldError:
    """One thing that is not right, by the name of its field."""
    return FieldError(name, code, reason)


def raise_for(faults: Iterable[FieldError | None]) -> None:
    """Refuse when there is any fault, with all of them."""
    found = [one for one in faults if one is not None]
    if found:
        raise InvalidInput(found)


def not_in_future(name: str, day: date, today: date) -> FieldError | None:
    """What has not happened yet cannot be recorded."""
    if day <= today:
        return None
    return fault(name, "in-future", Sentence("This day is still to come."))


def not_passed(name: str, day: date, today: date) -> FieldError | None:
    """What is still to be done cannot have had to be done yesterday."""
    if day >= today:
        return None
    return fault(name, "too-early", Sentence("This day has passed. Give a day from today on."))


def not_before(name: str, day: date | None, first: date) -> FieldError | None:
    """An end does not come before its beginning."""
    if day is None or day >= first:
        return None
    return fault(name, "too-early", Sentence("This day is before %(day)s.", day=first))


def not_before_trajectory(name: str, day: date, trajectory: Trajectory) -> FieldError | None:
    """A placement belongs to the programme: it does not begin before the trajectory does."""
    if trajectory.started_on and day < trajectory.started_on:
        sentence = Sentence(
            "The trajectory starts on %(day)s; a placement of it does not begin before that day.",
            day=trajectory.started_on,
        )
        return fault(name, "before-trajectory", sentence)
    return not_before(name, day, trajectory.registered_on)


def kept_without_promise(*, promised: bool | None, kept: bool | None) -> FieldError | None:
    """Only a promise that was made can be kept, or not."""
    if kept is None or promised:
        return None
    sentence = Sentence("Say first that a job was promised beforehand. Only then can the promise be kept.")
    return fault("job_guarantee_kept", "not-promised", sentence)
