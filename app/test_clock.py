"""The test clock: another *today*, to rehearse what happens months from now. Never where real people are served."""

from datetime import UTC, date, datetime

from app import clock
from app.errors import Forbidden, InvalidInput, Refusal
from app.rules.sentence import Sentence
from app.settings import settings

FIRST_YEAR, LAST_YEAR = 2000, 2099
NOT_A_MOMENT = Sentence("Give a day as 2028-11-21, or a moment as 2028-11-21T10:00, between 2000 and 2099.")
NOT_ALLOWED = Sentence("The test clock is not switched on here, so the day cannot be moved.")


def refuse_in_production() -> None:
    """Refuse to start where the test clock is switched on for real people."""
    if settings().allow_test_clock and settings().environment == "production":
        raise Refusal(
            "BESTENDIG_ALLOW_TEST_CLOCK is only for trying things out: it moves what counts as today. "
            "Leave it out, or set BESTENDIG_ENVIRONMENT to development or test."
        )


def moment_asked_for(text: str) -> datetime:
    """The moment, in UTC, that somebody wants it to be; a bare day keeps the time of day of now.

    Without an offset it is Dutch time. Raises Forbidden where the test clock is off, InvalidInput when it is no moment.
    """
    if not settings().allow_test_clock or settings().environment == "production":
        raise Forbidden(NOT_ALLOWED)
    try:
        moment = _moment(text.strip())
    except ValueError:
        raise InvalidInput.of("today", "not-a-moment", NOT_A_MOMENT) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidInput.of("today", "not-a-moment", NOT_A_MOMENT)
    return moment.astimezone(UTC)


def _moment(text: str) -> datetime:
    if len(text) == len("2028-11-21"):
        time_of_day = clock.real_now().astimezone(clock.DUTCH_TIME).time()
        return datetime.combine(date.fromisoformat(text), time_of_day, clock.DUTCH_TIME)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=clock.DUTCH_TIME)
