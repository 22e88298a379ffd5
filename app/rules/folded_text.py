"""Text made comparable: the same for capitals, accents and spaces."""

import unicodedata


def folded(text: str) -> str:
    """Small letters, no accents, single spaces: ``" Şelam  HADDAD"`` → ``"selam haddad"``."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(bare.split())


def folded_closely(text: str) -> str:
    """Folded, and with nothing left but letters and digits: ``" E-mail "`` → ``"email"``."""
    return "".join(letter for letter in folded(text) if letter.isalnum())
