"""Days, moments and numbers the way readers of a language write them.

A page writes the same few days and numbers again and again, and writing one takes Babel longer than looking it up.
"""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent

from app.clock import DUTCH_TIME

LOCALES = {"nl": "nl_NL", "en": "en_GB"}
REMEMBERED = 10_000


@lru_cache(maxsize=REMEMBERED)
def local_day(day: date | str, language: str) -> str:
    """Write a day out: 21 november 2026, in any language. Takes an ISO day too, as the database's JSON has it."""
    if isinstance(day, str):
        day = date.fromisoformat(day)
    return format_date(day, "d MMMM y", locale=LOCALES.get(language, language))


def local_weekday(day: date, language: str) -> str:
    """Write a day with its name, as at the top of a page: zaterdag 21 november 2026."""
    return format_date(day, "EEEE d MMMM y", locale=LOCALES[language])


def local_month(month: str, language: str) -> str:
    """Write a month, given as 2019-10: oktober 2019."""
    return format_date(date.fromisoformat(f"{month}-01"), "MMMM y", locale=LOCALES[language])


@lru_cache(maxsize=REMEMBERED)
def local_short_day(day: date | str, language: str) -> str:
    """Write a day for a table, where columns line up: 21-11-2026, or 21/11/2026 in English."""
    if isinstance(day, str):
        day = date.fromisoformat(day)
    return format_date(day, "dd-MM-y" if language == "nl" else "dd/MM/y", locale=LOCALES[language])


def local_moment(moment: datetime | str, language: str) -> str:
    """Write a moment as the clock in the Netherlands shows it: 21 november 2026, 14:05."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    return format_datetime(moment.astimezone(DUTCH_TIME), "d MMMM y, HH:mm", locale=LOCALES[language])


@lru_cache(maxsize=REMEMBERED)
def local_number(number: float | Decimal, language: str) -> str:
    """Write a number with the language's own marks, at most two decimals: 1.234,5."""
    return format_decimal(number, "#,##0.##", locale=LOCALES[language])


def local_amount(amount: float | Decimal, language: str) -> str:
    """Write an amount of money, always with two decimals: 14,50."""
    return format_decimal(amount, "#,##0.00", locale=LOCALES[language])


def local_language_name(code: str, language: str) -> str:
    """Name a language by its code, as a word of its own: nl is Nederlands. A code that has no name stays a code."""
    name = str(Locale.parse(LOCALES[language]).languages.get(code.partition("-")[0].lower(), code))
    return name[:1].upper() + name[1:]


def local_country(code: str, language: str) -> str:
    """Name a country by its ISO 3166 code: SE is Zweden."""
    return str(Locale.parse(LOCALES[language]).territories.get(code, code))


def local_percent(fraction: float, language: str) -> str:
    """Write a fraction as whole per cents: 0.564 is 56%."""
    return format_percent(fraction, "#,##0%", locale=LOCALES[language])
