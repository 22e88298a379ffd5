"""Readers of numbers and codes that others gave out: KvK, ISCO, NACE, municipality, e-mail, telephone."""

from __future__ import annotations

import re

from app.exchange.cell import Cell, shown
from app.exchange.cells import a_text
from app.exchange.reading import ColumnContext, Misread, Noticed, Reading
from app.rules.addresses import folded_email
from app.rules.sentence import Sentence

KVK_PADDED = "kvk_padded"
ISCO_PADDED = "isco_padded"
PHONE_PADDED = "phone_padded"
MENDINGS = (KVK_PADDED, ISCO_PADDED, PHONE_PADDED)

a_municipality_name = a_text(100)
a_phone_text = a_text(50)


def a_kvk_number(cell: Cell, column: ColumnContext) -> Reading:
    """Eight digits. Excel drops a leading zero, so seven get it back, with a notice."""
    digits = re.sub(r"[ .]", "", shown(cell))
    if re.fullmatch(r"[0-9]{8}", digits):
        return digits
    if re.fullmatch(r"[0-9]{7}", digits):
        return Noticed("0" + digits, KVK_PADDED)
    return Misread(
        Sentence("%(what)s has another number of digits", what=column.called),
        Sentence("eight digits, such as 01234567"),
    )


def an_isco_code(cell: Cell, column: ColumnContext) -> Reading:
    """An ISCO-08 code of one to four digits.

    Excel drops the leading zero of the armed forces (0110, 0210, 0310). 110, 210 and 310 are no codes of
    their own, so as numbers they get the zero back; 11, 21 and 31 are, and are taken as written.
    """
    code = shown(cell)
    if isinstance(cell, float) and code in {"110", "210", "310"}:
        return Noticed("0" + code, ISCO_PADDED)
    if re.fullmatch(r"[0-9]{1,4}", code):
        return code
    return Misread(
        Sentence("%(what)s is no ISCO code", what=column.called), Sentence("one to four digits, such as 5321")
    )


def a_sector(cell: Cell, column: ColumnContext) -> Reading:
    """A NACE section: one letter from A to V."""
    letter = shown(cell).upper()
    if re.fullmatch(r"[A-V]", letter):
        return letter
    return Misread(
        Sentence("%(what)s is no NACE section", what=column.called), Sentence("a letter from A to V, such as Q")
    )


def a_municipality(cell: Cell, column: ColumnContext) -> Reading:
    """A GM code, or the name of a municipality as written (all capitals become one capital)."""
    text = shown(cell)
    if re.fullmatch(r"GM ?[0-9]+", text.upper()):
        code = text.upper().replace(" ", "")
        return (
            code
            if len(code) == 6
            else Misread(Sentence("%(what)s is no GM code", what=column.called), Sentence("GM and four digits"))
        )
    return a_municipality_name(text.title() if text.isupper() else text, column)


def an_email(cell: Cell, column: ColumnContext) -> Reading:
    """An e-mail address, in small letters."""
    address = shown(cell).lower()
    if len(address) <= 254 and re.fullmatch(r"[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+", address):
        return address
    return Misread(
        Sentence("%(what)s is not complete", what=column.called), Sentence("one address, such as naam@voorbeeld.nl")
    )


def an_address_to_write_to(cell: Cell, column: ColumnContext) -> Reading:
    """An e-mail address to which every mail server can send."""
    return folded_email(shown(cell)) or Misread(
        Sentence("%(what)s is not complete", what=column.called), Sentence("one address, such as naam@voorbeeld.nl")
    )


def a_phone_number(cell: Cell, column: ColumnContext) -> Reading:
    """A telephone number as written; nine digits kept as a number get back the zero Excel dropped."""
    if isinstance(cell, float) and re.fullmatch(r"[0-9]{9}", shown(cell)):
        return Noticed("0" + shown(cell), PHONE_PADDED)
    return a_phone_text(cell, column)


def a_language_code(cell: Cell, column: ColumnContext) -> Reading:
    """A language by its code of two or three letters (nl, en, ti, ar)."""
    code = shown(cell).lower()
    if re.fullmatch(r"[a-z]{2,3}", code):
        return code
    return Misread(
        Sentence("%(what)s is no language code", what=column.called),
        Sentence("two or three letters, such as nl, en, ar or ti"),
    )
