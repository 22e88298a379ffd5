"""Text made comparable."""

from app.rules.folded_text import folded, folded_closely


def test_case_accents_and_spaces_do_not_count() -> None:
    assert folded("  Zoë   ÖZTÜRK ") == "zoe ozturk"


def test_heads_are_compared_by_letters_and_digits_alone() -> None:
    assert folded_closely(" E-mail ") == folded_closely("email") == "email"
    assert folded_closely("Beëindigd op") == "beeindigdop"
