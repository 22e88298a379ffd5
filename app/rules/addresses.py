"""E-mail addresses and telephone numbers, in the one form in which they are kept and compared."""

import re

WORD = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
EMAIL = re.compile(rf"{WORD}(?:\.{WORD})*@(?:{LABEL}\.)+{LABEL}")
"""What every mail server can send to (RFC 5321, without quotes and without letters outside ASCII)."""
LONGEST_EMAIL = 254
"""What a mail server takes (RFC 5321)."""
SEPARATORS = re.compile(r"[\s().\-/]")
INTERNATIONAL = re.compile(r"\+[1-9][0-9]{7,14}")


def folded_email(written: str) -> str | None:
    """The address in small letters, without spaces around it; None when it cannot be one."""
    address = written.strip().lower()
    return address if len(address) <= LONGEST_EMAIL and EMAIL.fullmatch(address) else None


def folded_phone(written: str) -> str | None:
    """The number as +31612345678; one that begins with a single 0 is Dutch. None when it cannot be a number."""
    digits = SEPARATORS.sub("", written.replace("(0)", ""))
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"+31{digits[1:]}"
    return digits if INTERNATIONAL.fullmatch(digits) else None
