"""A message as HTML, beside its plain text: the same words, with a button for each link."""

import re
from html import escape

from app.rules.code_lists import MessageLanguage

LINK = re.compile(r"https?://\S+")
BUTTON = {MessageLanguage.DUTCH: "Antwoord geven", MessageLanguage.ENGLISH: "Answer"}

PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{subject}</title></head>
<body style="margin:0;background:#f4f6f5;color:#16262d;font:16px/1.5 system-ui,'Segoe UI',Arial,sans-serif">
<div style="max-width:36rem;margin:0 auto;padding:1.5rem;background:#fff">
{paragraphs}
</div>
</body>
</html>
"""
BUTTON_STYLE = (
    "display:inline-block;margin-top:.25rem;padding:.6rem 1rem;border-radius:4px;"
    "background:#0d4f5c;color:#fff;font-weight:600;text-decoration:none"
)


def message_html(subject: str, text: str, language: MessageLanguage) -> str:
    """The page that a mail program shows. It loads nothing from anywhere, so that nobody is followed by it."""
    paragraphs = (part for part in re.split(r"\n\s*\n", text.strip()) if part.strip())
    return PAGE.format(
        language=language.value,
        subject=escape(subject),
        paragraphs="\n".join(f"<p>{_paragraph(part, language)}</p>" for part in paragraphs),
    )


def _paragraph(part: str, language: MessageLanguage) -> str:
    return "<br>\n".join(_line(line.strip(), language) for line in part.splitlines())


def _line(line: str, language: MessageLanguage) -> str:
    if LINK.fullmatch(line):
        return f'<a href="{escape(line)}" style="{BUTTON_STYLE}">{BUTTON[language]}</a>'
    return LINK.sub(lambda link: f'<a href="{link.group()}">{link.group()}</a>', escape(line))
