"""Which e-mail addresses and telephone numbers can be used."""

import pytest

from app.rules.addresses import folded_email, folded_phone


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("jan@bakker.nl", "jan@bakker.nl"),
        (" Jan.Smit@Bakker.NL ", "jan.smit@bakker.nl"),
        ("o'neill+werk@zon-en-maan.example", "o'neill+werk@zon-en-maan.example"),
        ("jan@bakker", None),
        ("jan..smit@bakker.nl", None),
        (".jan@bakker.nl", None),
        ("jan@bakker..nl", None),
        ("jan@-bakker.nl", None),
        ("j\u00e1n@bakker.nl", None),
        ("jan", None),
        ("jan@bakker.nl, piet@bakker.nl", None),
        ("Jan <jan@bakker.nl>", None),
        ("jan@bakker.nl\r\nBcc: piet@bakker.nl", None),
        (f"{'j' * 250}@bakker.nl", None),
    ],
)
def test_an_email_address_is_kept_in_one_form(written: str, kept: str | None) -> None:
    assert folded_email(written) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("06 12 34 56 78", "+31612345678"),
        ("06-12345678", "+31612345678"),
        ("+31 (0)6 12345678", "+31612345678"),
        ("0032 470 12 34 56", "+32470123456"),
        ("010-1234567", "+31101234567"),
        ("12345", None),
        ("geen", None),
        ("06 12345678 toestel 3", None),
    ],
)
def test_a_telephone_number_is_read_as_an_international_one(written: str, kept: str | None) -> None:
    assert folded_phone(written) == kept
