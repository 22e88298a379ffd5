"""In which of six languages a participant reads the page of a link."""

from babel import negotiate_locale
from fastapi import Request
from fastapi.responses import HTMLResponse

from app.language import accepted_tags
from app.routers.pages import theme
from app.rules.code_lists import RatingLanguage
from app.rules.rating_languages import OWN_NAMES, direction
from app.templating import templates_in

KNOWN = [language.value for language in RatingLanguage]


def language_of(request: Request, chosen: str | None, asked_in: RatingLanguage | None) -> RatingLanguage:
    """Follow the reader's own choice, then the language of the question, then what the browser asks for."""
    if chosen in KNOWN:
        return RatingLanguage(chosen)
    if asked_in is not None:
        return asked_in
    found = negotiate_locale(accepted_tags(request.headers.get("accept-language")), KNOWN, sep="-")
    return RatingLanguage(found) if found else RatingLanguage.DUTCH


def page_in(language: RatingLanguage, template: str, *, status: int = 200, **facts: object) -> HTMLResponse:
    """Fill in a template of these pages, each of which offers all the languages by their own names."""
    body = (
        templates_in(language)
        .get_template(template)
        .render(
            theme=theme(),
            direction=direction(language),
            languages=[(one.value, name, direction(one)) for one, name in OWN_NAMES.items()],
            **facts,
        )
    )
    return HTMLResponse(body, status_code=status)
