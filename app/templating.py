"""The templates: one set per language, so that a template never needs to ask which language it speaks.

In every template, parts included, stand `_`, `ngettext`, `{% trans %}` and `language`, and the filters `day`,
`weekday`, `short_day`, `month`, `moment`, `number`, `amount`, `percent`, `language_name`, `country`, `place`,
`education`, `sentence`, `reason`, and `name`, which names a value of a closed list:
`placement.kind | name("SpellKind")`.
In a text for `_` a per cent sign is written twice.
"""

from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.catalogue.words import words_of_place
from app.language import say, translations_into
from app.local_format import (
    local_amount,
    local_country,
    local_day,
    local_language_name,
    local_moment,
    local_month,
    local_number,
    local_percent,
    local_short_day,
    local_weekday,
)
from app.rules import code_lists
from app.rules.education_names import EDUCATION_NAMES
from app.rules.names import name_of
from app.rules.program_reasons import reason_to_read

TEMPLATES = Path(__file__).parent / "templates"


@cache
def templates_in(language: str) -> Environment:
    """Make the templates of one language; a name that a template misspells is an error, never a blank."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    templates.install_gettext_translations(translations_into(language), newstyle=True)  # type: ignore[attr-defined]
    templates.globals["language"] = language
    templates.filters.update(
        day=partial(local_day, language=language),
        weekday=partial(local_weekday, language=language),
        short_day=partial(local_short_day, language=language),
        month=partial(local_month, language=language),
        moment=partial(local_moment, language=language),
        number=partial(local_number, language=language),
        amount=partial(local_amount, language=language),
        country=partial(local_country, language=language),
        language_name=partial(local_language_name, language=language),
        percent=partial(local_percent, language=language),
        education=partial(_education, language=language),
        place=partial(_placed, language=language),
        sentence=partial(say, language=language),
        reason=partial(_reason, language=language),
        name=partial(_named, language=language),
    )
    return templates


def _placed(place: str, language: str) -> str:
    """Say where a fact of the catalogue stands."""
    return "".join(say(piece, language) for piece in words_of_place(place))


def _reason(reason: str, language: str) -> str:
    """Give the reason of a follow-up, translated where the program wrote it."""
    return say(reason_to_read(reason), language)


def _named(value: str, values: str, language: str) -> str:
    """Name a value of a closed list, given as the database has it, by the list it is from."""
    return say(name_of(getattr(code_lists, values)(value)), language)


def _education(level: int, language: str) -> str:
    """Name a level of education, 0 to 8 as ISCED 2011 has them."""
    return say(EDUCATION_NAMES[level], language)
