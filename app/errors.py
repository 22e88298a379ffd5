"""The ways in which the program says no. The class is the kind of refusal, the message is for people.

    Refusal
    ├── InvalidInput        400  what was sent cannot be right; carries a sentence per field
    │   └── UnknownReference 400 it names something that is not there, or is not yours
    ├── NotSignedIn         401  nobody is known to be asking
    ├── Forbidden           403  you may see it, but not do this with it
    ├── NotFound            404  it is not there, or not yours to know of
    ├── Conflict            409  it contradicts what is already there
    ├── ChangedMeanwhile    412  somebody else changed it since you read it
    ├── TooLarge            413  the file is larger than accepted
    ├── VersionRequired     428  say which version you read before you change it
    └── TooManyAttempts     429  wait a little

A message never holds a name of a person, nor what was typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.rules.sentence import Sentence

NOT_THERE = Sentence("This is not there, or you may not see it.")


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field: its name in the form, a stable code, and what would be right."""

    name: str
    code: str
    reason: str


class Refusal(Exception):
    """The program will not do this. Subclasses say which kind."""

    status: ClassVar[int] = 400
    code: ClassVar[str] = "refused"
    title: ClassVar[str] = Sentence("This cannot be done")

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class InvalidInput(Refusal):
    """What was sent cannot be right; every fault is listed at once."""

    code = "invalid-input"
    title = Sentence("Something is not filled in correctly")

    def __init__(self, errors: Sequence[FieldError], detail: str | None = None) -> None:
        super().__init__(detail or " ".join(error.reason for error in errors))
        self.errors = tuple(errors)

    @classmethod
    def of(cls, name: str, code: str, reason: str) -> "InvalidInput":
        """One fault in one field."""
        return cls([FieldError(name, code, reason)])


class UnknownReference(InvalidInput):
    """It names something that is not there, or is not yours to know of."""


class NotSignedIn(Refusal):
    """Nobody is known to be asking."""

    status = 401
    code = "not-signed-in"
    title = Sentence("Sign in first")


class Forbidden(Refusal):
    """You may see it, but not do this with it."""

    status = 403
    code = "forbidden"
    title = Sentence("You may not do this")


class NotFound(Refusal):
    """It is not there, or it is not yours to know of; the two look the same on purpose."""

    status = 404
    code = "not-found"
    title = Sentence("Not found")

    def __init__(self, detail: str = NOT_THERE) -> None:
        super().__init__(detail)


class Conflict(Refusal):
    """It contradicts what is already there."""

    status = 409
    code = "conflict"
    title = Sentence("This contradicts what is already recorded")


class ChangedMeanwhile(Refusal):
    """Somebody else changed it since you read it; nothing was overwritten."""

    status = 412
    code = "changed-meanwhile"
    title = Sentence("Somebody else changed this meanwhile")


class TooLarge(Refusal):
    """The file is larger than accepted."""

    status = 413
    code = "too-large"
    title = Sentence("The file is too large")


class VersionRequired(Refusal):
    """A change must say which version it was based on."""

    status = 428
    code = "version-required"
    title = Sentence("Say which version you read")


class TooManyAttempts(Refusal):
    """Too many attempts in a short time."""

    status = 429
    code = "too-many-attempts"
    title = Sentence("Wait a little")
