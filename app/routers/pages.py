"""Answers with a page: a template and its facts, in the reader's language.

A router ends with `return page(request, "desk/today.html", tasks=tasks)`. Beside what it hands over, every
template has `language`, `theme`, `path`, `who`, `navigation` and `rehearsed_day`, the day of the test clock.
"""

from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import HTMLResponse

from app import clock
from app.actor import Actor
from app.language import COOKIE, Language, chosen_language, say
from app.routers.navigation import entries_for
from app.settings import settings
from app.templating import templates_in


@dataclass(frozen=True)
class Theme:
    """A house style of somebody else's: its stylesheet, and the class on <html> that it asks for."""

    stylesheet: str
    html_class: str


def theme() -> Theme:
    """The house style that was chosen, if any."""
    chosen = settings()
    return Theme(chosen.theme_css or "", chosen.theme_class if chosen.theme_css else "")


def language_of(request: Request) -> Language:
    """Find the language that this reader gets."""
    return chosen_language(request.cookies.get(COOKIE), request.headers.get("accept-language"))


def page(request: Request, template: str, *, status: int = 200, **facts: object) -> HTMLResponse:
    """Fill in a template."""
    language = language_of(request)
    actor: Actor | None = getattr(request.state, "actor", None)
    body = (
        templates_in(language)
        .get_template(template)
        .render(
            theme=theme(),
            path=request.url.path,
            rehearsed_day=clock.day_of(clock.now()) if clock.is_moved() else None,
            who=actor.display_name if actor and actor.account_id else "",
            navigation=[
                {
                    "path": entry.path,
                    "title": say(entry.title, language),
                    "is_current": entry.holds(request.url.path),
                }
                for entry in entries_for(actor)
            ],
            **facts,
        )
    )
    return HTMLResponse(body, status_code=status)
