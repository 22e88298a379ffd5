"""Dutch working days: Monday to Friday, save the public holidays on which offices are closed."""

from datetime import date, timedelta
from functools import lru_cache

KINGS_DAY = (4, 27)
LIBERATION_DAY = (5, 5)
LUSTRUM = 5
"""Liberation Day is a day off for most once in so many years."""
SATURDAY, SUNDAY = 5, 6


def is_working_day(day: date) -> bool:
    """Tell whether offices are open."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def first_working_day(day: date) -> date:
    """Find the first working day on or after a day."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


@lru_cache(maxsize=64)
def holidays(year: int) -> frozenset[date]:
    """List the public holidays of a year. Good Friday is none, and Liberation Day is one in lustrum years only."""
    easter = easter_sunday(year)
    kings_day = date(year, *KINGS_DAY)
    if kings_day.weekday() == SUNDAY:
        kings_day -= timedelta(days=1)
    days = {
        date(year, 1, 1),
        easter,
        easter + timedelta(days=1),
        kings_day,
        easter + timedelta(days=39),  # Ascension Day
        easter + timedelta(days=49),  # Whit Sunday
        easter + timedelta(days=50),
        date(year, 12, 25),
        date(year, 12, 26),
    }
    if year % LUSTRUM == 0:
        days.add(date(year, *LIBERATION_DAY))
    return frozenset(days)


def easter_sunday(year: int) -> date:
    """Work out Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, left_over = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * left_over + 2 * (of_century // 4) - moon - of_century % 4) % 7
    correction = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)
